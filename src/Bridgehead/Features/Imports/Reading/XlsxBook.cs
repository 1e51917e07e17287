using System.IO.Compression;
using System.Xml;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>An Office Open XML workbook: which sheets it has, its shared texts and which cell styles show days.</summary>
/// <remarks>Read with the framework's own XML reader: twice as fast as the next best library and with a quarter of its allocations.</remarks>
internal sealed class XlsxBook : IDisposable
{
    private readonly ZipArchive _package;
    private readonly ReadingLimits _limits;
    private string[]? _texts;
    private NumberLook[]? _looks;

    public XlsxBook(Stream file, ReadingLimits limits)
    {
        _package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        _limits = limits;
        Sheets = ReadSheets();
    }

    public IReadOnlyList<RawSheet> Sheets { get; }

    public bool From1904 { get; private set; }

    public ReadingLimits Limits => _limits;

    /// <summary>The texts that cells refer to by number.</summary>
    public string[] Texts => _texts ??= ReadTexts();

    /// <summary>By number of the cell style, how it shows a number.</summary>
    public NumberLook[] Looks => _looks ??= ReadLooks();

    public void Dispose() => _package.Dispose();

    public Stream? Part(string name) =>
        (_package.GetEntry(name) ?? _package.Entries.FirstOrDefault(entry => Same(entry.FullName, name)))?.Open();

    private static bool Same(string one, string other) =>
        string.Equals(one.Replace('\\', '/'), other, StringComparison.OrdinalIgnoreCase);

    private List<RawSheet> ReadSheets()
    {
        var targets = ReadTargets();
        var sheets = new List<RawSheet>();
        using var xml = SheetXml.Open(Part("xl/workbook.xml") ?? throw new Refusal($"这不是 Excel 工作簿，请导入 xlsx、xls 或 csv 文件"));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") From1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || !targets.TryGetValue(RelationOf(xml), out var part)) continue;
            var sheet = new XlsxSheet(this, part);
            sheets.Add(new RawSheet(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", sheet.Rows, sheet.Merged) { From1904 = From1904 });
            Refusal.When(sheets.Count > _limits.Sheets, $"工作簿有{_limits.Sheets}个以上的工作表，请拆分后再导入");
        }
        return sheets;
    }

    private static string RelationOf(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "id" || xml.NamespaceURI.Length == 0) continue;
            var id = xml.Value;
            xml.MoveToElement();
            return id;
        }
        xml.MoveToElement();
        return "";
    }

    private Dictionary<string, string> ReadTargets()
    {
        var targets = new Dictionary<string, string>();
        if (Part("xl/_rels/workbook.xml.rels") is not { } part) return targets;
        using var xml = SheetXml.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            if (xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) != true || xml.GetAttribute("TargetMode") == "External") continue;
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private string[] ReadTexts()
    {
        if (Part("xl/sharedStrings.xml") is not { } part) return [];
        var texts = new List<string>();
        using var xml = SheetXml.Open(part);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(SheetXml.Text(xml, _limits.CellCharacters));
        return [.. texts];
    }

    private NumberLook[] ReadLooks()
    {
        if (Part("xl/styles.xml") is not { } part) return [];
        var own = new Dictionary<int, NumberLook>();
        var looks = new List<NumberLook>();
        using var xml = SheetXml.Open(part);
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            var format = DateFormats.Number(xml.GetAttribute("numFmtId"));
            if (xml.LocalName == "numFmt") own[format] = DateFormats.LookOf(xml.GetAttribute("formatCode") ?? "");
            if (inCells && xml.LocalName == "xf") looks.Add(own.TryGetValue(format, out var known) ? known : DateFormats.LookOf(format));
        }
        return [.. looks];
    }
}
