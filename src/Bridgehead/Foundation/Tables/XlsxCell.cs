using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>Writes one cell of a sheet.</summary>
internal static class XlsxCell
{
    private const int LongestText = 32_767;
    private const string Cut = "…（已截断）";
    private static readonly DateTime Before1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static void Write(StringBuilder xml, int column, int row, object value, TableColumnKind kind, bool heading)
    {
        xml.Append("<c r=\"");
        Letters(xml, column);
        xml.Append(CultureInfo.InvariantCulture, $"{row}\"");
        switch (value)
        {
            case Money money: Number(xml, XlsxParts.MoneyStyle, money.Yuan); break;
            case DateOnly day: Number(xml, XlsxParts.DateStyle, day.DayNumber - DateOnly.FromDateTime(Before1900).DayNumber); break;
            case DateTime time: Number(xml, XlsxParts.TimeStyle, Math.Round((decimal)(time - Before1900).TotalDays, 10)); break;
            case decimal or int or long or short or byte: Number(xml, StyleOf(kind), Share(kind, Convert.ToDecimal(value, CultureInfo.InvariantCulture))); break;
            case double or float when Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)) < 7e27: Number(xml, StyleOf(kind), Share(kind, Convert.ToDecimal(value, CultureInfo.InvariantCulture))); break;
            case bool truth: xml.Append(truth ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>"); break;
            default: Text(xml, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", heading); break;
        }
    }

    private static int StyleOf(TableColumnKind kind) => kind switch
    {
        TableColumnKind.Money => XlsxParts.MoneyStyle,
        TableColumnKind.Percent => XlsxParts.PercentStyle,
        _ => XlsxParts.PlainStyle,
    };

    private static decimal Share(TableColumnKind kind, decimal number) => kind == TableColumnKind.Percent ? number / 100 : number;

    private static void Number(StringBuilder xml, int style, decimal number) =>
        xml.Append(CultureInfo.InvariantCulture, $" s=\"{style}\"><v>{number}</v></c>");

    private static void Text(StringBuilder xml, string text, bool heading)
    {
        if (text.Length > LongestText) text = string.Concat(text.AsSpan(0, LongestText - Cut.Length), Cut);
        var style = heading ? XlsxParts.HeadingStyle : FormulaText.IsRisky(text) ? XlsxParts.QuotedStyle : XlsxParts.TextStyle;
        xml.Append(CultureInfo.InvariantCulture, $" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (var i = 0; i < text.Length; i++) Escape(xml, text, i);
        xml.Append("</t></is></c>");
    }

    /// <summary>What XML cannot hold is written as <c>_x0001_</c>, and what only looks so is kept apart (ECMA-376 part 1, 22.9.2.19).</summary>
    private static void Escape(StringBuilder xml, string text, int i)
    {
        var c = text[i];
        if (c == '&') xml.Append("&amp;");
        else if (c == '<') xml.Append("&lt;");
        else if (c == '>') xml.Append("&gt;");
        else if (c == '_' && LooksEscaped(text, i)) xml.Append("_x005F_");
        else if (c is < ' ' and not ('\n' or '\t') or '\uFFFE' or '\uFFFF' || IsLone(text, i)) xml.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        else xml.Append(c);
    }

    private static bool LooksEscaped(string text, int i) =>
        i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && AllHex(text.AsSpan(i + 2, 4));

    private static bool AllHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool IsLone(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));

    private static void Letters(StringBuilder xml, int column)
    {
        if (column >= 26) Letters(xml, column / 26 - 1);
        xml.Append((char)('A' + column % 26));
    }
}
