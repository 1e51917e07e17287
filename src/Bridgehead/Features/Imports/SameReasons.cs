using System.Globalization;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>A reason that several rows share, so that one answer mends all of them.</summary>
/// <param name="Rows">How many rows have it.</param>
/// <param name="First">The numbers of the first of them.</param>
/// <param name="Key">The key of the column it is about; null for the row as a whole.</param>
/// <param name="Index">The sheet's column from 0; null where the sheet has no such column.</param>
/// <param name="Column">The column's heading in the sheet, or what the missing column is called.</param>
/// <param name="Raw">What stands in the cells, the same in all of them; null for nothing.</param>
/// <param name="Reason">Why they are refused.</param>
public sealed record SameReason(int Rows, IReadOnlyList<int> First, string? Key, int? Index, string? Column, string? Raw, Said Reason);

/// <summary>Counts which reasons rows of one sheet share. Bounded: what comes after too many different ones stays with the single rows.</summary>
internal sealed class SameReasons
{
    private const int MostDifferent = 3000;
    private const int MostKept = 60;
    private const int NumbersKept = 5;
    private readonly Dictionary<(string? Key, int? Index, string? Raw, string Sentence), (int Rows, List<int> First, Finding Finding)> counted = [];

    /// <summary>Counts the reasons of a refused row.</summary>
    public void Count(SheetRow row)
    {
        foreach (var finding in row.Findings)
        {
            if (finding.Severity != Severity.Error || finding.Key is null) continue;
            var same = (finding.Key, finding.Index, finding.Raw?.Trim() is { Length: > 0 } raw ? raw : null, finding.Sentence.ToString(CultureInfo.InvariantCulture));
            if (counted.TryGetValue(same, out var known))
            {
                if (known.First.Count < NumbersKept) known.First.Add(row.Number);
                counted[same] = known with { Rows = known.Rows + 1 };
            }
            else if (counted.Count < MostDifferent) counted[same] = (1, [row.Number], finding);
        }
    }

    /// <summary>Those that two rows or more share, and what concerns all rows because the sheet has no such column: the most frequent first.</summary>
    /// <param name="columns">What the kind looks for.</param>
    public List<SameReason> All(IReadOnlyList<ImportColumn> columns) =>
    [
        .. counted.Where(same => same.Value.Rows > 1 || same.Key.Index is null).OrderByDescending(same => same.Value.Rows).ThenBy(same => same.Value.First[0]).Take(MostKept)
            .Select(same => new SameReason(same.Value.Rows, same.Value.First, same.Key.Key, same.Key.Index, same.Value.Finding.Column ?? columns.FirstOrDefault(column => column.Key == same.Key.Key)?.Name, same.Key.Raw, Said.Of(same.Value.Finding.Sentence))),
    ];
}
