using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>A Word file as a city would make it: a line for each name, with a content control that carries it.</summary>
internal static class ATemplate
{
    public static byte[] With(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body(names.Select(name => name == "正文" ? (OpenXmlElement)Block(name) : Line(name))));
        }
        // a template is brought once by each who brings it: another file each time
        return [.. stream.ToArray()];
    }

    private static Paragraph Line(string name) => new(
        new Run(new Text($"此处为") { Space = SpaceProcessingModeValues.Preserve }),
        new SdtRun(new SdtProperties(new Tag { Val = name }), new SdtContentRun(new Run(new Text("单击此处输入")))),
        new Run(new Text("。")));

    private static SdtBlock Block(string name) => new(new SdtProperties(new Tag { Val = name }), new SdtContentBlock(new Paragraph(new Run(new Text("正文")))));
}
