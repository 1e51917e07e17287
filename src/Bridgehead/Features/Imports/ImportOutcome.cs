using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What an import did, or would do.</summary>
/// <param name="Kind">As what.</param>
/// <param name="File">The file's name.</param>
/// <param name="BatchId">The batch to undo it by; null for a dry run, or when nothing was taken.</param>
/// <param name="Sheets">Sheet by sheet.</param>
/// <param name="Unread">The sheets left out, with the reason.</param>
public sealed record ImportOutcome(ImportKind Kind, string File, Guid? BatchId, IReadOnlyList<SheetOutcome> Sheets, IReadOnlyList<UnreadSheet> Unread)
{
    /// <summary>How many rows were read.</summary>
    public int Read => Sheets.Sum(s => s.Read);
    /// <summary>How many were taken.</summary>
    public int Accepted => Sheets.Sum(s => s.Accepted);
    /// <summary>How many were refused.</summary>
    public int Refused => Sheets.Sum(s => s.Refused);
    /// <summary>How many of those taken were known already and completed it.</summary>
    public int Repeated => Sheets.Sum(s => s.Repeated);
}

/// <summary>What an import did with one sheet.</summary>
public sealed class SheetOutcome(SheetReading sheet)
{
    /// <summary>The most findings kept for showing; all refused rows are in the file given back.</summary>
    public const int MostFindings = 2000;

    private readonly List<Finding> findings = [];

    /// <summary>The sheet as it was read.</summary>
    public SheetReading Sheet => sheet;
    /// <summary>How many rows were read.</summary>
    public int Read { get; internal set; }
    /// <summary>How many were taken.</summary>
    public int Accepted { get; internal set; }
    /// <summary>How many were refused.</summary>
    public int Refused { get; internal set; }
    /// <summary>How many of those taken were known already.</summary>
    public int Repeated { get; internal set; }
    /// <summary>The findings, those of refused rows first to be kept.</summary>
    public IReadOnlyList<Finding> Findings => findings;
    /// <summary>How many findings there were besides.</summary>
    public int MoreFindings { get; private set; }

    internal void Keep(IEnumerable<Finding> found)
    {
        foreach (var finding in found)
        {
            if (findings.Count < MostFindings) findings.Add(finding);
            else MoreFindings++;
        }
    }
}
