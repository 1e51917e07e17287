using System.Globalization;
using System.Xml;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Streams the rows of one sheet of an Office Open XML workbook.</summary>
/// <remarks>Refusals are thrown behind a plain condition here: making their sentence for every cell would cost more than reading it.</remarks>
internal sealed class XlsxSheet(XlsxBook book, string part)
{
    private const int LastRowOfAll = 1_048_576;

    public IEnumerable<RawRow> Rows()
    {
        if (book.Part(part) is not { } stream) yield break;
        var cells = new object?[Math.Min(64, book.Limits.Columns)];
        using var xml = SheetXml.Open(stream);
        int number = 0, held = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number = DateFormats.Number(xml.GetAttribute("r")) is var own && own > number ? own : number + 1;
            if (number > LastRowOfAll) throw new Refusal($"工作表里有第{number}行，超出电子表格的行数，文件不可信，不予读取");
            if (xml.IsEmptyElement) continue;
            var width = ReadCells(xml, ref cells, number);
            if (width == 0) continue;
            if (++held > book.Limits.Rows) throw new Refusal($"工作表超过{book.Limits.Rows}行的上限，请拆分后再导入");
            yield return new RawRow(number, cells[..width]);
            Array.Clear(cells, 0, width);
        }
    }

    /// <summary>Finds the merged areas, which the file lists behind all of its rows, without parsing those rows.</summary>
    public IReadOnlyList<MergedArea> Merged()
    {
        if (book.Part(part) is not { } stream) return [];
        using (stream) return MergedAreaScan.Read(stream, book.Limits.MergedAreas);
    }

    private int ReadCells(XmlReader xml, ref object?[] cells, int number)
    {
        var depth = xml.Depth;
        int column = -1, width = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = xml.GetAttribute("r") is { } reference ? CellReference.Parse(reference).Column : column + 1;
            if (xml.IsEmptyElement) continue;
            var value = ReadCell(xml);
            if (value is null) continue;
            if (column < 0) throw new Refusal($"第{number}行有位置不明的单元格，文件已损坏，不予读取");
            if (column >= book.Limits.Columns) throw new Refusal($"第{number}行用到第{column + 1}列，超过{book.Limits.Columns}列的上限，请删去多余的列后再导入");
            if (column >= cells.Length) Array.Resize(ref cells, book.Limits.Columns);
            cells[column] = value;
            width = Math.Max(width, column + 1);
        }
        return width;
    }

    private object? ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = DateFormats.Number(xml.GetAttribute("s"));
        var depth = xml.Depth;
        var formula = false;
        string? text = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "v" or "is") text = SheetXml.Text(xml, book.Limits.CellCharacters);
            else if (xml.LocalName == "f") formula = true;
        }
        if (string.IsNullOrEmpty(text)) return formula && text is null ? CellError.NotCalculated : null;
        return type switch
        {
            "s" => int.TryParse(text, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < book.Texts.Length ? NullIfEmpty(book.Texts[at]) : new CellError("#SST!"),
            "inlineStr" or "str" => text,
            "b" => text is "1" or "true",
            "e" => new CellError(text),
            "d" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : text,
            _ => Number(text, style),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private object Number(string text, int style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return text;
        return style < 0 || style >= book.Looks.Length ? number : book.Looks[style] switch
        {
            NumberLook.Day => DateFormats.Day(number, book.From1904) is { } day ? day : number,
            NumberLook.Share => new CellPercent(number),
            _ => number,
        };
    }
}
