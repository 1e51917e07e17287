using System.Globalization;

namespace Bridgehead;

/// <summary>
/// Shows amounts, areas, ratios and dates as people read them, in the person's language. Rounding, half away from zero, happens
/// here and nowhere before (domain rule 4.8 e); what is not known is a dash.
/// </summary>
public sealed class Show(Words words)
{
    /// <summary>What stands for a value that is not known.</summary>
    public const string Unknown = "—";

    private const decimal Wan = 10_000, Yi = 100_000_000, Million = 1_000_000, Billion = 1_000_000_000;

    /// <summary>An amount of yuan: "1.2亿元", "350万元", "12.50元"; "CNY 120 million". In English a large amount takes thousands, millions or billions whatever the unit.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="unit">The unit, where a column or a rule asks for one.</param>
    /// <param name="decimals">Digits after the point at most, except in 元, which always has its two.</param>
    public string Money(Money? amount, MoneyUnit unit = MoneyUnit.Automatic, int decimals = 2)
    {
        if (amount is not { } money) return Unknown;
        if (words.IsEnglish) return "CNY " + (unit == MoneyUnit.Yuan ? Exact(money.Yuan) : English(money.Yuan, decimals));
        return (unit == MoneyUnit.Automatic ? UnitFor(money.Yuan, decimals) : unit) switch
        {
            MoneyUnit.Yi => Digits(money.Yi, decimals) + "亿元",
            MoneyUnit.Wan => Digits(money.Wan, decimals) + "万元",
            _ => Exact(money.Yuan) + "元",
        };
    }

    /// <summary>An amount of another currency, given in its main unit: "3,945万美元", "1.2亿美元", "850港元"; "USD 39.45 million".</summary>
    public string Amount(decimal? amount, CurrencyCode currency, int decimals = 2)
    {
        if (amount is not { } value) return Unknown;
        if (words.IsEnglish) return $"{currency.Value} {English(value, decimals)}";
        var name = currency == CurrencyCode.Yuan ? "元" : currency.Name;
        return UnitFor(value, decimals) switch
        {
            MoneyUnit.Yi => Digits(value / Yi, decimals) + "亿" + name,
            MoneyUnit.Wan => Digits(value / Wan, decimals) + "万" + name,
            _ => Digits(value, Math.Min(decimals, currency.Digits)) + name,
        };
    }

    /// <summary>An area in mu: "120.5亩", "120.5 mu".</summary>
    public string Mu(Land? land, int decimals = 2) => land is { } area ? Digits(area.Mu, decimals) + (words.IsEnglish ? " mu" : "亩") : Unknown;

    /// <summary>An area in square metres: "80,333.33平方米", "80,333.33 m²".</summary>
    public string SquareMetres(Land? land, int decimals = 2) => land is { } area ? Digits(area.SquareMetres, decimals) + (words.IsEnglish ? " m²" : "平方米") : Unknown;

    /// <summary>A number of things with its measure word: "1,234个"; in English without: "1,234".</summary>
    public string Count(long? count, string measureWord = "") => count is { } number ? Digits(number, 0) + (words.IsEnglish ? "" : measureWord) : Unknown;

    /// <summary>A ratio in percent: "125.64%".</summary>
    public string Percent(decimal? percent, int decimals = 2) => percent is { } value ? Digits(value, decimals) + "%" : Unknown;

    /// <summary>A change in percent with its sign, as year on year is: "+12.3%", "-3.1%", "0%".</summary>
    public string Change(decimal? percent, int decimals = 2) => percent is { } value ? Signed(value, decimals) + "%" : Unknown;

    /// <summary>A distance between two ratios with its sign: "+4.1个百分点", "-1 percentage point".</summary>
    public string Points(decimal? points, int decimals = 2)
    {
        if (points is not { } value) return Unknown;
        if (!words.IsEnglish) return Signed(value, decimals) + "个百分点";
        return Signed(value, decimals) + (Math.Abs(Round(value, decimals)) == 1 ? " percentage point" : " percentage points");
    }

    /// <summary>A day as lists show it: "2026-03-15", in both languages.</summary>
    public string Day(DateOnly? day) => day is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A day as a sentence says it: "2026年3月15日", "15 March 2026".</summary>
    public string DayInWords(DateOnly? day) => day is { } date ? date.ToString(words.IsEnglish ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A period: "2022年1—9月", "January–September 2022".</summary>
    public string Period(Period? period) => period is { } span ? words.IsEnglish ? span.English : span.Chinese : Unknown;

    /// <summary>How long ago a moment was, in the largest whole unit: "刚刚", "5分钟前", "3天前", "2个月前"; what lies ahead: "3天后".</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="now">The present moment on the same clock.</param>
    public string Ago(DateTime moment, DateTime now)
    {
        var (span, isAhead) = moment > now ? (moment - now, true) : (now - moment, false);
        if (span < TimeSpan.FromMinutes(1)) return words.IsEnglish ? "just now" : "刚刚";
        var (count, chinese, english) = span switch
        {
            { TotalHours: < 1 } => ((int)span.TotalMinutes, "分钟", "minute"),
            { TotalDays: < 1 } => ((int)span.TotalHours, "小时", "hour"),
            { TotalDays: < 30 } => ((int)span.TotalDays, "天", "day"),
            { TotalDays: < 365 } => ((int)span.TotalDays / 30, "个月", "month"),
            _ => ((int)span.TotalDays / 365, "年", "year"),
        };
        if (!words.IsEnglish) return string.Create(CultureInfo.InvariantCulture, $"{count}{chinese}{(isAhead ? "后" : "前")}");
        var length = string.Create(CultureInfo.InvariantCulture, $"{count} {english}{(count == 1 ? "" : "s")}");
        return isAhead ? "in " + length : length + " ago";
    }

    /// <summary>The largest unit that leaves at least one once rounded: 9,999.999万 is 1亿.</summary>
    private static MoneyUnit UnitFor(decimal amount, int decimals)
    {
        if (Math.Abs(Round(amount / Wan, decimals)) >= Wan) return MoneyUnit.Yi;
        return Math.Abs(amount) >= Wan ? MoneyUnit.Wan : MoneyUnit.Yuan;
    }

    private static string English(decimal amount, int decimals)
    {
        if (Math.Abs(Round(amount / Million, decimals)) >= 1_000) return Digits(amount / Billion, decimals) + " billion";
        if (Math.Abs(amount) >= Million) return Digits(amount / Million, decimals) + " million";
        return Digits(amount, decimals);
    }

    private static string Exact(decimal yuan) => yuan.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Digits(decimal value, int decimals) => Round(value, decimals).ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);

    private static string Signed(decimal value, int decimals) => (Round(value, decimals) > 0 ? "+" : "") + Digits(value, decimals);

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
