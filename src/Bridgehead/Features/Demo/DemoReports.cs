using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>The reports of the demo city: last year's, released, with measures some of which are done; this year's draft, of which two numbers have moved since.</summary>
internal sealed class DemoReports(BridgeheadDb db, CollectFacts collect, BeginReport begin, DecideReport decide) : DemoChapter
{
    private const string Clerk = "周敏", Reviewer = "何立群";

    private static readonly (MeasureState State, string? Note)[] States =
    [
        (MeasureState.Done, "六月底前已逐项补齐，见市经合局专题通报"), (MeasureState.Underway, "已开展两轮专题调度"), (MeasureState.Done, "相关单位均已回访"),
        (MeasureState.Planned, null), (MeasureState.Underway, "方案已报市政府"), (MeasureState.Dropped, "机构改革后职能调整，由新的责任单位另行提出"),
    ];

    /// <inheritdoc />
    public override int Order => 950;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var city = units.First(u => u.Kind == UnitKind.City);
        var last = await collect.Run(city, today.Year - 1, 12, null, cancel);
        var released = await begin.Keep(city, last with { IssuedOn = new DateOnly(today.Year, 4, 13) }, new NewReportInput { Occasion = $"——{today.Year}年4月13日在青岚市第五届人大常委会第十次会议上", Reporter = "青岚市经济合作局局长 唐文彬" }, Clerk, cancel);
        released.Submit(null, Clerk, null);
        released.Approve(null, Reviewer);
        await decide.Release(released, Reviewer, cancel);
        await db.SaveChangesAsync(cancel);
        var measures = await db.Set<ReportMeasure>().Where(m => m.DraftId == released.Id).OrderBy(m => m.Position).ToListAsync(cancel);
        for (var at = 0; at < measures.Count; at++) measures[at].Stand(States[at % States.Length].State, States[at % States.Length].Note);
        await db.SaveChangesAsync(cancel);
        var draft = await begin.Keep(city, await collect.Run(city, today.Year, null, null, cancel), new NewReportInput { Reporter = "青岚市经济合作局局长 唐文彬" }, Clerk, cancel);
        await Moved(draft, today, cancel);
    }

    /// <summary>Two numbers stood a little lower when the draft was begun.</summary>
    private async Task Moved(ReportDraft draft, DateOnly today, CancellationToken cancel)
    {
        var figures = (await db.Set<ReportFigure>().Where(f => f.DraftId == draft.Id && f.Measure == FigureMeasure.Value && f.Group == null && f.Value != null && f.Number < 40).OrderBy(f => f.Number).ToListAsync(cancel))
            .Where(f => f.Exact > 1_000_000m).Take(2).ToDictionary(f => f.Number);
        foreach (var block in await db.Set<ReportBlock>().Where(b => b.DraftId == draft.Id).ToListAsync(cancel))
            foreach (var number in MarkedText.Figures(block.Text).Distinct().Where(figures.ContainsKey).ToList())
            {
                var was = figures[number].Bound();
                figures[number].Take(Math.Round(was.Value!.Value * 0.985m, 2), today.AddDays(-12));
                block.Write(MarkedText.Show(block.Text, was, figures[number].Bound()));
            }
        await db.SaveChangesAsync(cancel);
    }
}
