namespace Bridgehead.Features.Imports.Reading;

/// <summary>Everything that stands beside a file when it is read: what was decided sheet by sheet, cells put right by hand, and headings paired before.</summary>
public sealed record LedgerChoices
{
    /// <summary>What was decided, by sheet.</summary>
    public IReadOnlyList<SheetChoice> Sheets { get; init; } = [];

    /// <summary>Cells put right by hand.</summary>
    public IReadOnlyList<CellCorrection> Corrections { get; init; } = [];

    /// <summary>Contents put right wherever they stand in a column.</summary>
    public IReadOnlyList<CellReplacement> Replacements { get; init; } = [];

    /// <summary>By key of an expected column what a person gave for every sheet that has no such column; what was given for a sheet alone goes before.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>By signature of a table and key what was given for a ledger of the same form before: proposed, never taken by itself.</summary>
    public IReadOnlyDictionary<(string Signature, string Key), string> Proposed { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>What is remembered for the unit.</summary>
    public RememberedHeadings Remembered { get; init; } = RememberedHeadings.None;

    /// <summary>What was decided about a sheet; nothing for most.</summary>
    public SheetChoice Of(string sheet)
    {
        var choice = Sheets.FirstOrDefault(choice => choice.Name == sheet) ?? new SheetChoice { Name = sheet };
        return Given.Count == 0 ? choice : choice with { Given = Given.Where(g => !choice.Given.ContainsKey(g.Key)).Concat(choice.Given).ToDictionary() };
    }
}

/// <summary>One cell put right by hand.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row's number as the spreadsheet program shows it.</param>
/// <param name="Column">The column from 0.</param>
/// <param name="Text">What stands there instead; empty for nothing.</param>
public sealed record CellCorrection(string Sheet, int Row, int Column, string Text);
