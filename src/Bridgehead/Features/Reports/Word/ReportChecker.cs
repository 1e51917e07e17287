using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Reads a report's docx again, as anybody may have edited it in Word, and finds the numbers that are bound to no figure and the
/// figures that no longer show what they were written with.
/// </summary>
public sealed class ReportChecker
{
    private const int Around = 12;
    private const long LargestPart = 50_000_000;

    /// <summary>Checks a document.</summary>
    /// <exception cref="Refusal">The file is no Word document, or too large to be a report.</exception>
    public ReportCheck Check(Stream docx)
    {
        try
        {
            using var package = WordprocessingDocument.Open(docx, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            var main = package.MainDocumentPart;
            if (main?.Document?.Body is not { } body) throw new Refusal($"文件中没有正文，请上传由系统生成的Word报告");
            var register = FigureRegister.Read(main);
            var tags = register.Select(figure => figure.Tag).ToHashSet(StringComparer.Ordinal);
            return new ReportCheck(
                [.. body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().SelectMany(paragraph => Loose(paragraph, tags))],
                [.. Altered(body, register)],
                Controls(body).Count(control => tags.Contains(TagOf(control))));
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new Refusal($"无法读取该文件，请上传Word文档（.docx）");
        }
    }

    private static List<LooseNumber> Loose(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph, HashSet<string> tags)
    {
        var (shown, open) = (new StringBuilder(), new StringBuilder());
        foreach (var text in paragraph.Descendants<Text>())
        {
            shown.Append(text.Text);
            if (IsBound(text, tags)) open.Append('□', text.Text.Length);
            else open.Append(text.Text);
        }
        var (whole, unbound) = (shown.ToString(), open.ToString());
        return [.. LooseNumbers.In(unbound).Select(found => new LooseNumber(found.Number, Context(whole, found.At, found.Number.Length)))];
    }

    private static bool IsBound(Text text, HashSet<string> tags) =>
        text.Ancestors<SdtRun>().Any(control => tags.Contains(TagOf(control)))
        || text.Ancestors<DocumentFormat.OpenXml.Wordprocessing.Run>().Any(run => run.RunProperties?.RunStyle?.Val?.Value == OfficialStyles.NameStyle);

    private static IEnumerable<AlteredFigure> Altered(Body body, IReadOnlyList<(string Tag, string Display)> register)
    {
        var written = register.ToLookup(figure => figure.Tag, figure => figure.Display, StringComparer.Ordinal);
        return Controls(body)
            .Select(control => (Tag: TagOf(control), Now: control.SdtContentRun?.InnerText ?? ""))
            .Where(figure => written.Contains(figure.Tag) && !written[figure.Tag].Contains(figure.Now, StringComparer.Ordinal))
            .Select(figure => new AlteredFigure(figure.Tag, written[figure.Tag].First(), figure.Now));
    }

    private static IEnumerable<SdtRun> Controls(OpenXmlElement body) => body.Descendants<SdtRun>();

    private static string TagOf(SdtRun control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";

    private static string Context(string text, int at, int length)
    {
        var from = Math.Max(0, at - Around);
        return text[from..Math.Min(text.Length, at + length + Around)];
    }
}
