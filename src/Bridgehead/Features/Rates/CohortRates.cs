using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Rates;

/// <summary>Which cohort and which day; kept in the address.</summary>
public class RateQuery
{
    /// <summary>The unit: code, name or short name; the widest in scope when left out.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Signed in this month or later, 2026-01; January of this year when left out.</summary>
    [MaxLength(10)] public string? From { get; set; }
    /// <summary>Signed in this month or earlier; this month when left out.</summary>
    [MaxLength(10)] public string? To { get; set; }
    /// <summary>The state at the end of this day, 2026-10-31; today when left out.</summary>
    [MaxLength(10)] public string? On { get; set; }
}

/// <summary>Counts of a cohort: projects signed in a window, with their state on a day.</summary>
/// <param name="SignedCount">签约: signed in the window and not removed from the books by that day.</param>
/// <param name="Performing">履约: not terminated and registered or further.</param>
/// <param name="Started">开工: building or completed; the completed stay in.</param>
/// <param name="Producing">投产: in production.</param>
/// <param name="ContractedFen">合同投资额 of the signed, in fen.</param>
/// <param name="ArrivedFen">到位资金 of the signed by that day, in fen.</param>
public sealed record CohortCount(long SignedCount, long Performing, long Started, long Producing, long ContractedFen, long ArrivedFen)
{
    /// <summary>履约率 in percent, exact; nothing where none is signed.</summary>
    public decimal? PerformanceRate => Ratio.Share(Performing, SignedCount);
    /// <summary>开工率 in percent, exact.</summary>
    public decimal? StartRate => Ratio.Share(Started, SignedCount);
    /// <summary>投产率 in percent, exact.</summary>
    public decimal? ProductionRate => Ratio.Share(Producing, SignedCount);
    /// <summary>资金到位率 in percent, exact.</summary>
    public decimal? ArrivalRate => Ratio.Share(ArrivedFen, ContractedFen);
}

/// <summary>How far a lead has come.</summary>
public enum FunnelStep
{
    /// <summary>It came in.</summary>
    [Label("线索")] Leads,
    /// <summary>It is talked about, or further.</summary>
    [Label("在谈")] Talks,
    /// <summary>It is signed, or further.</summary>
    [Label("签约")] Signing,
    /// <summary>It is being built, or further.</summary>
    [Label("开工")] Start,
    /// <summary>It produces.</summary>
    [Label("投产")] Production,
}

/// <summary>The funnel of the leads that came in the window, by where they had got to on that day.</summary>
/// <param name="Leads">线索.</param>
/// <param name="Talks">在谈 or further.</param>
/// <param name="SignedCount">签约 or further.</param>
/// <param name="Started">开工 or further.</param>
/// <param name="Producing">投产 or further.</param>
public sealed record Funnel(long Leads, long Talks, long SignedCount, long Started, long Producing)
{
    /// <summary>转化率: signed ÷ leads in percent, exact; nothing where there are no leads.</summary>
    public decimal? ConversionRate => Ratio.Share(SignedCount, Leads);

    /// <summary>The steps in their order, each with how many came so far.</summary>
    public IEnumerable<(FunnelStep Step, long Count)> Steps => [(FunnelStep.Leads, Leads), (FunnelStep.Talks, Talks), (FunnelStep.Signing, SignedCount), (FunnelStep.Start, Started), (FunnelStep.Production, Producing)];
}

/// <summary>The five rates of a cohort.</summary>
/// <param name="Unit">Of which unit.</param>
/// <param name="Window">Signed in these months.</param>
/// <param name="Day">State at the end of this day.</param>
/// <param name="Whole">The counts.</param>
/// <param name="Funnel">The funnel of the leads of the same months.</param>
/// <param name="Units">The counts by owning unit.</param>
public sealed record CohortRates(Unit Unit, Months Window, DateOnly Day, CohortCount Whole, Funnel Funnel, IReadOnlyList<(Unit Unit, CohortCount Count)> Units);

/// <summary>Computes the five rates of an explicit cohort, "signed in window W, state on day D", from stage steps, days and ledger entries (domain rules 4.6 and 4.8 a). The same for page, API and command line.</summary>
public sealed class AskRates(BridgeheadDb db, ListProjects projects, ScopedUnits scope, TimeProvider clock)
{
    private static readonly int Talks = Stage.Called("talks")!.Order, Signed = Stage.Called("signed")!.Order, Registered = Stage.Called("registered")!.Order, Started = Stage.Called("started")!.Order,
        Producing = Stage.Called("producing")!.Order, Terminated = Stage.Called("terminated")!.Order, Removed = Stage.Called("removed")!.Order;

