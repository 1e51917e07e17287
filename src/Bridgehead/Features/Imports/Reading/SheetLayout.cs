using Bridgehead.Features.Imports.Reading.Cells;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>What the rows of one sheet share.</summary>
internal sealed record SheetLayout(string Sheet, bool From1904, IReadOnlyList<ColumnMatch> Matches, IReadOnlyList<SheetHeading> Headings, int? Year = null)
{
    private readonly Dictionary<string, ColumnMatch> _byKey = Matches.ToDictionary(match => match.Column.Key);

    /// <summary>By key what a person gave for all rows, of columns the sheet does not have.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>By column and text what stands there instead.</summary>
    public IReadOnlyDictionary<(int Column, string From), string> Replaced { get; init; } = new Dictionary<(int, string), string>();

    public ColumnMatch? MatchAt(int index) => Matches.FirstOrDefault(match => match.Index == index);

    public ColumnMatch? Match(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>What stands in a cell once a person has put right what it says.</summary>
    public object? Mended(int column, object? value)
    {
        if (Replaced.Count == 0) return value;
        // an answer that was wrong itself is answered once more; never round and round
        for (var times = 0; times < 4 && Replaced.TryGetValue((column, LedgerCell.Shown(value)?.Trim() ?? ""), out var to); times++) value = to.Length == 0 ? null : to;
        return value;
    }
}
