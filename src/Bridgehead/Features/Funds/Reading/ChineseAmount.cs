using System.Text;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Amounts in Chinese capital numerals (大写金额), as bills must carry them: 叁佰壹拾捌圆整 (支付结算办法, annex on filling in bills).</summary>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const string Plain = "〇一二三四五六七八九";

    /// <summary>The amount in capitals. Up to 9999 亿; negative with 负 before it.</summary>
    public static string Write(Money amount)
    {
        var (fen, text) = (Math.Abs((decimal)amount.Fen), new StringBuilder());
        if (amount.Fen < 0) text.Append('负');
        var yuan = decimal.Truncate(fen / 100);
        var (jiao, cents) = ((int)(fen / 10 % 10), (int)(fen % 10));
        if (yuan > 0) text.Append(Whole(yuan)).Append('圆');
        if (jiao == 0 && cents == 0) return text.Append(yuan == 0 ? "零圆整" : "整").ToString();
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        else if (yuan > 0) text.Append('零');
        return cents > 0 ? text.Append(Digits[cents]).Append('分').ToString() : text.Append('整').ToString();
    }

    /// <summary>The amount capitals stand for; null when they are none.</summary>
    public static Money? Read(string? capitals)
    {
        var text = ReadText.Clean(capitals).Replace(" ", "", StringComparison.Ordinal).Trim('ⓧ', '⊗', '×', '¥', '￥', '：', ':');
        if (text.StartsWith("人民币", StringComparison.Ordinal)) text = text[3..];
        var negative = text.StartsWith('负') || text.StartsWith("（负数）", StringComparison.Ordinal) || text.StartsWith("(负数)", StringComparison.Ordinal);
        text = text.Replace("（负数）", "", StringComparison.Ordinal).Replace("(负数)", "", StringComparison.Ordinal).TrimStart('负').TrimEnd('整', '正');
        if (text.Length is 0 or > 60) return null;
        decimal yuan = 0, section = 0, fen = 0, digit = 0;
        var (seen, whole) = (false, true);
        foreach (var c in text)
        {
            if (DigitOf(c) is { } d)
            {
                (digit, seen) = (d, true);
                continue;
            }
            switch (c)
            {
                case '拾' or '十': section += (digit == 0 && !seen ? 1 : digit == 0 ? 1 : digit) * 10; break;
                case '佰' or '百': section += digit * 100; break;
                case '仟' or '千': section += digit * 1000; break;
                case '万' or '萬': (yuan, section) = (yuan + (section + digit) * 10_000m, 0); break;
                case '亿' or '億': (yuan, section) = ((yuan + section + digit) * 100_000_000m, 0); break;
                case '圆' or '元' when whole: (yuan, section, whole) = (yuan + section + digit, 0, false); break;
                case '角': fen += digit * 10; whole = false; break;
                case '分': fen += digit; whole = false; break;
                case '整' or '正': break;
                default: return null;
            }
            (digit, seen) = (0, true);
        }
        if (whole || digit != 0 || yuan > 10_000_000_000_000m) return null;
        var total = (long)(yuan * 100 + fen);
        return new Money(negative ? -total : total);
    }

    private static int? DigitOf(char c) => (Digits.IndexOf(c, StringComparison.Ordinal), Plain.IndexOf(c, StringComparison.Ordinal)) switch
    {
        ( >= 0 and var capital, _) => capital,
        (_, >= 0 and var plain) => plain,
        _ => c switch { '两' => 2, '弍' or '貳' => 2, '叄' or '参' => 3, '陸' => 6, _ => null },
    };

    private static string Whole(decimal yuan)
    {
        var text = new StringBuilder();
        var (rest, pending) = (yuan, false);
        foreach (var (size, name) in new[] { (1_0000_0000_0000m, "万亿"), (1_0000_0000m, "亿"), (1_0000m, "万"), (1m, "") })
        {
            var part = (int)decimal.Truncate(rest / size);
            rest %= size;
            if (part == 0)
            {
                pending = pending || text.Length > 0;
                continue;
            }
            if (text.Length > 0 && (pending || part < 1000)) text.Append('零');
            text.Append(Section(part)).Append(name == "万亿" ? rest >= 1_0000_0000m ? "万" : "万亿" : name);
            pending = false;
        }
        return text.ToString();
    }

    private static string Section(int part)
    {
        var text = new StringBuilder();
        var zero = false;
        foreach (var (size, name) in new[] { (1000, "仟"), (100, "佰"), (10, "拾"), (1, "") })
        {
            var digit = part / size % 10;
            if (digit == 0)
            {
                zero = zero || text.Length > 0;
                continue;
            }
            if (zero) text.Append('零');
            text.Append(Digits[digit]).Append(name);
            zero = false;
        }
        return text.ToString();
    }
}
