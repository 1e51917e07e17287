using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>The one way this folder opens XML: no document type, no entities, no resolver, bounded. Whatever is not XML is refused in a sentence.</summary>
internal static class SafeXml
{
    private const long Longest = 8L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Longest, MaxCharactersFromEntities = 1024,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    };

    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The document. Refused when it is none, or declares a document type.</summary>
    public static XElement Load(Stream content) => Try(content) switch
    {
        (null, true) => throw new Refusal($"XML中含有文档类型声明（DOCTYPE），可能夹带外部内容，不予读取", "File"),
        (null, _) => throw new Refusal($"文件不是完整的XML，请从税务平台重新下载后上传", "File"),
        var (root, _) => root,
    };

    /// <summary>The document; null where it is none.</summary>
    public static XElement? Find(Stream content) => Try(content) switch
    {
        (null, true) => throw new Refusal($"XML中含有文档类型声明（DOCTYPE），可能夹带外部内容，不予读取", "File"),
        var (root, _) => root,
    };

    /// <summary>The child of that name, whatever its namespace.</summary>
    public static XElement? Child(this XElement? from, string name) => from?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>The element at the end of a path of names; null when there is none.</summary>
    public static XElement? At(this XElement? from, params string[] path) => path.Aggregate(from, (at, name) => at.Child(name));

    /// <summary>Its text; empty when there is none.</summary>
    public static string Words(this XElement? element) => element is null || element.Value.Length > 20_000 ? "" : element.Value;

    private static (XElement? Root, bool Declares) Try(Stream content)
    {
        try
        {
            using var reader = XmlReader.Create(content, Settings);
            return (XElement.Load(reader), false);
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            return (null, failure is XmlException && (failure.Message.Contains("DTD", StringComparison.Ordinal) || failure.Message.Contains("entit", StringComparison.OrdinalIgnoreCase)));
        }
    }
}
