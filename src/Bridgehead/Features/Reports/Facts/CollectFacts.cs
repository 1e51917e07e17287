using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;
using Answers = Bridgehead.Features.Ledger.Figures;

namespace Bridgehead.Features.Reports;

/// <summary>Collects what a work report may say: every number from the ledger of figures and the register of projects, within the asker's scope.</summary>
public sealed class CollectFacts(
    BridgeheadDb db, Answers figures, ScopedUnits scope, ListProjects projects, CollectActions actions, CollectServices services, CollectWeakness weakness, LastMeasures measures, TimeProvider clock)
{
    /// <summary>After so many days without progress a project in talks or preparation is silent (domain rule 6.10, default).</summary>
    public const int SilentAfterDays = 90;

    /// <summary>The facts of a unit and year. Refused for a year that has not begun or lies before 1990.</summary>
    /// <param name="unit">The unit, in scope.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="months">Up to which month; null takes the whole year, this year's months so far, or as far as a statement reaches.</param>
    /// <param name="asOf">As it stood at the end of this day; today when null. What is known only for today is then left out.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<WorkReportFacts> Run(Unit unit, int year, int? months = null, DateOnly? asOf = null, CancellationToken cancel = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Refusal.Unless(year >= 1991 && year <= today.Year, $"报告年度应在1991年至{today.Year}年之间，现为{year}年");
        Refusal.Unless(months is null or (>= 1 and <= 12), $"截止月份应在1至12之间");
        var reach = months ?? (year == today.Year ? today.Month : await Reach(unit, year, cancel));
        var span = new Months(year * 100 + 1, year * 100 + reach);
        Refusal.When(asOf < new DateOnly(year, 1, 1), $"数据截止日{asOf}早于报告年度，没有可以报告的数据", "AsOf");
        var day = asOf < today ? asOf : null;
        var until = day ?? today;
        var (first, last) = (new DateOnly(year, 1, 1), Months.LastDay(span.To) < until ? Months.LastDay(span.To) : until);
        var indicators = await figures.Current(Months.LastDay(span.To), cancel);
        var facts = new List<IndicatorFact>();
        foreach (var indicator in indicators)
            if (await Of(indicator, unit, span, day, cancel) is { } fact) facts.Add(fact);
        // money from abroad aside there is none: the domestic part says nothing the whole does not say
        facts.RemoveAll(f => f.Code == DefaultIndicators.ArrivedDomestic && f.Targets.Count == 0 && !f.Groups.Any(g => g.Targets.Count > 0) && f.Value == facts.Find(w => w.Code == DefaultIndicators.ArrivedFunds)?.Value);
        var register = await Below(unit, cancel);
        // what is known only for today belongs to a report up to today, or to the one of last month or last year written a few weeks later, which then names the day
        var now = day is null && last >= new DateOnly(today.Year, today.Month, 1).AddMonths(-1) ? today : (DateOnly?)null;
        Refusal.When(day is not null && facts.All(f => f.Value is null), $"截至{day}还没有入账的数据，不能按这一天生成报告", "AsOf");
        return new WorkReportFacts
        {
            UnitCode = unit.Code, UnitName = unit.Name, Kind = unit.Kind, Year = year, Months = reach, AsOf = last, StandsOn = now,
            SignedBy = unit.Kind == UnitKind.City ? (await scope.Under(unit, cancel)).FirstOrDefault(u => u.Kind == UnitKind.CityBureau)?.Name ?? unit.Name : unit.Name,
            Indicators = facts, Projects = await Register(unit, register, facts, first, last, now, cancel), Plans = await Plans(unit, year + 1, indicators, facts, cancel),
            Actions = [.. await actions.Run(unit, register, first, last, cancel), .. await services.Run(unit, register, first, last, cancel)],
            Fields = await CollectServices.Fields(register, first, last, cancel), LastMeasures = await measures.Of(unit, year, cancel),
            Counts = [.. await services.Enterprises(register, first, last, cancel), .. await weakness.Run(unit, register, first, last, now, new ProblemThresholds(), cancel)],
        };
    }

    /// <summary>How far the statements of a past year reach that begin with January; the whole year when there are only months.</summary>
    private async Task<int> Reach(Unit unit, int year, CancellationToken cancel)
    {
        var (first, last) = (year * 100 + 1, year * 100 + 12);
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        var sums = db.Set<Rollup>().AsNoTracking().Where(r => ids.Contains(r.UnitId) && r.Dimension == Dimension.None && (r.Entries != 0 || r.Value != 0) && r.FromMonth >= first && r.ToMonth <= last);
        if (await sums.AnyAsync(r => r.FromMonth != first || r.ToMonth == last || r.ToMonth == first, cancel)) return 12;
        return await sums.MaxAsync(r => (int?)r.ToMonth, cancel) is { } reach ? reach % 100 : 12;
    }

    private async Task<IndicatorFact?> Of(Indicator indicator, Unit unit, Months span, DateOnly? asOf, CancellationToken cancel)
    {
        var answer = await figures.Answer(new FigureQuestion(indicator, unit, span) { ByUnit = true, AsOf = asOf }, cancel);
        if (answer.Whole.Value is null && answer.Whole.Targets.Count == 0) return null;
        var groups = new List<GroupFact>();
        foreach (var (side, kind) in new[] { (Dimension.Origin, GroupKind.Origin), (Dimension.Industry, GroupKind.Industry), (Dimension.Band, GroupKind.Band) })
            groups.AddRange((await figures.Answer(new FigureQuestion(indicator, unit, span) { By = side, AsOf = asOf }, cancel)).Parts.Where(p => p.Key != "unspecified" && p.Value is not null)
                .Where(p => side != Dimension.Band || p.Key.EndsWith('-')).Select(p => Group(kind, p)));
        groups.AddRange(answer.Parts.Where(p => p.Value is not null).Select(p => Group(GroupKind.Unit, p)));
        return new IndicatorFact(indicator.Code, indicator.Name, Of(indicator.Measure), answer.Whole.Value)
        {
            Base = answer.Whole.Base, ComparableGrowth = Apart(answer.Whole), GrowsApart = answer.Whole.Comparable is not null, Targets = Targets(answer.Whole), Groups = groups, Scope = indicator.ScopeVersion, LowerIsBetter = indicator.Direction == Ledger.Direction.Lower,
            // the province's order is kept by the province: nobody has entered the place, so the report leaves a star to fill
            Standing = unit.Kind == UnitKind.City && indicator.Code == DefaultIndicators.ArrivedFunds ? new Standing("全省", null) : null,
        };
    }

    private async Task<IQueryable<Project>> Below(Unit unit, CancellationToken cancel)
    {
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        return (await projects.Visible(cancel)).Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)));
    }

    private async Task<ProjectFacts?> Register(Unit unit, IQueryable<Project> register, List<IndicatorFact> facts, DateOnly first, DateOnly last, DateOnly? now, CancellationToken cancel)
    {
        var signed = await register.Where(p => p.SignedOn >= first && p.SignedOn <= last).GroupBy(p => 1).Select(g => new { Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(cancel);
        var byStage = await register.GroupBy(p => p.StageOrder).Select(g => new { Order = g.Key, Count = g.LongCount() }).OrderBy(g => g.Order).ToListAsync(cancel);
        long? Said(string code) => facts.Find(f => f.Code == code)?.Value;
        if (byStage.Count == 0 && Said(DefaultIndicators.SignedProjects) is null) return null;
        var major = await register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.StageOrder < Stage.SideOrder).OrderByDescending(p => p.AmountFen).ThenBy(p => p.Number).Take(5).ToListAsync(cancel);
        var silent = now is { } today ? await Silent(register, today.AddDays(-SilentAfterDays), cancel) : [];
        return new ProjectFacts
        {
            NewlySigned = new ProjectTally(DefaultIndicators.SignedProjects, "新签约项目", Said(DefaultIndicators.SignedProjects) ?? signed?.Count, Said(DefaultIndicators.ContractedAmount) ?? signed?.Sum) { AmountCode = DefaultIndicators.ContractedAmount },
            Tallies = [.. new[] { (DefaultIndicators.PerformingProjects, "履约项目", "performing-amount", "履约率"), (DefaultIndicators.StartedProjects, "开工项目", "started-amount", "开工率"), (DefaultIndicators.ProducingProjects, "投产项目", "", null) }
                .Where(t => Said(t.Item1) is not null).Select(t => new ProjectTally(t.Item1, t.Item2, Said(t.Item1), t.Item3.Length == 0 ? null : Said(t.Item3)) { AmountCode = t.Item3, RateName = t.Item4 })],
            Stages = now is not null ? [.. byStage.Where(s => s.Order < Stage.SideOrder).Select(s => new ProjectTally(Stage.Of(s.Order).Code, Stage.Of(s.Order).Name, s.Count) { Address = $"/projects?unit={unit.Code}&stage={Stage.Of(s.Order).Code}" })] : [],
            Major = [.. major.Select(p => new NamedProject(p.Number, p.Name, p.Investor, p.AmountFen == 0 ? null : p.AmountFen, now is null ? PeriodWords.Month(p.SignedOn!.Value).Text : p.Stage.Name) { Address = $"/projects/{p.Id}" })],
            MajorBy = now is null ? "签约时间" : "阶段", SignedInPeriod = signed?.Count ?? 0,
            Pipeline = byStage.Where(s => s.Order < Stage.SideOrder).Sum(s => s.Count),
            Stalled = silent.Count > 0 ? [new StalledFact("silent", "三个月以上没有进展的前期项目", silent.Sum(s => s.Count), silent) { By = "阶段", Address = $"/projects?unit={unit.Code}&sort=progress-up" }] : [],
            ContractedCode = "performing-amount", ArrivedCode = DefaultIndicators.ArrivedFunds, Contracted = Said("performing-amount"), Arrived = Said("performing-amount") is null ? null : Said(DefaultIndicators.ArrivedFunds),
        };
    }

    /// <summary>Projects before building that have not moved since a day, by the stage they stay at.</summary>
    private static async Task<IReadOnlyList<StallReason>> Silent(IQueryable<Project> register, DateOnly before, CancellationToken cancel) =>
        [.. (await register.Where(p => p.StageOrder < 7 && p.LastProgressOn < before).GroupBy(p => p.StageOrder).Select(g => new { Order = g.Key, Count = g.LongCount() }).OrderByDescending(g => g.Count).ThenBy(g => g.Order).ToListAsync(cancel))
            .Select(g => new StallReason(Stage.Of(g.Order).Code, $"{Stage.Of(g.Order).Name}阶段", g.Count))];

    private async Task<PlanFacts?> Plans(Unit unit, int year, IReadOnlyList<Indicator> indicators, List<IndicatorFact> facts, CancellationToken cancel)
    {
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.UnitId == unit.Id && t.PersonId == null && !t.Withdrawn && t.Year == year && t.Dimension == Dimension.None && t.SetBy == TargetSetter.Own).ToListAsync(cancel);
        var planned = indicators.Join(targets, i => i.Id, t => t.IndicatorId, (i, t) => new IndicatorFact(i.Code, i.Name, Of(i.Measure), t.Value) { Base = facts.Find(f => f.Code == i.Code)?.Value }).ToList();
        return planned.Count == 0 ? null : new PlanFacts { Targets = planned };
    }

    internal static GroupFact Group(GroupKind kind, Figure part) => new(kind, part.Key, part.Name, part.Value)
    {
        Base = part.Base, ComparableGrowth = Apart(part), GrowsApart = part.Comparable is not null, Targets = Targets(part),
    };

    private static decimal? Apart(Figure figure) => figure.Comparable is null ? null : figure.YearOnYear;

    private static IReadOnlyList<TargetFact> Targets(Figure figure) => [.. figure.Targets.Select(t => t.SetBy switch
    {
        TargetSetter.Province => new TargetFact("省定", t.Value, "province"),
        TargetSetter.City => new TargetFact("市定", t.Value, "city"),
        _ => new TargetFact(null, t.Value),
    })];

    private static MeasureUnit Of(Measure measure) => measure switch { Measure.Yuan => MeasureUnit.Yuan, Measure.Usd => MeasureUnit.Dollar, _ => MeasureUnit.Piece };
}
