using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads months and spans of months.</summary>
internal static partial class MonthCell
{
    public static DateOnly? Read(LedgerCell cell)
    {
        if (cell.Raw is double and >= 190001 and <= 210012 && cell.Compact() is { } digits && OnlyMonth(digits) is var (y, m)) return DateCell.Day(cell, y, m, "1");
        if (cell.Raw is string && cell.Compact() is { } text && OnlyMonth(text) is var (year, month)) return DateCell.Day(cell, year, month, "1");
        return DateCell.Read(cell) is { } date ? new DateOnly(date.Year, date.Month, 1) : null;
    }

    public static MonthSpan? ReadSpan(LedgerCell cell)
    {
        if (cell.Raw is not string) return Read(cell) is { } only ? new MonthSpan(only, only) : null;
        if (cell.Compact() is not { } text) return null;
        if (Named(text) is { } named) return named;
        if (Across().Match(text) is { Success: true } across)
        {
            var from = Month(cell, across.Groups[1].Value, across.Groups[2].Value);
            var to = Month(cell, across.Groups[3].Success ? across.Groups[3].Value : across.Groups[1].Value, across.Groups[4].Value);
            if (from is null || to is null) return null;
            if (from <= to) return new MonthSpan(from.Value, to.Value);
            cell.Say(Severity.Error, $"起止月份“{text}”颠倒，请改正");
            return null;
        }
        return Read(cell) is { } month ? new MonthSpan(month, month) : null;
    }

    /// <summary>Year and month of a text that names no day; null when it is something else.</summary>
    internal static (string Year, string Month)? OnlyMonth(string text) =>
        Single().Match(text) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value + match.Groups[3].Value) : null;

    private static DateOnly? Month(LedgerCell cell, string year, string month) => DateCell.Day(cell, year, month, "1");

    private static MonthSpan? Named(string text)
    {
        if (Name().Match(text) is not { Success: true } match) return null;
        var year = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < 1900 or > 2100) return null;
        var (from, to) = match.Groups[2].Value switch
        {
            "" or "全年" or "度" => (1, 12),
            "上半年" => (1, 6),
            "下半年" => (7, 12),
            var quarter => "一1二2三3四4".IndexOf(quarter.TrimStart('第', 'Q')[0], StringComparison.Ordinal) / 2 * 3 is var start ? (start + 1, start + 3) : default,
        };
        return new MonthSpan(new DateOnly(year, from, 1), new DateOnly(year, to, 1));
    }

    [GeneratedRegex(@"^(\d{4})(?:[-/.年](\d{1,2})月?份?|(\d{2}))$", RegexOptions.NonBacktracking)]
    private static partial Regex Single();

    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})月?(?:[-/.]?\d{1,2}日?)?(?:--|[-~—–至到])(?:(\d{4})[-/.年])?(\d{1,2})月?(?:[-/.]?\d{1,2}日?)?$", RegexOptions.None, 1000)]
    private static partial Regex Across();

    [GeneratedRegex(@"^(\d{4})年?(|全年|度|上半年|下半年|第?[一二三四1234]季度|Q[1234])$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
