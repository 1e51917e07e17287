using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>What the demo city has set itself beside its districts' annual targets: tasks of the outposts and one of their people, an adjustment in the middle of the year, a campaign that is over and one that runs.</summary>
internal sealed class DemoTargets(BridgeheadDb db, Figures figures, FindCampaigns find, ScopedUnits scope) : DemoChapter
{
    private const string Setter = "何立群";

    /// <inheritdoc />
    public override int Order => 210;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var indicators = (await figures.Current(today, cancel)).ToDictionary(i => i.Code);
        scope.Forget();
        await Adjust(units, indicators, today, cancel);
        await Parks(units, indicators, today, cancel);
        await Outposts(size, units, indicators, today, cancel);
        await Campaigns(units, indicators, today, cancel);
    }

    private async Task Adjust(IReadOnlyList<Unit> units, Dictionary<string, Indicator> indicators, DateOnly today, CancellationToken cancel)
    {
        var (arrived, district) = (indicators[DefaultIndicators.ArrivedFunds].Id, units.First(u => u.Code == "danqiao").Id);
        var target = await db.Set<Target>().FirstAsync(t => t.IndicatorId == arrived && t.UnitId == district && t.Year == today.Year && t.SetBy == TargetSetter.Own && t.Dimension == Dimension.None, cancel);
        var on = new DateOnly(today.Year, Math.Max(1, Math.Min(7, today.Month)), 1);
        // a city of a few projects has targets too small to be lowered
        if (Whole(target.Value * 94 / 100) is var lower && lower == target.Value) return;
        target.Revise(new TargetSetting(lower, target.Stretch is { } stretch ? Whole(stretch * 94 / 100) : null, $"青经合〔{today.Year}〕27号", "化工园区扩区未获批复，部分项目顺延至下年", Setter, At(on)));
        await db.SaveChangesAsync(cancel);
    }

    // a park carries two fifths of its district's task
    private async Task Parks(IReadOnlyList<Unit> units, Dictionary<string, Indicator> indicators, DateOnly today, CancellationToken cancel)
    {
        foreach (var code in new[] { DefaultIndicators.SignedProjects, DefaultIndicators.ArrivedFunds, DefaultIndicators.StartedProjects, DefaultIndicators.ProducingProjects })
        {
            var id = indicators[code].Id;
            var districts = await db.Set<Target>().AsNoTracking().Where(t => t.IndicatorId == id && t.Year == today.Year && t.SetBy == TargetSetter.Own && t.Dimension == Dimension.None && t.PersonId == null).ToDictionaryAsync(t => t.UnitId, t => t.Value, cancel);
            foreach (var park in units.Where(u => u.Kind == UnitKind.Park && districts.ContainsKey(u.ParentId!.Value)))
            {
                var task = districts[park.ParentId!.Value] * 2 / 5;
                db.Add(new Target(id, park.Id, today.Year, Dimension.None, "", TargetSetter.Own, new TargetSetting(indicators[code].Measure == Measure.Count ? Math.Max(1, task) : Whole(task), null, $"{today.Year}年园区目标责任书", "", "唐建国", At(new DateOnly(today.Year, 1, 20)))));
            }
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task Outposts(DemoSize size, IReadOnlyList<Unit> units, Dictionary<string, Indicator> indicators, DateOnly today, CancellationToken cancel)
    {
        var (random, first) = (new DemoRandom(size.Seed + 41), new DateOnly(today.Year, 1, 12));
        foreach (var outpost in units.Where(u => u.Kind == UnitKind.Outpost))
        {
            var signed = 2 + random.Next(4);
            db.Add(new Target(indicators[DefaultIndicators.SignedProjects].Id, outpost.Id, today.Year, Dimension.None, "", TargetSetter.Own, new TargetSetting(signed, signed + 2, $"青经合〔{today.Year}〕6号", "", Setter, At(first))));
            db.Add(new Target(indicators[DefaultIndicators.ContractedAmount].Id, outpost.Id, today.Year, Dimension.None, "", TargetSetter.Own, new TargetSetting(Money.FromYi(signed * 3).Fen, null, $"青经合〔{today.Year}〕6号", "", Setter, At(first))));
        }
        var (post, cadre) = (units.First(u => u.Code == "in-shenzhen").Id, await db.Set<AppUser>().FirstAsync(u => u.UserName == "cadre", cancel));
        db.Add(new Target(indicators[DefaultIndicators.SignedProjects].Id, post, today.Year, Dimension.None, "", TargetSetter.Own, new TargetSetting(2, null, "驻深圳局年度分工", "", Setter, At(first)), cadre.Id));
        await db.SaveChangesAsync(cancel);
    }

    private async Task Campaigns(IReadOnlyList<Unit> units, Dictionary<string, Indicator> indicators, DateOnly today, CancellationToken cancel)
    {
        string[] codes = [DefaultIndicators.SignedProjects, DefaultIndicators.ArrivedFunds, DefaultIndicators.StartedProjects];
        var (city, now, year) = (units.First(u => u.Kind == UnitKind.City), Months.Of(today), today.Year);
        var over = new Campaign(city.Id, new CampaignFacts("春季集中攻坚", new Months((year - 1) * 100 + 3, (year - 1) * 100 + 5), $"青府办函〔{year - 1}〕18号", true), codes);
        var runs = new Campaign(city.Id, new CampaignFacts(today.Month is >= 10 or <= 3 ? "冬季攻坚" : "夏季攻坚", new Months(Months.Of(today.AddMonths(-1)), Months.Of(today.AddMonths(1))), $"青府办函〔{year}〕52号", false), codes);
        db.AddRange(over, runs);
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.PersonId == null && t.Dimension == Dimension.None && t.SetBy == TargetSetter.Own && (t.Year == year || t.Year == year - 1)).ToListAsync(cancel);
        foreach (var (campaign, of) in new[] { (over, year - 1), (runs, year) })
            foreach (var district in units.Where(u => u.Kind == UnitKind.District))
                foreach (var code in codes)
                    if (targets.Find(t => t.UnitId == district.Id && t.IndicatorId == indicators[code].Id && t.Year == of) is { } annual)
                        db.Add(new CampaignTask(campaign.Id, district.Id, indicators[code].Id, indicators[code].Measure == Measure.Count ? Math.Max(1, annual.Value / 4) : Whole(annual.Value / 4)));
        await db.SaveChangesAsync(cancel);
        var end = Months.LastDay(over.ToMonth);
        var standing = await find.Standing(over, null, cancel);
        over.Conclude(end.AddDays(10) < today ? end.AddDays(10) : today, today, Setter);
        foreach (var task in await db.Set<CampaignTask>().Where(t => t.CampaignId == over.Id).ToListAsync(cancel)) task.Freeze(standing.Cells.GetValueOrDefault((task.UnitId, task.IndicatorId))?.Reached);
        await db.SaveChangesAsync(cancel);
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc);

    private static long Whole(long fen) => Math.Max(1_000_000L, fen / 1_000_000 * 1_000_000);
}
