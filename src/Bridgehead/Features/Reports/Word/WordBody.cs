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

    /// <summary>Lines of a text that is not broken above a table.</summary>
    private const int Short = 4;

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
        NeverAlone(body);
        body.Append(PageSetup.Section(oddFooter, evenFooter));
        return body;
    }

    /// <summary>The four parts with their headings, or the text of one without its heading.</summary>
    public IEnumerable<OpenXmlElement> Parts(ReportPart? only) => only is { } one
        ? report.Parts.Where(part => part.Which == one).SelectMany(part => Set(part.Blocks))
        : report.Parts.SelectMany(part => Set(part.Blocks).Prepend(Line("Heading1", part.Text)));

    private IEnumerable<OpenXmlElement> Set(IReadOnlyList<Block> blocks) =>
        blocks.SelectMany((block, at) => Set(block, at + 1 < blocks.Count && blocks[at + 1] is Tabulation or Charting));

    private IEnumerable<OpenXmlElement> Set(Block block, bool aboveTable) => block switch
    {
        SectionHeading heading => [Line("Heading2", heading.Text)],
        Paragraph paragraph => [Text(paragraph, aboveTable)],
        Tabulation table => new WordTable(table, runs, form.BoxedTables).Write(),
        Charting chart => new WordTable(chart.Data, runs, form.BoxedTables).Write(WordChart.Write(main, chart, ++charts, form)),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    /// <summary>What is said of a table stays on its page; a long text may break, its end stays.</summary>
    private Set.Paragraph Text(Paragraph paragraph, bool aboveTable = false)
    {
        var text = paragraph.Sentences.SelectMany(sentence => sentence).Select(run => runs.Write(run));
        if (!aboveTable) return new Set.Paragraph(text);
        var kept = new ParagraphProperties(new KeepNext());
        if (TitleLines.Width(paragraph.Text) <= Short * 28) kept.Append(new KeepLines());
        return new Set.Paragraph([kept, .. text]);
    }

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
    /// Without a date the signature stands two characters in.
    /// </summary>
    private IEnumerable<OpenXmlElement> SignedAndDated()
    {
        if (report.SignedBy is null && report.IssuedOn is null) yield break;
        yield return Blank();
        var date = report.IssuedOn is { } day ? PeriodWords.Day(day).Text : "";
        if (report.SignedBy is { } signature)
            yield return FromRight(signature, date.Length == 0 ? 2 : Math.Max(0, 4 + (TitleLines.Width(date) - TitleLines.Width(signature)) / 2));
        if (date.Length > 0) yield return FromRight(date, 4);
    }

    /// <summary>署名 and 成文日期 never stand on a page without text: the end of the text goes there with them.</summary>
    private static void NeverAlone(OpenXmlElement body)
    {
        if (body.LastChild is not Set.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: "Signature" } last) return;
        for (var above = last.PreviousSibling<OpenXmlElement>(); above is Set.Paragraph paragraph; above = above.PreviousSibling<OpenXmlElement>())
        {
            (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext ??= new KeepNext();
            if (paragraph.ParagraphProperties.ParagraphStyleId?.Val?.Value is not ("Signature" or "Addressee")) return;
        }
    }

    private static Set.Paragraph FromRight(string text, double characters)
    {
        return new Set.Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "Signature" }, new KeepLines(), new Indentation { Right = Characters(characters), RightChars = (int)(characters * 100) }),
            WordRuns.Words(text));
    }
}
