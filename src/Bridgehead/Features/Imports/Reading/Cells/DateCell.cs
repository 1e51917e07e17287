using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads days in the ways ledgers write them.</summary>
internal static partial class DateCell
{
    public static DateOnly? Read(LedgerCell cell)
    {
        if (cell.Raw is DateTime day) return InRange(cell, DateOnly.FromDateTime(day));
        if (cell.Raw is double number) return OfNumber(cell, number);
        if (cell.Compact() is not { } text) return null;
        // as most ledgers and every program write it
        if (Plain(text) is { } plain) return InRange(cell, plain);
        if (Open().IsMatch(text))
        {
            cell.Say(Severity.Note, $"写作“{text}”，没有日期，按空白处理");
            return null;
        }
        if (Full(text) is { Success: true } full) return Day(cell, full.Groups[1].Value, full.Groups[2].Value, full.Groups[3].Value);
        if (MonthCell.OnlyMonth(text) is var (year, month))
        {
            cell.Say(Severity.Note, $"“{text}”只写到月份，按当月1日读取");
            return Day(cell, year, month, "1");
        }
        if (cell.Year is { } said && WithoutYear().Match(text) is { Success: true } part)
        {
            cell.Say(Severity.Note, $"“{text}”没有写年份，按{said}年读取");
            return Day(cell, said.ToString(CultureInfo.InvariantCulture), part.Groups[1].Value, part.Groups[2].Success ? part.Groups[2].Value : "1");
        }
        if (text.Length == 5 && text.All(char.IsAsciiDigit)) return OfNumber(cell, double.Parse(text, CultureInfo.InvariantCulture));
        if (ShortYear().IsMatch(text)) cell.Say(Severity.Error, $"日期“{text}”的年份不是四位，请写成2022-03-05的样子");
        else cell.Say(Severity.Error, $"看不懂日期“{text}”，请写成2022-03-05的样子");
        return null;
    }

    /// <summary>A number in a date column: 20220305, or a count of days without a date format.</summary>
    private static DateOnly? OfNumber(LedgerCell cell, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (number is >= 1900 and < 2101)
        {
            if (number == Math.Floor(number)) cell.Say(Severity.Error, $"只有年份{text}，请补上月和日");
            else cell.Say(Severity.Error, $"数字{text}分不清是1月还是10月，请写成2022-10的样子");
            return null;
        }
        if (text.Length == 8 && Full(text) is { Success: true } full) return Day(cell, full.Groups[1].Value, full.Groups[2].Value, full.Groups[3].Value);
        if (text.Length == 6 && MonthCell.OnlyMonth(text) is var (year, month))
        {
            cell.Say(Severity.Note, $"“{text}”只写到月份，按当月1日读取");
            return Day(cell, year, month, "1");
        }
        if (number is >= 7_000 and < 80_000 && DateFormats.Day(number, cell.From1904) is { } day)
        {
            cell.Say(Severity.Note, $"日期以序列号{text}保存，读作{day:yyyy-MM-dd}");
            return InRange(cell, DateOnly.FromDateTime(day));
        }
        cell.Say(Severity.Error, $"看不懂日期“{text}”，请写成2022-03-05的样子");
        return null;
    }

    internal static DateOnly? Day(LedgerCell cell, string year, string month, string day)
    {
        var text = $"{year}-{month.TrimStart('0').PadLeft(2, '0')}-{day.TrimStart('0').PadLeft(2, '0')}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return InRange(cell, date);
        cell.Say(Severity.Error, $"没有{text}这一天，请改正日期");
        return null;
    }

    /// <summary>2022-03-05, taken apart by hand: a ledger has several in each row, and the general way costs more than the rest of the row.</summary>
    private static DateOnly? Plain(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return null;
        if (!Number(text.AsSpan(0, 4), out var year) || !Number(text.AsSpan(5, 2), out var month) || !Number(text.AsSpan(8, 2), out var day)) return null;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static DateOnly? InRange(LedgerCell cell, DateOnly date)
    {
        if (date.Year is >= 1900 and <= 2100) return date;
        cell.Say(Severity.Error, $"日期{date:yyyy-MM-dd}不在1900年至2100年之间，请改正");
        return null;
    }

    private static Match Full(string text) => Written().Match(text) is { Success: true } written ? written : Digits().Match(text);

    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?号?(?:\(?(?:星期|周).\)?)?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(\d{4})(\d{2})(\d{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\d{1,2})月(?:份|(\d{1,2})[日号]?|[上中下]旬)?$", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"^(长期|永久|无固定期限|至今|未签|未开工|未竣工|未投产|未完成)$", RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"^'?\d{1,2}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex ShortYear();
}
