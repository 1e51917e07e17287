using System.Text;
using System.Xml;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>The one way this folder opens XML: no document type, no resolver, and texts cut off at a limit instead of being held whole.</summary>
internal static class SheetXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 0x10000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>
    /// The text of the element the reader stands on, in its children too; phonetic guides are left out. A single run of text is bounded
    /// by <see cref="ZipGuard"/> already, so that holding it to measure it costs little.
    /// </summary>
    public static string Text(XmlReader xml, int longest)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        var depth = xml.Depth;
        var phonetic = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh" && phonetic < 0 && !xml.IsEmptyElement) phonetic = xml.Depth;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == phonetic) phonetic = -1;
            else if (phonetic < 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text = text.Length == 0 ? xml.Value : text + xml.Value;
                if (text.Length > longest) throw new Refusal($"有单元格的文字超过{longest}个字符的上限，请缩短后再导入");
            }
        }
        return Unescape(text);
    }

    /// <summary>Spreadsheet programs write control characters as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var plain = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (at + 7 <= text.Length && text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                plain.Append(text, from, at - from).Append((char)code);
                at = from = at + 7;
            }
            else at += 2;
        }
        return plain.Append(text, from, text.Length - from).ToString();
    }
}
