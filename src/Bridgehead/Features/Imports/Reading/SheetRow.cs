using Bridgehead.Features.Imports.Reading.Cells;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>
/// One record of a ledger. The typed getters read a cell by the key of its column and keep what they find; one error refuses the row.
/// A getter gives null for a blank cell and for one it cannot read (the latter with an error).
/// </summary>
public sealed class SheetRow
{
    private readonly SheetLayout _layout;
    private readonly RawRow _raw;
    private readonly Dictionary<int, object>? _carried;
    private List<Finding>? _findings;

    internal SheetRow(SheetLayout layout, RawRow raw, Dictionary<int, object>? carried)
    {
        _layout = layout;
        _raw = raw;
        _carried = carried;
        if (raw.Damage is { } damage) Keep(null, Severity.Error, damage);
    }

    /// <summary>The row's number as the spreadsheet program shows it.</summary>
    public int Number => _raw.Number;

    /// <summary>Name of the sheet the row is in.</summary>
    public string Sheet => _layout.Sheet;

    /// <summary>True for a row made up of given values alone, to see whether they can be read.</summary>
    internal bool IsTrial { get; init; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    /// <summary>True once an error was found.</summary>
    public bool IsRefused => _findings?.Exists(finding => finding.Severity == Severity.Error) == true;

    /// <summary>The cell of a column counted from 0, as the file has it or as merged cells carry it down; for giving the row back.</summary>
    public object? At(int column) => _layout.MatchAt(column) is { } match ? Value(match.Column.Key) : _raw.At(column);

    /// <summary>The cell as plain trimmed text, without judging it; null when blank or when the sheet has no such column.</summary>
    public string? this[string key] => Value(key) is { } value ? LedgerCell.Shown(value)?.Trim() is { Length: > 0 } text ? text : null : null;

    /// <summary>The cells as a person sees them, by column from 0.</summary>
    public IReadOnlyList<string?> Shown => [.. Enumerable.Range(0, _raw.Cells.Length).Select(column => LedgerCell.Shown(At(column)))];

    /// <summary>True when the sheet has the column.</summary>
    public bool Has(string key) => _layout.Match(key) is not null;

    /// <summary>True when a reason to refuse the row was found in the column: what it holds is not known.</summary>
    public bool IsWrong(string key) => _findings?.Exists(finding => finding.Severity == Severity.Error && finding.Key == key) == true;

    /// <summary>Words: trimmed, control characters taken out with a note.</summary>
    public string? Text(string key) => TextCell.Read(Cell(key));

    /// <summary>A code that is a name: half-width, no spaces, kept as text.</summary>
    public string? Code(string key) => CodeCell.Read(Cell(key));

    /// <summary>A unified social credit code; one that fails the check is refused with a hint at look-alike characters.</summary>
    public CreditCode? CreditCode(string key) => CreditCodeCell.Read(Cell(key));

    /// <summary>An amount with its currency, in the currency's main unit (元, 美元).</summary>
    public CurrencyAmount? Amount(string key) => MoneyCell.Read(Cell(key));

    /// <summary>A day; a month alone is taken as its first day, with a note.</summary>
    public DateOnly? Date(string key) => DateCell.Read(Cell(key));

    /// <summary>A month, as its first day.</summary>
    public DateOnly? Month(string key) => MonthCell.Read(Cell(key));

    /// <summary>A span of months in one cell, as the first days of its first and last months.</summary>
    public MonthSpan? Months(string key) => MonthCell.ReadSpan(Cell(key));

    /// <summary>A share in percent: 50 is one half.</summary>
    public decimal? Percentage(string key) => NumberCell.Percentage(Cell(key));

    /// <summary>A whole number that is not negative.</summary>
    public long? Count(string key) => NumberCell.Count(Cell(key));

    /// <summary>A plain number, in the unit of its column.</summary>
    public decimal? Quantity(string key) => NumberCell.Plain(Cell(key));

    /// <summary>An area of land in square metres.</summary>
    public decimal? SquareMetres(string key) => LandCell.Read(Cell(key));

    /// <summary>Yes or no.</summary>
    public bool? YesNo(string key) => YesNoCell.Read(Cell(key));

    /// <summary>Telephone numbers, several separated by 、.</summary>
    public string? Phone(string key) => PhoneCell.Read(Cell(key));

    /// <summary>The unit of measure that the column's heading states, such as 万元.</summary>
    public string? Unit(string key) => _layout.Match(key)?.Unit;

    /// <summary>Refuses the row for a reason the import found itself.</summary>
    public void Refuse(string? key, FormattableString sentence) => Keep(key, Severity.Error, sentence);

    /// <summary>Adds a warning or note that the import found itself.</summary>
    public void Say(string? key, Severity severity, FormattableString sentence) => Keep(key, severity, sentence);

    private LedgerCell Cell(string key)
    {
        var match = _layout.Match(key);
        return new LedgerCell(Value(key), match?.Unit, _layout.From1904, this, key) { Year = _layout.Year };
    }

    private object? Value(string key)
    {
        if (_layout.Match(key) is not { } match) return _layout.Given.GetValueOrDefault(key);
        return _layout.Mended(match.Index, _raw.At(match.Index) is { } own ? own
            : match.Column.CarriesDown && _carried is not null && _carried.TryGetValue(match.Index, out var above) ? above : null);
    }

    internal void Keep(string? key, Severity severity, FormattableString sentence)
    {
        // what is to be known of a value given for all rows is said once where it was given, not with each row
        if (!IsTrial && severity != Severity.Error && key is not null && _layout.Given.ContainsKey(key)) return;
        var match = key is null ? null : _layout.Match(key);
        var raw = key is null ? null : LedgerCell.Shown(Value(key));
        var finding = new Finding(Sheet, Number, match?.Heading, severity, sentence, raw) { Index = match?.Index, Key = key };
        if (_findings?.Exists(said => said.Key == finding.Key && said.Severity == severity && said.Sentence.Format == sentence.Format) == true) return;
        (_findings ??= []).Add(finding);
    }
}
