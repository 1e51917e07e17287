using Bridgehead.Features.Access;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Counts what part three of the report may have to name: posts without people, leads that become fewer, late or nothing, projects that do not land,
/// parks that take nothing in, reports nobody files, problems nobody solves, promises nobody keeps.
/// </summary>
public sealed class CollectWeakness(BridgeheadDb db, ScopedUnits scope)
{
    private static readonly int Signed = Stage.Called("signed")!.Order, Started = Stage.Called("started")!.Order, Talks = Stage.Called("talks")!.Order;

    /// <summary>The numbers. What is known only for today (who waits, who is late) is left out of a report on a past day.</summary>
    /// <param name="unit">The unit reported on.</param>
    /// <param name="register">Its projects the asker may see.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="today">Today, when the report is on today; null for a past day.</param>
    /// <param name="limits">From where on something is a problem.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<CountFact>> Run(Unit unit, IQueryable<Project> register, DateOnly first, DateOnly last, DateOnly? today, ProblemThresholds limits, CancellationToken cancel)
    {
        var (counts, list) = (new List<CountFact>(), $"/projects?unit={Uri.EscapeDataString(unit.Code)}");
        var below = await scope.Under(unit, cancel);
        await Leads(register, first, last, list, counts, cancel);
        await Outposts(below, register, first, last, today is not null, list, counts, cancel);
        await Parks(below, register, first, last, list, counts, cancel);
        if (today is not { } now) return counts;
        var late = await register.CountAsync(p => p.StageOrder < Talks && p.RedOn < now, cancel);
        counts.Add(new CountFact("leads-open", await register.CountAsync(p => p.StageOrder < Talks, cancel), list + "&stage=lead,triage"));
        counts.Add(new CountFact("leads-overdue", late, list + "&stage=lead,triage&overdue=true"));
        await Landing(register, now, limits, list, counts, cancel);
        await Duties(register, now, counts, cancel);
        await Owed(register, now, counts, cancel);
        return counts;
    }

    private static async Task Leads(IQueryable<Project> register, DateOnly first, DateOnly last, string list, List<CountFact> counts, CancellationToken cancel)
    {
        var (firstBefore, lastBefore) = (first.AddYears(-1), last.AddYears(-1));
        var opened = register.Where(p => p.OpenedOn >= first && p.OpenedOn <= last);
        counts.Add(new CountFact("leads", await opened.LongCountAsync(cancel), list));
        counts.Add(new CountFact("leads-before", await register.LongCountAsync(p => p.OpenedOn >= firstBefore && p.OpenedOn <= lastBefore, cancel), list));
        counts.Add(new CountFact("leads-signed", await opened.LongCountAsync(p => p.SignedOn != null && p.SignedOn <= last, cancel), list + $"&signedFrom={first:yyyy-MM-dd}&signedTo={last:yyyy-MM-dd}"));
        counts.Add(new CountFact("leads-stopped", await opened.LongCountAsync(p => p.StageOrder >= Stage.SideOrder && p.SignedOn == null, cancel), list + "&stage=suspended,terminated,untracked"));
    }

