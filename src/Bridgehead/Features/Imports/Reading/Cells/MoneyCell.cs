using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads amounts of money: unit and currency from the cell, else from the heading.</summary>
internal static partial class MoneyCell
{
    private const decimal Largest = 90_000_000_000_000m;
    private static readonly (string Word, decimal Times)[] Magnitudes =
    [
        ("万亿", 1e12m), ("千亿", 1e11m), ("百亿", 1e10m), ("十亿", 1e9m), ("亿", 1e8m), ("千万", 1e7m), ("百万", 1e6m), ("十万", 1e5m), ("万", 1e4m), ("千", 1e3m), ("百", 1e2m),
    ];

    public static CurrencyAmount? Read(LedgerCell cell)
    {
        var (headingTimes, headingCurrency, stated) = Unit(cell.Unit);
        if (cell.Number is { } number)
        {
            if (!stated) cell.Say(Severity.Warning, $"没有写明金额单位，按“元”读取");
            return Rounded(cell, number, headingTimes, headingCurrency ?? "CNY");
        }
        if (cell.Raw is DateTime or bool)
        {
            cell.Say(Severity.Error, $"应填金额，这里是日期或是否");
            return null;
        }
        if (cell.Compact() is not { } text) return null;
        var plain = WithoutApproximation(cell, text.Replace(",", "", StringComparison.Ordinal));
        if (Range().IsMatch(plain))
        {
            cell.Say(Severity.Error, $"金额是一个区间“{text}”，请填一个确定的数");
            return null;
        }
        if (Parse(plain) is not { } parsed)
        {
            cell.Say(Severity.Error, $"看不懂金额“{text}”，请填数字，或数字加单位（如5000万元、500万美元）");
            return null;
        }
        var bare = parsed.Times == 0 && parsed.Currency is null;
        if (bare && !stated) cell.Say(Severity.Warning, $"没有写明金额单位，按“元”读取");
        if (!bare && parsed.Currency is { } own && headingCurrency is not null && own != headingCurrency) cell.Say(Severity.Note, $"币种{own}与表头的{headingCurrency}不同，以单元格为准");
        var times = parsed.Times == 0 && (bare || parsed.OnlySign) ? headingTimes : Math.Max(1, parsed.Times);
        return Rounded(cell, parsed.Number, times, parsed.Currency ?? headingCurrency ?? "CNY");
    }

    private static CurrencyAmount? Rounded(LedgerCell cell, decimal number, decimal times, string currency)
    {
        if (Math.Abs(number) > Largest / times)
        {
            cell.Say(Severity.Error, $"金额{number}过大，请检查单位");
            return null;
        }
        var exact = number * times;
        var amount = Math.Round(exact, 2, MidpointRounding.AwayFromZero);
        if (Math.Abs(exact - amount) > 0.000001m) cell.Say(Severity.Note, $"不足一分的部分已四舍五入为{amount}");
        return new CurrencyAmount(amount, currency);
    }

    private static string WithoutApproximation(LedgerCell cell, string text)
    {
        var plain = Approximate().Replace(text, "");
        if (plain.Length != text.Length) cell.Say(Severity.Note, $"“{text}”是约数，按所写的数读取");
        return plain.StartsWith('(') && plain.EndsWith(')') && decimal.TryParse(plain.AsSpan(1, plain.Length - 2), NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? "-" + plain[1..^1] : plain;
    }

    /// <summary>Number, multiplier (0 when none is written) and currency of a text such as <c>US$1.2亿</c> or <c>1亿2000万元人民币</c>.</summary>
    private static (decimal Number, decimal Times, string? Currency, bool OnlySign)? Parse(string text)
    {
        string? currency = null;
        var rest = text.AsSpan();
        if (CurrencyWords.AtStart(rest) is { } sign && !rest.StartsWith("元"))
        {
            currency = sign.Code;
            rest = rest[sign.Length..].TrimStart(':');
        }
        decimal sum = 0, times = 0, last = decimal.MaxValue;
        var parts = 0;
        while (!rest.IsEmpty && (char.IsAsciiDigit(rest[0]) || parts == 0 && rest[0] is '-' or '+' or '.'))
        {
            var length = 1;
            while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] == '.')) length++;
            if (!decimal.TryParse(rest[..length], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
            rest = rest[length..];
            var here = Magnitude(ref rest);
            if (parts > 0 && (Math.Max(1, here) >= last || here == 0 && rest.IsEmpty)) return null;
            sum = parts == 0 ? number : sum * (times / Math.Max(1, here)) + number;
            times = parts == 0 ? here : Math.Max(1, here);
            last = times;
            parts++;
            if (here == 0) break;
        }
        if (parts == 0) return null;
        var signed = currency is not null;
        if (rest.StartsWith("余")) rest = rest[1..];
        while (CurrencyWords.AtStart(rest) is { } word)
        {
            if (word.Code != "CNY" || currency is null) currency = currency is null or "CNY" ? word.Code : currency;
            rest = rest[word.Length..];
            signed = false;
        }
        rest = rest.TrimStart('(').TrimEnd(')').TrimEnd('。');
        if (CurrencyWords.AtStart(rest) is { } bracketed && bracketed.Length == rest.Length)
        {
            currency = bracketed.Code;
            rest = [];
        }
        return rest.IsEmpty || rest is "整" ? (sum, times, currency, signed) : null;
    }

    private static decimal Magnitude(ref ReadOnlySpan<char> rest)
    {
        foreach (var (word, times) in Magnitudes)
            if (rest.StartsWith(word))
            {
                rest = rest[word.Length..];
                return times;
            }
        return 0;
    }

    private static (decimal Times, string? Currency, bool Stated) Unit(string? unit)
    {
        if (unit is null) return (1, null, false);
        var rest = unit.AsSpan();
        var times = Magnitude(ref rest);
        return (Math.Max(1, times), CurrencyWords.AtStart(rest)?.Code, times > 0 || !rest.IsEmpty);
    }

    [GeneratedRegex(@"^(大约|约为|约|近|逾|超过|超|不低于|不少于|约合)|(左右|以上|余|多)$|余(?=[元美港欧])|(?<=\d)多?余(?=[万亿])", RegexOptions.None, 1000)]
    private static partial Regex Approximate();

    [GeneratedRegex(@"\d[^\d]*[-~—–至到][^\d]*\d", RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
