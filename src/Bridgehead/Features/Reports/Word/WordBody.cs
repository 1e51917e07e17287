using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>The text of the document, block by block.</summary>
internal sealed class WordBody(WorkReport report, MainDocumentPart main, FormText form)
{
    private readonly WordRuns runs = new(report.Edition == Edition.Masked);
    private int charts;

    public Body Write(string oddFooter, string evenFooter)
    {
        var body = new Body();
        foreach (var line in TitleLines.Of(report.TitleWords)) body.Append(Line("Title", line));
        if (report.Occasion is { } occasion) body.Append(Line("Occasion", occasion));
        if (report.Reporter is { } reporter) body.Append(Line("Occasion", reporter));
        body.Append(Blank());
        if (report.Addressee is { } addressee) body.Append(Line("Addressee", addressee));
        body.Append(Text(report.Opening));
        body.Append(Parts(null));
        body.Append(Attached());
        body.Append(SignedAndDated());
        body.Append(PageSetup.Section(oddFooter, evenFooter));
        return body;
    }

    /// <summary>The four parts with their headings, or the text of one without its heading.</summary>
    public IEnumerable<OpenXmlElement> Parts(ReportPart? only) => only is { } one
        ? report.Parts.Where(part => part.Which == one).SelectMany(part => part.Blocks).SelectMany(block => Set(block))
        : report.Parts.SelectMany(part => part.Blocks.SelectMany(block => Set(block)).Prepend<OpenXmlElement>(Line("Heading1", part.Text)));

    private IEnumerable<OpenXmlElement> Set(Block block) => block switch
    {
        SectionHeading heading => [Line("Heading2", heading.Text)],
        Paragraph paragraph => [Text(paragraph)],
        Tabulation table => new WordTable(table, runs, form.BoxedTables).Write(),
        Charting chart => new WordTable(chart.Data, runs, form.BoxedTables).Write(WordChart.Write(main, chart, ++charts, form)),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private Set.Paragraph Text(Paragraph paragraph) =>
        new(paragraph.Sentences.SelectMany(sentence => sentence).Select(run => runs.Write(run)));

    private static Set.Paragraph Line(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordRuns.Words(text));

    private static Set.Paragraph Blank() => new(new ParagraphProperties(new ParagraphStyleId { Val = "Addressee" }));

    /// <summary>附件说明: a blank line below the text, two characters in; several are numbered one below the other, none has a full stop.</summary>
    private IEnumerable<OpenXmlElement> Attached()
    {
        if (report.Attachments.Count == 0) yield break;
        yield return Blank();
        for (var at = 0; at < report.Attachments.Count; at++)
        {
            var number = report.Attachments.Count == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}.");
            var (left, hanging) = (at == 0 ? 2 + 3 + number.Length * 0.5 : 5 + number.Length * 0.5, at == 0 ? 3 + number.Length * 0.5 : number.Length * 0.5);
            yield return new Set.Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Addressee" }, new Indentation { Left = Characters(left), LeftChars = (int)(left * 100), Hanging = Characters(hanging), HangingChars = (int)(hanging * 100) }),
                WordRuns.Words((at == 0 ? "附件：" : "") + number + report.Attachments[at].TrimEnd('。', '；', '.')));
        }
    }

    private static string Characters(double characters) => ((int)(characters * OfficialFormat.TextWidth / 28)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// 成文日期 stands four characters in from the right and 署名 is centred over it; a signature wider than that keeps inside the 版心.
    /// </summary>
    private IEnumerable<OpenXmlElement> SignedAndDated()
    {
        if (report.SignedBy is null && report.IssuedOn is null) yield break;
        yield return Blank();
        var date = report.IssuedOn is { } day ? PeriodWords.Day(day).Text : "";
        if (report.SignedBy is { } signature)
            yield return FromRight(signature, Math.Max(0, 4 + (TitleLines.Width(date) - TitleLines.Width(signature)) / 2));
        if (date.Length > 0) yield return FromRight(date, 4);
    }

    private static Set.Paragraph FromRight(string text, double characters)
    {
        return new Set.Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "Signature" }, new KeepLines(), new Indentation { Right = Characters(characters), RightChars = (int)(characters * 100) }),
            WordRuns.Words(text));
    }
}
