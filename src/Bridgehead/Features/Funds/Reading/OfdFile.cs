using System.IO.Compression;
using System.Xml.Linq;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>The package of an OFD document (GB/T 33190), judged before anything in it is believed; its parts are found by the paths the standard gives.</summary>
internal sealed class OfdFile : IDisposable
{
    // an invoice is some tens of kilobytes; a bundle with its pictures some megabytes
    private static readonly ReadingLimits Limits = new() { FileBytes = 20L << 20, UnpackedBytes = 64L << 20, EntryBytes = 32L << 20, Entries = 500, Ratio = 200, RatioFloorBytes = 1L << 20 };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts;

    private OfdFile(ZipArchive zip)
    {
        this.zip = zip;
        parts = zip.Entries.Where(e => e.Length > 0).ToDictionary(e => Plain(e.FullName), StringComparer.Ordinal);
        Root = Xml("OFD.xml") ?? throw new Refusal($"OFD文件不完整（缺OFD.xml），请重新下载后上传", "File");
        var body = Root.Child("DocBody");
        var document = Plain(body.Child("DocRoot").Words().Trim());
        Folder = document.Contains('/', StringComparison.Ordinal) ? document[..(document.LastIndexOf('/') + 1)] : "";
        Document = Xml(document) ?? throw new Refusal($"OFD文件不完整（缺正文），请重新下载后上传", "File");
        Signed = body.Child("Signatures") is not null;
    }

    /// <summary>The first part, OFD.xml.</summary>
    public XElement Root { get; }

    /// <summary>The document's own part.</summary>
    public XElement Document { get; }

    /// <summary>The folder of the document.</summary>
    public string Folder { get; }

    /// <summary>Whether it carries a signature; the signature itself is not judged.</summary>
    public bool Signed { get; }

    /// <summary>Opens a package. Refused when it is a bomb, lies about its sizes, or is no OFD.</summary>
    public static OfdFile Open(Stream file)
    {
        Refusal.When(file.Length > Limits.FileBytes, $"OFD文件超过20MB，请只上传发票本身", "File");
        Judge(file);
        file.Position = 0;
        return new OfdFile(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
    }

    /// <summary>The data of the document by name.</summary>
    public IEnumerable<(string Name, string Text)> Data => Root.At("DocBody", "DocInfo", "CustomDatas")?.Elements()
        .Select(e => (e.Attribute("Name")?.Value ?? "", e.Words())) ?? [];

    /// <summary>The invoices attached to it.</summary>
    public IEnumerable<XElement> Attached()
    {
        var named = Plain(Document.Child("Attachments").Words().Trim());
        var list = Folder + named;
        var places = (named.Length == 0 ? null : Xml(list) ?? Xml(named))?.Elements().Select(a => Resolve(list, a.Child("FileLoc").Words().Trim())) ?? [];
        var guessed = parts.Keys.Where(k => k.EndsWith("original_invoice.xml", StringComparison.OrdinalIgnoreCase));
        foreach (var place in places.Concat(guessed).Distinct(StringComparer.Ordinal).Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            if (Xml(place) is { } root && EInvoice.Is(root)) yield return root;
    }

    /// <summary>The tags of the page texts as they stand; many programs write them as no well-formed XML.</summary>
    public IEnumerable<string> Tags()
    {
        foreach (var (name, part) in parts)
        {
            if (!name.Contains("/Tags/", StringComparison.OrdinalIgnoreCase) || name.EndsWith("CustomTags.xml", StringComparison.OrdinalIgnoreCase) || part.Length > 1 << 20) continue;
            using var reader = new StreamReader(part.Open());
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>The pages, each with its template behind it; at most ten.</summary>
    public IEnumerable<(XElement Page, XElement? Template)> Pages()
    {
        foreach (var page in Document.Child("Pages")?.Elements().Take(10) ?? [])
        {
            if (Located(page) is not { } content) continue;
            var wanted = content.Child("Template")?.Attribute("TemplateID")?.Value;
            var template = Document.Child("CommonData")?.Elements().FirstOrDefault(e => e.Name.LocalName == "TemplatePage" && e.Attribute("ID")?.Value == wanted);
            yield return (content, wanted is null || template is null ? null : Located(template));
        }
    }

    /// <inheritdoc />
    public void Dispose() => zip.Dispose();

    /// <summary>The sentence for a package that cannot be unpacked.</summary>
    public static Refusal Damaged() => new($"OFD文件已损坏或没有传完，请重新下载后上传", "File");

    private static void Judge(Stream file)
    {
        try
        {
            ZipGuard.Inspect(file, Limits);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private XElement? Located(XElement element) => element.Attribute("BaseLoc")?.Value is { } place ? Xml(Resolve(Folder, place)) : null;

    private XElement? Xml(string name)
    {
        if (!parts.TryGetValue(Plain(name), out var part)) return null;
        using var content = part.Open();
        return SafeXml.Find(content);
    }

    private static string Resolve(string from, string place) =>
        place.StartsWith('/') ? Plain(place) : from[..(from.LastIndexOf('/') + 1)] + place;

    private static string Plain(string name) => name.Replace('\\', '/').TrimStart('/');
}
