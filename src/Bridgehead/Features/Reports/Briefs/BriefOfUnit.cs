using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Answers = Bridgehead.Features.Ledger.Figures;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>The brief of a unit or park: its figures of the year against its targets, where its projects stand, the largest by name, what is open.</summary>
public sealed class BriefOfUnit(Answers figures, ListProjects list, ScopedUnits scope, NeedsAttention attention, Words words, Asker asker)
{
    /// <summary>The brief; null when the unit is not there or out of scope.</summary>
    internal async Task<Brief?> Run(string name, DateOnly today, string foot, CancellationToken cancel)
    {
        if (await scope.Named(name, cancel) is not { } unit) return null;
        var show = new Show(words);
        var span = new Months(today.Year * 100 + 1, today.Year * 100 + today.Month);
        var overview = await figures.Overview(unit, span, cancel);
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        var projects = (await list.Visible(cancel)).Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)));
        var stages = await projects.GroupBy(p => p.StageOrder).Select(g => new { Order = g.Key, Count = g.LongCount() }).OrderBy(g => g.Order).ToListAsync(cancel);
        var largest = await projects.Where(p => p.StageOrder < Stage.SideOrder).OrderByDescending(p => p.AmountFen).ThenBy(p => p.Number).Take(8).ToListAsync(cancel);
        var told = overview.Where(o => o.Whole.Value is not null || o.Whole.Target is not null).ToList();
        string Named(Indicator i) => words.IsEnglish && i.EnglishName.Length > 0 ? i.EnglishName : i.Name;
        var title = words.Say($"{unit.PlaceIn(words)}招商引资简报");
        return new Brief(title, words.Say($"{today.Year}年1—{today.Month}月"),
            [.. told.Take(4).Select(o => new BriefFigure(Named(o.Indicator), Amount(o.Indicator, o.Whole.Value, show), $"/figures/{o.Indicator.Code}?unit={unit.Code}&from={Months.Text(span.From)}&to={Months.Text(span.To)}")), new(words["在册项目"], show.Count(stages.Where(s => s.Order < Stage.SideOrder).Sum(s => s.Count), "个"), $"/projects?unit={unit.Code}")], [],
            [
                new(words["目标任务"], told.Count == 0 ? [words["暂无登记"]] : [.. told.Select(o => Target(o.Indicator, o.Whole, Named(o.Indicator), show))]),
                new(words["所处阶段"], stages.Count == 0 ? [words["暂无登记"]] : [words.List(stages.Where(s => s.Order < Stage.SideOrder).Select(s => words.Say($"{words[Stage.Of(s.Order).Name]}{s.Count}个")))]),
                new(words["重大项目"], [.. largest.Select(p => words.Say($"{p.Name}（{words[p.Stage.Name]}，{(p.AmountFen == 0 ? Show.Unknown : show.Money(p.Amount))}）"))]),
                new(words["需要关注"], await attention.Of(projects, today, cancel)),
            ], foot, asker.May(Permission.ReadFigures) ? $"/?unit={unit.Code}" : "/");
    }

    private static string Amount(Indicator indicator, long? value, Show show) => value is not { } known ? Show.Unknown : indicator.Measure switch
    {
        Measure.Yuan => show.Money(new Money(known)),
        Measure.Usd => show.Amount(known / 100m, CurrencyCode.Dollar),
        _ => show.Count(known, indicator.Display),
    };

    private string Target(Indicator indicator, Figure whole, string name, Show show)
    {
        var done = Amount(indicator, whole.Value, show);
        var growth = whole.YearOnYear is { } change ? words.Say($"，同比{show.Change(change)}") : "";
        return whole.Target is { } target
            ? words.Say($"{name}{done}，目标{Amount(indicator, target.Value, show)}，完成{show.Percent(target.Completion)}，较序时{show.Points(target.Pace)}") + growth
            : words.Say($"{name}{done}") + growth;
    }
}