    /// <summary>The rates. Refused for a unit out of scope, a month or a day that is none.</summary>
    public async Task<CohortRates> Run(RateQuery query, CancellationToken cancel = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var window = Months.Read(query.From is { Length: > 0 } from ? from : Months.Text(today.Year * 100 + 1), query.To is { Length: > 0 } to ? to : Months.Text(Months.Of(today)));
        var unit = string.IsNullOrWhiteSpace(query.Unit) ? (await scope.All(cancel)).OrderBy(u => u.Path.Length).FirstOrDefault() : await scope.Named(query.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{query.Unit}”，或者不在您的数据范围内", nameof(query.Unit));
        var day = Day(query.On) ?? today;
        var cohort = await Cohort(unit!, window, day, cancel);
        var counts = await Counts(cohort, day, cancel);
        var owners = counts.GroupBy(c => c.Key.Unit).ToDictionary(g => g.Key, g => Sum(g.Select(c => c.Value)));
        var units = (await scope.All(cancel)).Where(u => owners.ContainsKey(u.Id)).Select(u => (u, owners[u.Id])).ToList();
        return new CohortRates(unit!, window, day, Sum(counts.Values), await FunnelOf(unit!, window, day, cancel), units);
    }

    /// <summary>The counts of a cohort for each of some units with what lies below it, in one read for all. A project counts for the unit that owns it and for its park.</summary>
    public async Task<IReadOnlyDictionary<Guid, CohortCount>> Of(IReadOnlyList<Unit> units, Months window, DateOnly day, CancellationToken cancel = default)
    {
        var counts = await Counts(SignedIn(await projects.Visible(cancel), window, day), day, cancel);
        var of = new Dictionary<Guid, CohortCount>();
        foreach (var unit in units)
        {
            var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToHashSet();
            of[unit.Id] = Sum(counts.Where(c => ids.Contains(c.Key.Unit) || (c.Key.Park is { } park && ids.Contains(park))).Select(c => c.Value));
        }
        return of;
    }

    /// <summary>The projects of the cohort.</summary>
    public async Task<IQueryable<Project>> Cohort(Unit unit, Months window, DateOnly day, CancellationToken cancel = default) => SignedIn(await Of(unit, cancel), window, day);

    private IQueryable<Project> SignedIn(IQueryable<Project> some, Months window, DateOnly day)
    {
        var (first, last) = (new DateOnly(window.From / 100, window.From % 100, 1), Months.LastDay(window.To) < day ? Months.LastDay(window.To) : day);
        return Without(some, Removed, day).Where(p => p.SignedOn != null && p.SignedOn >= first && p.SignedOn <= last);
    }

    /// <summary>Those that perform on a day.</summary>
    public IQueryable<Project> Performing(IQueryable<Project> cohort, DateOnly day) => Reached(Without(cohort, Terminated, day), Registered, day);

    /// <summary>Those that are building or completed on a day.</summary>
    public IQueryable<Project> StartedBy(IQueryable<Project> cohort, DateOnly day) => Reached(Without(cohort, Terminated, day), Started, day);

    /// <summary>Those that produce on a day.</summary>
    public IQueryable<Project> ProducingBy(IQueryable<Project> cohort, DateOnly day) => Reached(Without(cohort, Terminated, day), Producing, day);

    /// <summary>Those that had got to a stage by a day: by a step, or by the day the trade gives it.</summary>
    private IQueryable<Project> Reached(IQueryable<Project> some, int order, DateOnly day) => some.Where(p =>
        db.Set<ProjectStep>().Any(s => s.ProjectId == p.Id && s.On <= day && ((s.To >= order && s.To < Stage.SideOrder) || (s.From >= order && s.From < Stage.SideOrder)))
        || (order <= Producing && p.ProducedOn != null && p.ProducedOn <= day) || (order <= Started && p.StartedOn != null && p.StartedOn <= day) || (order <= Started && p.CompletedOn != null && p.CompletedOn <= day)
        || (order <= Signed && p.SignedOn != null && p.SignedOn <= day));

    /// <summary>Those not in a side state on a day: the last step up to then led elsewhere.</summary>
    private IQueryable<Project> Without(IQueryable<Project> some, int side, DateOnly day) => some.Where(p =>
        !db.Set<ProjectStep>().Any(s => s.ProjectId == p.Id && s.On <= day && s.To == side && !db.Set<ProjectStep>().Any(later => later.ProjectId == p.Id && later.On <= day && (later.On > s.On || (later.On == s.On && later.Id.CompareTo(s.Id) > 0)) && later.To != side)));

    private async Task<IQueryable<Project>> Of(Unit unit, CancellationToken cancel)
    {
        var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
        return (await projects.Visible(cancel)).Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)));
    }

    private async Task<Dictionary<(Guid Unit, Guid? Park), CohortCount>> Counts(IQueryable<Project> cohort, DateOnly day, CancellationToken cancel)
    {
        static async Task<Dictionary<(Guid, Guid?), long>> By(IQueryable<Project> some, CancellationToken cancel) =>
            (await some.GroupBy(p => new { p.UnitId, p.ParkId }).Select(g => new { g.Key.UnitId, g.Key.ParkId, Count = g.LongCount() }).ToListAsync(cancel)).ToDictionary(g => (g.UnitId, g.ParkId), g => g.Count);
        var signed = await cohort.GroupBy(p => new { p.UnitId, p.ParkId }).Select(g => new { g.Key.UnitId, g.Key.ParkId, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
        var (performing, started, producing) = (await By(Performing(cohort, day), cancel), await By(StartedBy(cohort, day), cancel), await By(ProducingBy(cohort, day), cancel));
        var funds = await Funds(cancel);
        var arrived = (await db.Set<LedgerEntry>().Where(e => funds.Contains(e.IndicatorId) && e.BusinessDate <= day).Join(cohort, e => e.ProjectId, p => (Guid?)p.Id, (e, p) => new { p.UnitId, p.ParkId, e.Value })
            .GroupBy(x => new { x.UnitId, x.ParkId }).Select(g => new { g.Key.UnitId, g.Key.ParkId, Sum = g.Sum(x => x.Value) }).ToListAsync(cancel)).ToDictionary(g => (g.UnitId, g.ParkId), g => g.Sum);
        return signed.ToDictionary(s => (s.UnitId, s.ParkId), s =>
        {
            var key = (s.UnitId, s.ParkId);
            return new CohortCount(s.Count, performing.GetValueOrDefault(key), started.GetValueOrDefault(key), producing.GetValueOrDefault(key), s.Sum, arrived.GetValueOrDefault(key));
        });
    }

    /// <summary>The leads that came in a window, those removed from the books by the day left out.</summary>
    public async Task<IQueryable<Project>> Leads(Unit unit, Months window, DateOnly day, CancellationToken cancel = default)
    {
        var (first, last) = (new DateOnly(window.From / 100, window.From % 100, 1), Months.LastDay(window.To) < day ? Months.LastDay(window.To) : day);
        return Without(await Of(unit, cancel), Removed, day).Where(p => p.OpenedOn >= first && p.OpenedOn <= last);
    }

    /// <summary>Those of some leads that had come so far by a day.</summary>
    public IQueryable<Project> Come(IQueryable<Project> leads, FunnelStep to, DateOnly day) => to switch
    {
        FunnelStep.Talks => Reached(leads, Talks, day),
        FunnelStep.Signing => Reached(leads, Signed, day),
        FunnelStep.Start => Reached(leads, Started, day),
        FunnelStep.Production => Reached(leads, Producing, day),
        _ => leads,
    };

    /// <summary>What has arrived for each of some projects by a day, in fen.</summary>
    public async Task<Dictionary<Guid, long>> Arrived(IReadOnlyCollection<Guid> of, DateOnly day, CancellationToken cancel = default)
    {
        var funds = await Funds(cancel);
        return await db.Set<LedgerEntry>().Where(e => e.ProjectId != null && of.Contains(e.ProjectId.Value) && funds.Contains(e.IndicatorId) && e.BusinessDate <= day)
            .GroupBy(e => e.ProjectId!.Value).Select(g => new { g.Key, Sum = g.Sum(e => e.Value) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
    }

    /// <summary>Those of a cohort for which money has arrived by a day.</summary>
    public async Task<IQueryable<Project>> WithMoney(IQueryable<Project> cohort, DateOnly day, CancellationToken cancel = default)
    {
        var funds = await Funds(cancel);
        return cohort.Where(p => db.Set<LedgerEntry>().Any(e => e.ProjectId == p.Id && funds.Contains(e.IndicatorId) && e.BusinessDate <= day));
    }

    private Task<List<Guid>> Funds(CancellationToken cancel) => db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).ToListAsync(cancel);

    private async Task<Funnel> FunnelOf(Unit unit, Months window, DateOnly day, CancellationToken cancel)
    {
        var leads = await Leads(unit, window, day, cancel);
        return new Funnel(await leads.LongCountAsync(cancel), await Reached(leads, Talks, day).LongCountAsync(cancel), await Reached(leads, Signed, day).LongCountAsync(cancel),
            await Reached(leads, Started, day).LongCountAsync(cancel), await Reached(leads, Producing, day).LongCountAsync(cancel));
    }

    private static CohortCount Sum(IEnumerable<CohortCount> counts) => counts.Aggregate(new CohortCount(0, 0, 0, 0, 0, 0), (a, b) => new CohortCount(
        a.SignedCount + b.SignedCount, a.Performing + b.Performing, a.Started + b.Started, a.Producing + b.Producing, a.ContractedFen + b.ContractedFen, a.ArrivedFen + b.ArrivedFen));

    private static DateOnly? Day(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        Refusal.Unless(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), $"日期“{text}”应写成2022-07-05这样", nameof(RateQuery.On));
        return day;
    }
}
