using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What a program decides about a checked ledger. Options are stated anew; sheets, words and corrections are added to those decided before.</summary>
public sealed class ImportCheckInput
{
    /// <summary>As what it is read.</summary>
    public LedgerFor? Kind { get; set; }
    /// <summary>Unknown units and indicators are added.</summary>
    public bool AddMissing { get; set; }
    /// <summary>The unit of rows that name none.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>By what a known record is recognised.</summary>
    public MatchBy? MatchBy { get; set; }
    /// <summary>What happens to a known record.</summary>
    public OnExisting? OnExisting { get; set; }
    /// <summary>Days of progress and stage are taken from the ledger.</summary>
    public bool? KeepDates { get; set; }
    /// <summary>Yuan for one US dollar.</summary>
    [MaxLength(12)] public string? DollarRate { get; set; }
    /// <summary>What is decided about sheets.</summary>
    public IReadOnlyList<SheetDecision>? Sheets { get; set; }
    /// <summary>What words mean.</summary>
    public IReadOnlyList<WordDecision>? Words { get; set; }
    /// <summary>Cells put right.</summary>
    public IReadOnlyList<CellDecision>? Corrections { get; set; }
    /// <summary>Contents put right wherever they stand in a column.</summary>
    public IReadOnlyList<ReplacementDecision>? Replacements { get; set; }

    internal CheckDecision Decision()
    {
        Refusal.When(Sheets is { Count: > 200 } || Words is { Count: > 500 } || Corrections is { Count: > 2000 } || Replacements is { Count: > 500 }, $"一次最多决定200张表、500个词、2000个单元格，请分几次提交", nameof(Corrections));
        return Decided();
    }

    private CheckDecision Decided() => new()
    {
        Kind = ImportQuery.KindOf(Kind),
        Options = new CheckSettings { AddMissing = AddMissing, Targets = Kind == LedgerFor.Targets, Unit = Unit, MatchBy = MatchBy ?? Imports.MatchBy.Any, OnExisting = OnExisting, KeepDates = KeepDates ?? true, DollarRate = DollarRate },
        Sheets = [.. (Sheets ?? []).OfType<SheetDecision>().Select(s => s.Choice())],
        Words = [.. (Words ?? []).OfType<WordDecision>().Select(w => (w.Field ?? "", w.Word ?? "", w.Meaning ?? ""))],
        Corrections = [.. (Corrections ?? []).OfType<CellDecision>().Select(c => new CellCorrection(c.Sheet ?? "", c.Row, SheetDecision.ColumnOf(c.Column), Short(c.Text)))],
        Replacements = [.. (Replacements ?? []).OfType<ReplacementDecision>().Select(r => new CellReplacement(r.Sheet ?? "", SheetDecision.ColumnOf(r.Column), Short(r.From).Trim(), Short(r.To).Trim()))],
    };

    private static string Short(string? text) => text is null ? "" : text.Length <= 4000 ? text : text[..4000];
}

/// <summary>What is decided about a sheet.</summary>
public sealed record SheetDecision(string? Name, bool Skip, int? HeaderRow, int? Year, string? MoneyUnit, string? Indicator, string? Measure, IReadOnlyList<ColumnDecision>? Columns, IReadOnlyList<GivenDecision>? Given = null)
{
    internal SheetChoice Choice() => new()
    {
        Name = Name ?? "", Skip = Skip, HeaderRow = HeaderRow, Year = Year, MoneyUnit = MoneyUnit, Indicator = Indicator, Measure = Measure,
        Columns = (Columns ?? []).OfType<ColumnDecision>().GroupBy(c => ColumnOf(c.Column)).ToDictionary(c => c.Key, c => c.Last().Key ?? ""),
        Given = (Given ?? []).OfType<GivenDecision>().Where(g => !string.IsNullOrWhiteSpace(g.Text)).GroupBy(g => g.Key ?? "").ToDictionary(g => g.Key, g => g.Last().Text!.Trim()),
    };

    /// <summary>The column of letters: A is 0. Refused for anything else.</summary>
    internal static int ColumnOf(string? letters)
    {
        var column = CellReference.Parse((letters ?? "").Trim().ToUpperInvariant() + "1").Column;
        Refusal.Unless(column is >= 0 and < 500, $"列“{letters}”应写成A、B、AA这样", "Columns");
        return column;
    }
}

/// <summary>What a column is.</summary>
public sealed record ColumnDecision(string? Column, string? Key);

/// <summary>What a word means.</summary>
public sealed record WordDecision(string? Field, string? Word, string? Meaning);

/// <summary>A cell put right.</summary>
public sealed record CellDecision(string? Sheet, int Row, string? Column, string? Text);

/// <summary>What is given for all rows of a sheet that has no such column.</summary>
public sealed record GivenDecision(string? Key, string? Text);

/// <summary>One answer for all cells of a column that say the same; from empty for cells that hold nothing.</summary>
public sealed record ReplacementDecision(string? Sheet, string? Column, string? From, string? To);
