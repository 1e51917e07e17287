using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports.Bulletins;

namespace Bridgehead.Features.Reports;

/// <summary>A kept report with everything that belongs to it, as one person may see it.</summary>
/// <param name="Draft">The report.</param>
/// <param name="Unit">The unit reported on.</param>
/// <param name="Blocks">Its blocks in the order of print.</param>
/// <param name="Figures">Its numbers.</param>
/// <param name="Measures">What it promises.</param>
/// <param name="Release">What was frozen; null before the release.</param>
public sealed record KeptParts(
    ReportDraft Draft, Unit Unit, IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<ReportMeasure> Measures, ReportRelease? Release)
{
    /// <summary>Its numbers as they stand in the text.</summary>
    public IReadOnlyDictionary<int, BoundFigure> Bound => Figures.ToDictionary(figure => figure.Number, figure => figure.Bound());

    /// <summary>The report as a document: what was frozen, or before the release its blocks put together.</summary>
    public WorkReport Document => Release is { } release ? KeptReport.Read(release.Document) : PutTogether();

    private WorkReport PutTogether()
    {
        var bound = Bound;
        var opening = Blocks.Where(block => block.Part == 0).SelectMany(block => MarkedText.Runs(block.Text, bound));
        return new WorkReport
        {
            TitleWords = Draft.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries), Edition = Edition.Full, UnitCode = Unit.Code,
            From = new DateOnly(Draft.Year, 1, 1), To = new DateOnly(Draft.Year, Draft.Months, 1).AddMonths(1).AddDays(-1), AsOf = Draft.AsOf,
            Occasion = Draft.Occasion, Reporter = Draft.Reporter, Addressee = Draft.Addressee is { } to ? to + "：" : null, Opening = Paragraph.Of(opening),
            Parts = Draft.Kind == ReportDraft.Bulletin ? BulletinParts.Of(slot => Part(slot + 1, bound)) : [.. Enum.GetValues<ReportPart>().Select(part => new Part(part, Part((int)part + 1, bound)))],
            SignedBy = Draft.SignedBy, IssuedOn = Draft.IssuedOn, Attachments = Draft.Attachments?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        };
    }

    private List<Block> Part(int part, IReadOnlyDictionary<int, BoundFigure> bound)
    {
        var (blocks, sections) = (new List<Block>(), 0);
        foreach (var block in Blocks.Where(block => block.Part == part))
            blocks.Add(MarkedText.Read(block.Kind, block.Text, block.Kind == BlockKind.Heading ? ++sections : sections, bound));
        return blocks;
    }
}
