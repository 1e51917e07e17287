using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports;

/// <summary>Which report is begun.</summary>
public sealed class NewReportInput
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The year.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990至2100之间")] public int Year { get; set; }
    /// <summary>Up to which month, 1 to 12; as far as there are figures when left out.</summary>
    [Range(1, 12, ErrorMessage = "截止月份应在1至12之间")] public int? Months { get; set; }
    /// <summary>As it stood at the end of this day; today when left out.</summary>
    public DateOnly? AsOf { get; set; }
    /// <summary>The line under the title, such as ——2026年12月1日在市第五届人大常委会第十次会议上.</summary>
    [MaxLength(100, ErrorMessage = "会议名称最多100个字")] public string? Occasion { get; set; }
    /// <summary>Title and name of who reports.</summary>
    [MaxLength(60, ErrorMessage = "报告人最多60个字")] public string? Reporter { get; set; }
}

/// <summary>Begins a report: composes it from the figures and keeps it, every number beside its text.</summary>
public sealed class BeginReport(BridgeheadDb db, CollectFacts collect, ComposeWorkReport compose, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    private const string Committee = "主任、各位副主任、秘书长、各位委员";

    /// <summary>Begins it. Refused for a unit out of scope and a year without figures to come.</summary>
    public async Task<ReportDraft> Run(NewReportInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(NewReportInput.Unit));
        var facts = await collect.Run(unit!, input.Year, input.Months, input.AsOf, cancel);
        return await Keep(unit!, facts, input, null, cancel);
    }

    /// <summary>Keeps a report composed from facts; written by the asker unless somebody else is named.</summary>
    public async Task<ReportDraft> Keep(Unit unit, WorkReportFacts facts, NewReportInput input, string? by = null, CancellationToken cancel = default)
    {
        var hearing = facts.Kind == UnitKind.City ? new Hearing(Committee, "市人民政府", input.Occasion, input.Reporter) : facts.Hearing;
        facts = facts with { Hearing = hearing };
        var report = compose.Run(facts);
        var draft = new ReportDraft(ReportDraft.Work, unit.Id, facts.Year, facts.Months, facts.AsOf, asker.UserId, by ?? asker.Name, clock.GetUtcNow().UtcDateTime);
        draft.Word(new ReportHead(string.Join(' ', report.TitleWords), hearing?.Occasion ?? input.Occasion, hearing?.Reporter ?? input.Reporter, hearing?.Salutation, report.SignedBy, report.IssuedOn, null));
        var measures = ComposeWorkReport.Proposals(facts).Select((measure, at) => new ReportMeasure(draft.Id, at, measure)).ToList();
        await Keep(draft, report, measures, cancel);
        return draft;
    }

    /// <summary>Keeps a report of any kind: its text in blocks, every number beside it.</summary>
    internal async Task Keep(ReportDraft draft, WorkReport report, IReadOnlyList<ReportMeasure> measures, CancellationToken cancel = default)
    {
        db.Add(draft);
        db.AddRange(measures);
        await db.SaveChangesAsync(cancel);
        var (blocks, figures) = Parted(draft, report);
        // the whole text at once would be most of the trail: the blocks are noted by their number, each later change of one in full
        await BulkInsert.Into(db, blocks, cancel);
        await BulkInsert.Into(db, figures, cancel);
        db.Note(new FieldChange(nameof(ReportDraft), draft.Id, "Blocks", null, blocks.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static (List<ReportBlock> Blocks, List<ReportFigure> Figures) Parted(ReportDraft draft, WorkReport report)
    {
        var (blocks, figures) = (new List<ReportBlock>(), new List<ReportFigure>());
        int Number(BoundFigure figure)
        {
            figures.Add(new ReportFigure(draft.Id, figures.Count + 1, figure, draft.AsOf));
            return figures.Count;
        }
        blocks.Add(new ReportBlock(draft.Id, 0, 0, BlockKind.Paragraph, MarkedText.Of(report.Opening, Number)));
        foreach (var part in report.Parts)
            for (var at = 0; at < part.Blocks.Count; at++)
                blocks.Add(new ReportBlock(draft.Id, (int)part.Which + 1, at, KindOf(part.Blocks[at]), MarkedText.Of(part.Blocks[at], Number)));
        return (blocks, figures);
    }

    private static BlockKind KindOf(Block block) => block switch
    {
        SectionHeading => BlockKind.Heading,
        Tabulation => BlockKind.Table,
        Charting => BlockKind.Chart,
        _ => BlockKind.Paragraph,
    };
}
