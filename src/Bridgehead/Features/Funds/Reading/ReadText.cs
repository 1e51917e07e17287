using System.Globalization;
using System.Text;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Amounts, days and names as documents print them.</summary>
public static class ReadText
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy-M-d H:m:s", "yyyy-M-d'T'H:m:s", "yyyy/M/d", "yyyy/M/d H:m:s", "yyyy.M.d", "yyyyMMdd", "yyyyMMddHHmmss", "yyyy'年'M'月'd'日'"];

    /// <summary>Text with wide letters made plain, and blanks drawn together.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = text.Any(char.IsSurrogate) ? text : text.InForm(NormalizationForm.FormC);
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>An amount with or without a currency sign and separators; null when it is none or has parts of a fen.</summary>
    public static Money? Amount(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40) return null;
        var digits = Clean(text).Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim('¥', '￥', '元', '圆').Replace("－", "-", StringComparison.Ordinal);
        if (digits.StartsWith("-¥", StringComparison.Ordinal) || digits.StartsWith("-￥", StringComparison.Ordinal)) digits = "-" + digits[2..];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)) return null;
        if (Math.Abs(yuan) > 10_000_000_000_000m || yuan * 100 != decimal.Truncate(yuan * 100)) return null;
        return Money.FromYuan(yuan);
    }

    /// <summary>A day in any of the forms documents print; null when it is none.</summary>
    public static DateOnly? Day(string? text)
    {
        var clean = Clean(text).Replace("年 ", "年", StringComparison.Ordinal).Replace("月 ", "月", StringComparison.Ordinal).Replace(" 年", "年", StringComparison.Ordinal)
            .Replace(" 月", "月", StringComparison.Ordinal).Replace(" 日", "日", StringComparison.Ordinal);
        return DateTime.TryParseExact(clean, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1990 and <= 2100
            ? DateOnly.FromDateTime(moment) : null;
    }

    /// <summary>An amount as it is kept in a reading: "300.00".</summary>
    public static string Plain(Money amount) => amount.Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A day as it is kept in a reading: "2020-10-10".</summary>
    public static string Plain(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// A party's name in the one spelling it is kept in, so that a database compares like with like: plain letters and digits, no blanks beside Chinese characters, one blank between words
    /// elsewhere, and the brackets of the register: full-width in a Chinese name.
    /// </summary>
    public static string? Party(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var plain = Clean(name.Any(char.IsSurrogate) ? name : name.InForm(NormalizationForm.FormKC)).Replace('（', '(').Replace('）', ')');
        if (!plain.Any(IsChinese)) return plain;
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
            if (plain[i] != ' ' || !(Joins(plain[i - 1]) || Joins(plain[i + 1]))) text.Append(plain[i] switch { '(' => '（', ')' => '）', var c => c });
        return text.ToString();

        static bool Joins(char c) => IsChinese(c) || c is '(' or ')';
    }

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(c);

    /// <summary>A name for comparing: without blanks, width and the kind of brackets.</summary>
    public static string Name(string? name)
    {
        if (name is null) return "";
        var plain = name.Any(char.IsSurrogate) ? name : name.InForm(NormalizationForm.FormKC);
        return string.Concat(plain.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();
    }
}