    private async Task Outposts(IReadOnlyList<Unit> below, IQueryable<Project> register, DateOnly first, DateOnly last, bool isToday, string list, List<CountFact> counts, CancellationToken cancel)
    {
        var outposts = below.Where(u => u.Kind == UnitKind.Outpost).Select(u => u.Id).ToList();
        if (outposts.Count == 0) return;
        var manned = await db.Set<AppUser>().Where(u => outposts.Contains(u.UnitId) && u.Role == Role.OutpostCadre).Select(u => u.UnitId).Distinct().CountAsync(cancel);
        var bringing = await register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.SourceUnitId != null && outposts.Contains(p.SourceUnitId.Value)).Select(p => p.SourceUnitId).Distinct().CountAsync(cancel);
        counts.Add(new CountFact("outposts-all", outposts.Count, "/organisations"));
        if (isToday) counts.Add(new CountFact("outposts-unmanned", outposts.Count - manned, "/organisations"));
        counts.Add(new CountFact("outposts-idle", outposts.Count - bringing, list + $"&signedFrom={first:yyyy-MM-dd}&signedTo={last:yyyy-MM-dd}"));
    }

    private static async Task Parks(IReadOnlyList<Unit> below, IQueryable<Project> register, DateOnly first, DateOnly last, string list, List<CountFact> counts, CancellationToken cancel)
    {
        var parks = below.Where(u => u.Kind == UnitKind.Park).Select(u => u.Id).ToList();
        if (parks.Count == 0) return;
        var signed = register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.StageOrder < Stage.SideOrder);
        var inParks = signed.Where(p => p.ParkId != null && parks.Contains(p.ParkId.Value));
        var address = list + $"&signedFrom={first:yyyy-MM-dd}&signedTo={last:yyyy-MM-dd}";
        counts.Add(new CountFact("parks-all", parks.Count, "/organisations"));
        counts.Add(new CountFact("parks-empty", parks.Count - await inParks.Select(p => p.ParkId).Distinct().CountAsync(cancel), address + "&group=park"));
        counts.Add(new CountFact("parks-taken", await inParks.LongCountAsync(cancel), address + "&group=park"));
        counts.Add(new CountFact("parks-whole", await signed.LongCountAsync(cancel), address));
    }

    private static async Task Landing(IQueryable<Project> register, DateOnly now, ProblemThresholds limits, string list, List<CountFact> counts, CancellationToken cancel)
    {
        var since = now.AddDays(-limits.LandingDays);
        var waiting = await register.Where(p => p.StageOrder >= Signed && p.StageOrder < Started).GroupBy(p => p.SignedOn != null && p.SignedOn < since)
            .Select(g => new { Late = g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
        var address = list + "&stage=signed,registered,preparing";
        counts.Add(new CountFact("waiting", waiting.Sum(w => w.Count), address));
        counts.Add(new CountFact("waiting-late", waiting.Where(w => w.Late).Sum(w => w.Count), address + $"&signedTo={since.AddDays(-1):yyyy-MM-dd}"));
        counts.Add(new CountFact("waiting-late-amount", waiting.Where(w => w.Late).Sum(w => w.Fen), address + $"&signedTo={since.AddDays(-1):yyyy-MM-dd}"));
    }

    private async Task Duties(IQueryable<Project> register, DateOnly now, List<CountFact> counts, CancellationToken cancel)
    {
        var month = ReportDuty.LastMonth(now);
        var (end, address) = (Months.LastDay(month), $"/progress/reports?month={Months.Text(month)}");
        var owed = register.Where(p => p.SignedOn != null && p.SignedOn <= end && p.StageOrder >= Signed && p.StageOrder < Stage.SideOrder);
        var filed = await db.Set<MonthlyReport>().Where(r => r.Month == month && r.FiledOn != null).Join(owed, r => r.ProjectId, p => p.Id, (r, _) => r.Late).GroupBy(late => late).Select(g => new { Late = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var all = await owed.LongCountAsync(cancel);
        counts.Add(new CountFact("duties", all, address));
        counts.Add(new CountFact("duties-missing", all - filed.Sum(f => f.Count), address + "&state=Missing"));
        counts.Add(new CountFact("duties-late", filed.Where(f => f.Late).Sum(f => f.Count), address + "&state=Late"));
    }

    private async Task Owed(IQueryable<Project> register, DateOnly now, List<CountFact> counts, CancellationToken cancel)
    {
        var old = now.AddDays(-30);
        var open = await db.Set<ReportedProblem>().Where(p => p.ClosedOn == null).Join(register, p => p.ProjectId, r => r.Id, (p, _) => p.RaisedOn < old).GroupBy(late => late).Select(g => new { Late = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        counts.Add(new CountFact("troubles", open.Sum(o => o.Count), "/progress"));
        counts.Add(new CountFact("troubles-old", open.Where(o => o.Late).Sum(o => o.Count), "/progress"));
        var due = await db.Set<StandingPromise>().Where(p => p.DroppedOn == null && p.WaivedOn == null && p.DueOn < now).Join(register, p => p.ProjectId, r => r.Id, (p, _) => p.MetOn == null).GroupBy(missed => missed).Select(g => new { Missed = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        counts.Add(new CountFact("promises", due.Sum(d => d.Count), "/agreements/promises?state=All"));
        counts.Add(new CountFact("promises-missed", due.Where(d => d.Missed).Sum(d => d.Count), "/agreements/promises?state=Missed"));
    }
}
