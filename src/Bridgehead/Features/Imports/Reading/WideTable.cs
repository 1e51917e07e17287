using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>
/// A table with its periods across (地区, 2019年, 2020年 …): each cell becomes a row of its own with unit, indicator, period and value. What
/// the titles above say of indicator and unit of measure is taken from there; a person may say it instead.
/// </summary>
public sealed partial class WideTable
{
    private const int RowsToJudge = 30;
    private static readonly string[] Heads = ["单位", "指标", "期间", "数值", "计量单位"];
    private readonly int header;
    private readonly int label;
    private readonly int? measureColumn;
    private readonly IReadOnlyList<(int Column, string Period)> periods;
    private readonly SheetChoice choice;

    private WideTable(RawSheet sheet, SheetChoice choice, RawRow heading, int label, int? measureColumn, IReadOnlyList<(int, string)> periods, IReadOnlyList<string> titles)
    {
        (Sheet, this.choice, header, this.label, this.measureColumn, this.periods) = (sheet, choice, heading.Number, label, measureColumn, periods);
        RowsAreIndicators = HeaderText.Of(heading.At(label)?.ToString()).Plain.Contains("指标", StringComparison.Ordinal);
        Unit = titles.Select(title => Said(title, "地区", "单位名称")).FirstOrDefault(said => said is not null);
        var named = titles.Select(title => Said(title, "指标", "指标名称")).FirstOrDefault(said => said is not null);
        var bracket = named is null ? null : LastBracket().Match(named) is { Success: true } last ? last : null;
        (Indicator, Measure) = bracket is null ? (named, titles.Select(title => Said(title, "单位", "计量单位")).FirstOrDefault(said => said is not null)) : (named![..bracket.Index], bracket.Groups[1].Value);
    }

    /// <summary>The sheet it stands in.</summary>
    public RawSheet Sheet { get; }

    /// <summary>Whether each row is an indicator; otherwise each row is a unit.</summary>
    public bool RowsAreIndicators { get; }

    /// <summary>The indicator the titles name; null when they name none.</summary>
    public string? Indicator { get; }

    /// <summary>The unit of measure the titles name.</summary>
    public string? Measure { get; }

    /// <summary>The unit the titles name, for a table of indicators.</summary>
    public string? Unit { get; }

    /// <summary>The periods across.</summary>
    public IReadOnlyList<string> Periods => [.. periods.Select(p => p.Period)];

    /// <summary>Looks for such a table; null when the sheet is none.</summary>
    public static WideTable? Of(RawSheet sheet, SheetChoice choice)
    {
        var titles = new List<string>();
        foreach (var row in sheet.Rows().Take(RowsToJudge))
        {
            var periods = new List<(int, string)>();
            var others = new List<int>();
            for (var i = 0; i < row.Cells.Length; i++)
                if (PeriodOf(row.At(i)) is { } period) periods.Add((i, period));
                else if (!RawRow.IsEmpty(row.At(i))) others.Add(i);
            if (periods.Count >= 2 && others.Count is 1 or 2 && others[0] < periods[0].Item1 && periods.Select(p => p.Item2).Distinct().Count() == periods.Count)
                return new WideTable(sheet, choice, row, others[0], others.Count == 2 ? others[1] : null, periods, titles);
            titles.AddRange(row.Cells.OfType<string>());
        }
        return null;
    }

    /// <summary>The same as a sheet of rows, one for each cell that holds a figure.</summary>
    public RawSheet AsRows() => new(Sheet.Name, Sheet.Hidden, Rows, () => []) { From1904 = Sheet.From1904, HasRowsWithoutText = false };

    private IEnumerable<RawRow> Rows()
    {
        yield return new RawRow(header, [.. Heads]);
        foreach (var row in Sheet.Rows())
        {
            if (row.Number <= header || row.At(label)?.ToString()?.Trim() is not { Length: > 0 } name || row.Cells.Count(cell => !RawRow.IsEmpty(cell)) < 2) continue;
            foreach (var (column, period) in periods)
                if (!RawRow.IsEmpty(row.At(column)))
                    yield return new RawRow(row.Number, RowsAreIndicators
                        ? [Unit, name, period, row.At(column), MeasureOf(row)]
                        : [name, choice.Indicator ?? Indicator, period, row.At(column), MeasureOf(row)], row.Damage);
        }
    }

    private string? MeasureOf(RawRow row) => choice.Measure ?? (measureColumn is { } column ? row.At(column)?.ToString() : null) ?? Measure;

    private static string? PeriodOf(object? cell) => cell switch
    {
        double year when year is >= 1949 and <= 2100 && year == Math.Floor(year) => year.ToString("0", CultureInfo.InvariantCulture) + "年",
        string text when Period().IsMatch(text.Trim()) => text.Trim() is { Length: 4 } bare ? bare + "年" : text.Trim(),
        _ => null,
    };

    private static string? Said(string title, params string[] words)
    {
        var cut = title.IndexOfAny([':', '：']);
        return cut > 0 && cut < title.Length - 1 && Array.IndexOf(words, title[..cut].Trim()) >= 0 ? title[(cut + 1)..].Trim() : null;
    }

    [GeneratedRegex(@"^(19|20)\d{2}(年(度|末|底|上半年|下半年|[一二三四1-4]季度|\d{1,2}(-\d{1,2})?月)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Period();

    [GeneratedRegex(@"[(（]([^()（）]+)[)）]\s*$")]
    private static partial Regex LastBracket();
}
