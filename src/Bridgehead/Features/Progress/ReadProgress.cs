using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Everything about the progress of one project.</summary>
/// <param name="Plan">Its plan; null when it has none.</param>
/// <param name="Instalments">The instalments that hold.</param>
/// <param name="Milestones">The milestones that hold.</param>
/// <param name="Reports">Its reports, newest first, drafts included.</param>
/// <param name="Problems">Its problems, open ones first.</param>
/// <param name="Looks">Who looked at it, newest first; the last twenty.</param>
/// <param name="Arrivals">What arrived by the ledger of figures, by month, in fen.</param>
/// <param name="Rules">What the city has settled.</param>
/// <param name="Today">Today in the city.</param>
public sealed record ProjectProgress(
    ProgressPlan? Plan, IReadOnlyList<Instalment> Instalments, IReadOnlyList<Milestone> Milestones, IReadOnlyList<MonthlyReport> Reports, IReadOnlyList<ReportedProblem> Problems,
    IReadOnlyList<Look> Looks, IReadOnlyDictionary<int, long> Arrivals, ProgressRules Rules, DateOnly Today)
{
    /// <summary>The last report filed.</summary>
    public MonthlyReport? Last => Reports.FirstOrDefault(r => r.FiledOn is not null);

    /// <summary>Plan against actual at the month last reported; null without plan or report.</summary>
    public Pace? Pace => Plan is { } plan && Last is { } last ? Progress.Pace.Of(plan, Instalments, last.Month, last.InvestedFen) : null;

    /// <summary>Arrivals against the instalments of the months that are over.</summary>
    public ArrivalPace? Money => Plan is null ? null : ArrivalPace.Of(Instalments, Arrivals, ReportDuty.LastMonth(Today));

    /// <summary>What has arrived in all, by the ledger of figures, in fen.</summary>
    public long ArrivedFen => Arrivals.Values.Sum();

    /// <summary>W6 for the month last reported.</summary>
    public Alarm Behind => Pace?.Behind is { } points ? Rules.Behind(points) : Alarm.Normal;

    /// <summary>W7 for the months that are over.</summary>
    public Alarm Arrived => Money is { Percent: { } percent } money ? Rules.Arrivals(percent, money.Empty) : Alarm.Normal;

    /// <summary>Months for which a report is owed and missing today, oldest first, over the last twelve.</summary>
    public IReadOnlyList<int> Missing(Project project)
    {
        if (project.StageOrder is < ProgressStages.Signed or >= ProgressStages.Side) return [];
        var filed = Reports.Where(r => r.FiledOn is not null).Select(r => r.Month).ToHashSet();
        var months = new Months(Months.Of(Today.AddMonths(-12)), ReportDuty.LastMonth(Today));
        return [.. months.Each().Where(m => ReportDuty.Owes(project.SignedOn, m, Rules.FirstMonth) && !filed.Contains(m) && Today > ReportDuty.DueOn(m, Rules.DueDay))];
    }
}

/// <summary>Reads everything about the progress of one project. The caller has found the project within the asker's scope.</summary>
public sealed class ReadProgress(BridgeheadDb db, FileReport file, TimeProvider clock)
{
    /// <summary>Reads it.</summary>
    public async Task<ProjectProgress> Run(Guid project, CancellationToken cancel = default)
    {
        var plan = await db.Set<ProgressPlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == project, cancel);
        var revision = plan?.Revision ?? 0;
        var instalments = await db.Set<Instalment>().AsNoTracking().Where(i => i.ProjectId == project && i.Revision == revision).OrderBy(i => i.FromMonth).ToListAsync(cancel);
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == project && m.Revision == revision).OrderBy(m => m.Place).ToListAsync(cancel);
        var reports = await db.Set<MonthlyReport>().AsNoTracking().Where(r => r.ProjectId == project).OrderByDescending(r => r.Month).Take(36).ToListAsync(cancel);
        var problems = await db.Set<ReportedProblem>().AsNoTracking().Where(p => p.ProjectId == project).ToListAsync(cancel);
        var looks = await db.Set<Look>().AsNoTracking().Where(l => l.ProjectId == project).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).Take(20).ToListAsync(cancel);
        var arrivals = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ProjectId == project && db.Set<Indicator>().Any(i => i.Id == e.IndicatorId && i.Code == DefaultIndicators.ArrivedFunds))
            .GroupBy(e => e.ToMonth).Select(g => new { g.Key, Fen = g.Sum(e => e.Value) }).ToDictionaryAsync(a => a.Key, a => a.Fen, cancel);
        return new ProjectProgress(plan, instalments, milestones, reports, [.. problems.OrderBy(p => p.ClosedOn is not null).ThenByDescending(p => p.RaisedOn)], looks, arrivals, await file.Rules(cancel), clock.Day());
    }
}
