using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridgehead;

/// <summary>
/// A stretch of months as people name it: a month, a quarter, a half, a year, or from one month to another. It is read from what
/// people type and bulletins print, and written three ways: for an address, in Chinese, in English.
/// </summary>
/// <param name="Months">The months it covers.</param>
public readonly partial record struct Period(Months Months)
{
    private const string Numerals = "一二三四";
    private static readonly string[] Ordinals = ["first", "second"];

    /// <summary>A whole year.</summary>
    public static Period Year(int year) => new(Months.OfYear(year));

    /// <summary>A quarter of a year, 1 to 4.</summary>
    public static Period Quarter(int year, int quarter) => Span(year, quarter * 3 - 2, year, quarter * 3);

    /// <summary>A half of a year, 1 or 2.</summary>
    public static Period Half(int year, int half) => Span(year, half * 6 - 5, year, half * 6);

    /// <summary>A single month, 1 to 12.</summary>
    public static Period Month(int year, int month) => Span(year, month, year, month);

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => new(Months.From / 100, Months.From % 100, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => Months.LastDay(Months.To);

    /// <summary>The same months of the year before, the base of every year-on-year comparison.</summary>
    public Period YearBefore => new(Months.YearBefore);

    /// <summary>A short form for addresses and files that <see cref="TryRead"/> takes back: "2022", "2022Q1", "2022H1", "2022-03", "2022-01..2022-09".</summary>
    public string Code => Shape switch
    {
        (12, _) => Text($"{FromYear}"),
        (6, var half) => Text($"{FromYear}H{half}"),
        (3, var quarter) => Text($"{FromYear}Q{quarter}"),
        (1, _) => Months.Text(Months.From),
        _ => $"{Months.Text(Months.From)}..{Months.Text(Months.To)}",
    };

    /// <summary>As a bulletin heads it: "2022年", "2022年第一季度", "2022年上半年", "2022年3月", "2022年1—9月".</summary>
    public string Chinese => Shape switch
    {
        (12, _) => Text($"{FromYear}年"),
        (6, var half) => Text($"{FromYear}年{(half == 1 ? "上" : "下")}半年"),
        (3, var quarter) => Text($"{FromYear}年第{Numerals[quarter - 1]}季度"),
        (1, _) => Text($"{FromYear}年{FromMonth}月"),
        _ when FromYear == ToYear => Text($"{FromYear}年{FromMonth}—{ToMonth}月"),
        _ => Text($"{FromYear}年{FromMonth}月—{ToYear}年{ToMonth}月"),
    };

    /// <summary>As an English report heads it: "2022", "Q1 2022", "first half of 2022", "March 2022", "January–September 2022".</summary>
    public string English => Shape switch
    {
        (12, _) => Text($"{FromYear}"),
        (6, var half) => Text($"{Ordinals[half - 1]} half of {FromYear}"),
        (3, var quarter) => Text($"Q{quarter} {FromYear}"),
        (1, _) => Text($"{Name(FromMonth)} {FromYear}"),
        _ when FromYear == ToYear => Text($"{Name(FromMonth)}–{Name(ToMonth)} {FromYear}"),
        _ => Text($"{Name(FromMonth)} {FromYear} – {Name(ToMonth)} {ToYear}"),
    };

    /// <summary>The period in Chinese.</summary>
    public override string ToString() => Chinese;

    /// <summary>A period from what was typed. Refused when it names none.</summary>
    public static Period Read(string? text)
    {
        Refusal.Unless(TryRead(text, out var period), $"“{text ?? ""}”不是统计期，请写成2022、2022-03、2022年3月、2022Q1、2022年上半年或2022年1—9月");
        return period;
    }

    /// <summary>Reads a year, half, quarter, month or span of months within 1990 to 2100. A whole date such as 2022-01-09 is none.</summary>
    public static bool TryRead(string? text, out Period period)
    {
        period = default;
        if (text is not { Length: > 0 and <= 40 } || text.Any(char.IsSurrogate)) return false;
        var plain = new string([.. text.InForm(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        if ((Named().Match(plain) is { Success: true } named ? OfName(named) : Across().Match(plain) is { Success: true } across ? OfSpan(across) : null) is not { } months) return false;
        if (!Months.IsMonth(months.From) || !Months.IsMonth(months.To) || months.From > months.To) return false;
        period = new Period(new Months(months.From, months.To));
        return true;
    }

    private static (int From, int To)? OfName(Match match)
    {
        var year = Number(match, "year") * 100;
        if (match.Groups["month"].Success) return (year + Number(match, "month"), year + Number(match, "month"));
        if (match.Groups["half"].Success) return "1上".Contains(match.Groups["half"].Value, StringComparison.Ordinal) ? (year + 1, year + 6) : (year + 7, year + 12);
        if (match.Groups["first"].Success) return (year + 1, year + 3 * Numeral(match.Groups["first"].Value));
        if (match.Groups["quarter"].Success) return Numeral(match.Groups["quarter"].Value) is var quarter ? (year + 3 * quarter - 2, year + 3 * quarter) : null;
        return (year + 1, year + 12);
    }

    private static (int From, int To)? OfSpan(Match match) =>
        (Number(match, "from") * 100 + Number(match, "start"), Number(match, match.Groups["to"].Success ? "to" : "from") * 100 + Number(match, "end"));

    private static int Numeral(string text) => char.IsAsciiDigit(text[0]) ? text[0] - '0' : Numerals.IndexOf(text[0], StringComparison.Ordinal) + 1;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static Period Span(int fromYear, int fromMonth, int toYear, int toMonth) => new(new Months(fromYear * 100 + fromMonth, toYear * 100 + toMonth));

    /// <summary>How many months, and which half or quarter of the year it is; 0 months for a span that has no name of its own.</summary>
    private (int Months, int Which) Shape => Months.Count is var count and (1 or 3 or 6 or 12) && (FromMonth - 1) % count == 0 ? (count, (FromMonth - 1) / count + 1) : (0, 0);

    private int FromYear => Months.From / 100;
    private int FromMonth => Months.From % 100;
    private int ToYear => Months.To / 100;
    private int ToMonth => Months.To % 100;

    private static string Name(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>\d{4})(?:年?|年度|年?全年|[-/.年](?<month>\d{1,2})(?:月份?)?|(?<month>(?:0[1-9]|1[0-2]))|年?-?(?:H(?<half>[12])|(?<half>[上下])半年)|年?-?(?:Q(?<quarter>[1-4])|第?(?<quarter>[1-4一二三四])季度)|年?前(?<first>[1-4一二三四])个?季度)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?<from>\d{4})年(?<start>\d{1,2})月?(?:-{1,2}|~|—{1,2}|–|至|到|\.{2,3})(?:(?<to>\d{4})年)?(?<end>\d{1,2})月份?|(?<from>\d{4})-(?<start>\d{2})(?:~|—|–|至|到|\.{2,3})(?<to>\d{4})-(?<end>\d{2}))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Across();
}
