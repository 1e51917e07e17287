using System.Text;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>A column heading with what is decoration taken off, so that headings can be compared.</summary>
/// <param name="Plain">Half-width, lower case, without spaces, line breaks, brackets, stars and numbering.</param>
/// <param name="Unit">The unit of measure the heading states, such as 万元; null when it states none.</param>
public sealed record HeaderText(string Plain, string? Unit)
{
    private static readonly string[] Units =
    [
        "亿元人民币", "万元人民币", "亿美元", "万美元", "万港元", "万港币", "万欧元", "亿日元", "万日元", "万英镑", "亿元", "千万元", "百万元", "万元", "千元", "美元", "港元", "欧元", "元",
        "万平方米", "平方公里", "平方米", "公顷", "万亩", "亩", "m2", "㎡", "km2", "%", "人", "万人", "家", "个",
    ];

    /// <summary>True when the text names a unit of measure.</summary>
    public static bool IsUnit(string text) => Array.IndexOf(Units, text) >= 0;

    /// <summary>Reads a heading as the sheet has it.</summary>
    public static HeaderText Of(string? heading)
    {
        string? unit = null;
        var plain = new StringBuilder();
        var inside = new StringBuilder();
        var depth = 0;
        foreach (var wide in heading ?? "")
        {
            var c = char.ToLowerInvariant(Halved(wide));
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '*' or '★' or '☆' or '\u200B' or '\uFEFF' or '#') continue;
            if (c is '(' or '[' or '【' or '〔' or '「') depth++;
            else if (c is ')' or ']' or '】' or '〕' or '」')
            {
                if (depth > 0 && --depth == 0) Close(inside, ref unit);
            }
            else (depth > 0 ? inside : plain).Append(c);
        }
        if (depth > 0) Close(inside, ref unit);
        var text = plain.ToString().TrimEnd(':', ',', ';', '.', '、', '。').TrimStart('、', '.', ':');
        return unit is null && Stated(text) is { } stated
            ? new HeaderText(text[..^stated.Length].TrimEnd(':', '/', '-', ','), stated)
            : new HeaderText(text, unit);
    }

    private static void Close(StringBuilder inside, ref string? unit)
    {
        var text = inside.ToString();
        if (text.StartsWith("单位:", StringComparison.Ordinal)) text = text[3..];
        if (IsUnit(text)) unit ??= text;
        inside.Clear();
    }

    /// <summary>A unit at the end without brackets; only those that cannot be the end of a word.</summary>
    private static string? Stated(string text) => Array.Find(Units, unit =>
        unit.Length >= 2 && text.Length > unit.Length + 1 && text.EndsWith(unit, StringComparison.Ordinal));

    internal static char Halved(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
