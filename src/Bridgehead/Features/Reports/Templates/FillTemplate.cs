using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>A content control of a template.</summary>
/// <param name="Place">Where it stands: the number of the paragraph with the words around it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it stands for; null for a wrong name.</param>
public sealed record TemplatePlace(string Place, string Name, TemplateValue? Value);

/// <summary>Reads a template's content controls and fills them; everything else of the file stays as the city made it.</summary>
public sealed class FillTemplate
{
    private const long LargestPart = 20_000_000;
    private const int Around = 15;

    /// <summary>The named content controls, in order.</summary>
    /// <exception cref="Refusal">The file is no Word document.</exception>
    public IReadOnlyList<TemplatePlace> Places(byte[] file, TemplateNames names)
    {
        using var stream = new MemoryStream(file);
        using var package = Open(stream, false);
        return [.. Controls(package).Select(control => new TemplatePlace(Place(control.Paragraphs, control.Element), control.Name, names.Of(control.Name)))];
    }

    /// <summary>Refuses a template with a wrong name, saying where it stands, and one without any name.</summary>
    public void Refuse(IReadOnlyList<TemplatePlace> places)
    {
        Refusal.When(places.Count == 0, $"模板中没有内容控件；请在Word“开发工具”中插入内容控件，在“标记”里填写指标名称，如“到位资金.同比”", "File");
        var wrong = places.Where(place => place.Value is null).Select(place => $"{place.Place}的“{place.Name}”").ToList();
        Refusal.When(wrong.Count > 0, $"模板中有{wrong.Count}个名称不认识：{string.Join("；", wrong.Take(10))}。请改为指标名称或代码，后面可加.目标、.完成率、.同比", "File");
    }

    /// <summary>Fills a template.</summary>
    public byte[] Fill(byte[] file, TemplateNames names, WorkReport report, FormText form)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        stream.Position = 0;
        using (var package = Open(stream, true))
        {
            if (package.DocumentType == WordprocessingDocumentType.Template) package.ChangeDocumentType(WordprocessingDocumentType.Document);
            var main = package.MainDocumentPart!;
            var charts = new WordBody(report, main, form);
            foreach (var control in Controls(package).ToList())
            {
                if (names.Of(control.Name) is not { } value) continue;
                if (value.Shown is { } shown) Show(control.Element, shown);
                else if (control.Element is SdtBlock block) Show(block, charts, control.Name);
                else Show(control.Element, "");
            }
            Styled(main, form);
        }
        return SteadyPackage.Repack(stream.ToArray());
    }

    private static void Show(SdtBlock control, WordBody body, string name)
    {
        var part = TemplateNames.Parts.ToList().IndexOf(name) - 1;
        control.SdtContentBlock = new SdtContentBlock(body.Parts(part < 0 ? null : (ReportPart)part));
        control.SdtProperties?.RemoveAllChildren<ShowingPlaceholder>();
    }

    private static void Show(SdtElement control, string text)
    {
        control.SdtProperties?.RemoveAllChildren<ShowingPlaceholder>();
        var runs = control.Descendants<Set.Run>().ToList();
        if (runs.Count == 0) return;
        foreach (var run in runs.Skip(1)) run.Remove();
        runs[0].RemoveAllChildren<Text>();
        runs[0].RemoveAllChildren<Break>();
        // the look of a placeholder is not the look of the text
        if (runs[0].RunProperties?.RunStyle is { Val.Value: "PlaceholderText" or "a3" } style) style.Remove();
        runs[0].Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>The styles the parts are set in, where the template does not have its own of that name.</summary>
    private static void Styled(MainDocumentPart main, FormText form)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rIdStyles");
        part.Styles ??= new Styles();
        var there = part.Styles.Elements<Style>().Select(style => style.StyleId?.Value).ToHashSet();
        foreach (var style in OfficialStyles.Write(form).Elements<Style>().Where(style => !there.Contains(style.StyleId?.Value)).ToList())
        {
            style.Remove();
            style.Default = null;
            part.Styles.Append(style);
        }
    }

    private static IEnumerable<(SdtElement Element, string Name, IReadOnlyList<Set.Paragraph> Paragraphs)> Controls(WordprocessingDocument package)
    {
        var main = package.MainDocumentPart;
        Refusal.When(main?.Document?.Body is null, $"文件中没有正文，请上传Word文档（.docx或.dotx）", "File");
        OpenXmlElement[] roots = [main!.Document!.Body!, .. main.HeaderParts.Select(h => (OpenXmlElement?)h.Header).OfType<OpenXmlElement>(), .. main.FooterParts.Select(f => (OpenXmlElement?)f.Footer).OfType<OpenXmlElement>()];
        foreach (var root in roots)
        {
            var paragraphs = root.Descendants<Set.Paragraph>().ToList();
            foreach (var control in root.Descendants<SdtElement>())
                if (control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value is { Length: > 0 } name) yield return (control, name.Trim(), paragraphs);
        }
    }

    private static string Place(IReadOnlyList<Set.Paragraph> paragraphs, SdtElement control)
    {
        var paragraph = control.Ancestors<Set.Paragraph>().FirstOrDefault() ?? control.Descendants<Set.Paragraph>().FirstOrDefault();
        var at = paragraph is null ? 0 : paragraphs.ToList().IndexOf(paragraph) + 1;
        var text = paragraph?.InnerText ?? "";
        return text.Length == 0 ? $"第{at}段" : $"第{at}段（{(text.Length > Around ? text[..Around] + "…" : text)}）";
    }

    private static WordprocessingDocument Open(Stream stream, bool edit)
    {
        try
        {
            return WordprocessingDocument.Open(stream, edit, new OpenSettings { MaxCharactersInPart = LargestPart, AutoSave = edit });
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new Refusal($"无法读取该文件，请上传Word文档（.docx）");
        }
    }
}
