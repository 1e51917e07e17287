using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Sets a work report in type as GB/T 9704-2012 has it. Every figure stands in a content control that carries its key, and the
/// document brings a register of its figures, so each number can be found again. The same report gives the same bytes.
/// </summary>
public sealed class WordDocument
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes the report as the bytes of a docx file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="form">The faces it is set in; the standard's own when null.</param>
    public byte[] Write(WorkReport report, FormText? form = null)
    {
        form ??= FormText.Standard;
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = OfficialStyles.Write(form);
            main.AddNewPart<FontTablePart>("rId2").Fonts = OfficialStyles.Fonts(form);
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = PageSetup.Settings();
            main.AddNewPart<FooterPart>("rId4").Footer = PageSetup.PageNumber(JustificationValues.Right);
            main.AddNewPart<FooterPart>("rId5").Footer = PageSetup.PageNumber(JustificationValues.Left);
            FigureRegister.Write(main.AddNewPart<CustomXmlPart>("application/xml", "rId6"), report);
            main.Document = new Document(new WordBody(report, main, form).Write("rId4", "rId5"));
            WordProperties.Write(package, report);
        }
        return SteadyPackage.Repack(stream.ToArray());
    }
}
