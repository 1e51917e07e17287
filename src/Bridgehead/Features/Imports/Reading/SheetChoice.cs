namespace Bridgehead.Features.Imports.Reading;

/// <summary>What a person decided about one sheet, over what was found by itself.</summary>
public sealed record SheetChoice
{
    /// <summary>The sheet's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The sheet is not imported.</summary>
    public bool Skip { get; init; }

    /// <summary>The last line of the heading, as the spreadsheet program numbers it; null where it is to be found.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>By column from 0 the key of what it holds; empty for a column that is not imported. Columns left out are found.</summary>
    public IReadOnlyDictionary<int, string> Columns { get; init; } = new Dictionary<int, string>();

    /// <summary>The year of dates that name only a month or a day; null where the title says it.</summary>
    public int? Year { get; init; }

    /// <summary>The unit of amounts that state none: 元, 万元, 亿元, 万美元; null where the ledger says it.</summary>
    public string? MoneyUnit { get; init; }

    /// <summary>For a table with its years across: the indicator its figures are of, code or name.</summary>
    public string? Indicator { get; init; }

    /// <summary>For a table with its years across: the unit of measure of its figures.</summary>
    public string? Measure { get; init; }

    /// <summary>By key of an expected column what a person gave for all rows of the sheet, which has no such column.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();
}
