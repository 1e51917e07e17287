using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>The text of the document, block by block.</summary>
internal sealed class WordBody(WorkReport report)
{
    private readonly WordRuns runs = new();

    public Body Write(string oddFooter, string evenFooter)
    {
        var body = new Body();
        foreach (var line in TitleLines.Of(report.TitleWords)) body.Append(Line("Title", line));
        if (report.Occasion is { } occasion) body.Append(Line("Occasion", occasion));
        if (report.Reporter is { } reporter) body.Append(Line("Occasion", reporter));
        body.Append(Blank());
        if (report.Addressee is { } addressee) body.Append(Line("Addressee", addressee));
        body.Append(Text(report.Opening));
        foreach (var part in report.Parts)
        {
            body.Append(Line("Heading1", part.Text));
            foreach (var block in part.Blocks) body.Append(Set(block));
        }
        body.Append(SignedAndDated());
        body.Append(PageSetup.Section(oddFooter, evenFooter));
        return body;
    }

    private IEnumerable<OpenXmlElement> Set(Block block) => block switch
    {
        SectionHeading heading => [Line("Heading2", heading.Text)],
        Paragraph paragraph => [Text(paragraph)],
        Tabulation table => new WordTable(table, runs).Write(),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private Set.Paragraph Text(Paragraph paragraph) =>
        new(paragraph.Sentences.SelectMany(sentence => sentence).Select(run => runs.Write(run)));

    private static Set.Paragraph Line(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordRuns.Words(text));

    private static Set.Paragraph Blank() => new(new ParagraphProperties(new ParagraphStyleId { Val = "Addressee" }));

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
        var right = ((int)(characters * OfficialFormat.TextWidth / 28)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Set.Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "Signature" }, new KeepLines(), new Indentation { Right = right, RightChars = (int)(characters * 100) }),
            WordRuns.Words(text));
    }
}
