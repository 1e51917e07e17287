using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What a person decides about one sheet, as the page sends it.</summary>
public sealed class SheetInput
{
    /// <summary>Which sheet.</summary>
    [Required, MaxLength(100)] public string Name { get; set; } = "";
    /// <summary>It is not imported.</summary>
    public bool Skip { get; set; }
    /// <summary>The last line of the heading.</summary>
    [Range(1, 1_000_000)] public int? HeaderRow { get; set; }
    /// <summary>The year of dates without one.</summary>
    [Range(1949, 2100)] public int? Year { get; set; }
    /// <summary>The unit of amounts without one.</summary>
    [MaxLength(10)] public string? MoneyUnit { get; set; }
    /// <summary>The indicator of a table with its years across.</summary>
    [MaxLength(100)] public string? Indicator { get; set; }
    /// <summary>The unit of measure of such a table.</summary>
    [MaxLength(20)] public string? Measure { get; set; }
    /// <summary>By column the key of what it is.</summary>
    public Dictionary<int, string?> Columns { get; set; } = [];

    /// <summary>By key of a column the sheet does not have what is given for all rows; empty takes it back.</summary>
    public Dictionary<string, string?> Given { get; set; } = [];
    /// <summary>The key whose proposal, given for the last ledger of this form, is taken.</summary>
    [MaxLength(40)] public string? Adopt { get; set; }

    /// <summary>The decision: only what differs from what was found is one, so that the rest is found by itself next time too.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="before">What was decided before.</param>
    internal SheetChoice Choice(CheckedSheet? found, SheetChoice before)
    {
        var moved = HeaderRow is not null && HeaderRow != found?.HeaderRow;
        var columns = moved ? [] : before.Columns.ToDictionary(c => c.Key, c => c.Value);
        if (!moved && found is { IsWide: false })
            foreach (var (index, key) in Columns)
                if (found.Columns.FirstOrDefault(c => c.Index == index) is { } column && (column.Key ?? "") != (key ?? "")) columns[index] = key ?? "";
        return new SheetChoice
        {
            Name = Name, Skip = Skip, HeaderRow = moved ? HeaderRow : before.HeaderRow, Columns = columns, Year = Year == found?.Year && before.Year is null ? null : Year,
            MoneyUnit = Blank(MoneyUnit), Indicator = Blank(Indicator), Measure = Blank(Measure), Given = GivenFor(found, before),
        };
    }

    /// <summary>What is given for all rows: what was given before, and over it what is said now.</summary>
    private Dictionary<string, string> GivenFor(CheckedSheet? found, SheetChoice before)
    {
        var given = With(before, Given).Given.ToDictionary();
        if (found?.Absent.FirstOrDefault(absent => absent.Key == Adopt)?.Proposed is { } proposed) given[Adopt!] = proposed;
        return given;
    }

    /// <summary>The same decision with values given for all rows, or taken back.</summary>
    internal static SheetChoice With(SheetChoice before, Dictionary<string, string?> said)
    {
        var given = before.Given.ToDictionary();
        foreach (var (key, text) in said)
            if (Blank(text) is { } value) given[key] = value;
            else given.Remove(key);
        return before with { Given = given };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How a whole ledger is taken, as the page sends it.</summary>
public sealed class CheckOptions
{
    /// <summary>As what.</summary>
    public LedgerFor? Kind { get; set; }
    /// <summary>Unknown units and indicators are added.</summary>
    public bool AddMissing { get; set; }
    /// <summary>The unit of rows that name none.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>By what a known record is recognised.</summary>
    public MatchBy MatchBy { get; set; }
    /// <summary>What happens to a known record.</summary>
    public OnExisting? OnExisting { get; set; }
    /// <summary>Days of progress and stage are taken from the ledger.</summary>
    public bool KeepDates { get; set; }
    /// <summary>Yuan for one US dollar.</summary>
    [MaxLength(12)] public string? DollarRate { get; set; }

    internal CheckSettings Settings() => new()
    {
        AddMissing = AddMissing, Targets = Kind == LedgerFor.Targets, Unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit, MatchBy = MatchBy, OnExisting = OnExisting, KeepDates = KeepDates,
        DollarRate = string.IsNullOrWhiteSpace(DollarRate) ? null : DollarRate.Trim(),
    };
}
