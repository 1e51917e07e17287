using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Everything that was recorded of one project and says when it was looked at and how long its stages took.</summary>
internal sealed class CoverageFacts
{
    private Project project = null!;
    private IReadOnlyList<ProjectStep> steps = [];
    private IReadOnlyList<Look> looks = [];
    private MonthlyReport? report;
    private DateOnly? arrival;

    /// <summary>Reads them for some projects at once.</summary>
    public static async Task<IReadOnlyList<CoverageFacts>> Of(BridgeheadDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        var steps = (await db.Set<ProjectStep>().AsNoTracking().Where(s => ids.Contains(s.ProjectId)).OrderBy(s => s.Id).ToListAsync(cancel)).ToLookup(s => s.ProjectId);
        var looks = (await db.Set<Look>().AsNoTracking().Where(l => ids.Contains(l.ProjectId)).ToListAsync(cancel)).ToLookup(l => l.ProjectId);
        // a report that only says "no change" is no look
        var reports = (await db.Set<MonthlyReport>().AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.FiledOn != null && !r.NoChange)
            .Where(r => !db.Set<MonthlyReport>().Any(o => o.ProjectId == r.ProjectId && o.FiledOn != null && !o.NoChange && o.Month > r.Month)).ToListAsync(cancel)).ToDictionary(r => r.ProjectId);
        var arrivals = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ProjectId != null && ids.Contains(e.ProjectId.Value) && e.Value > 0 && e.ReversesSequence == null)
            .Where(e => db.Set<Indicator>().Any(i => i.Id == e.IndicatorId && i.Code == DefaultIndicators.ArrivedFunds))
            .Where(e => !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence))
            .GroupBy(e => e.ProjectId!.Value).Select(g => new { g.Key, On = g.Max(e => e.BusinessDate) }).ToDictionaryAsync(a => a.Key, a => a.On, cancel);
        return [.. projects.Select(p => new CoverageFacts
        {
            project = p, steps = [.. steps[p.Id]], looks = [.. looks[p.Id]], report = reports.GetValueOrDefault(p.Id), arrival = arrivals.TryGetValue(p.Id, out var on) ? on : null,
        })];
    }

    /// <summary>When each side was last looked at.</summary>
    public Coverage Coverage()
    {
        var last = new Dictionary<Side, LastLook>();
        foreach (var look in looks)
            foreach (var side in look.Sides) Take(side, new LastLook(look.On, LookedBy.Look, look.Who));
        if (report is { FiledOn: { } filed })
            foreach (var side in new[] { Side.Money, project.StageOrder >= ProgressStages.Producing ? Side.Operation : Side.Construction }) Take(side, new LastLook(filed, LookedBy.Report, report.Who));
        if (arrival is { } on) Take(Side.Money, new LastLook(on, LookedBy.Arrival, ""));
        foreach (var step in steps.Where(s => s.To is >= ProgressStages.Signed and < ProgressStages.Side))
        {
            Take(Side.Performance, new LastLook(step.On, LookedBy.Step, step.Who));
            if (step.To >= ProgressStages.Preparing) Take(Side.Construction, new LastLook(step.On, LookedBy.Step, step.Who));
            if (step.To >= ProgressStages.Producing) Take(Side.Operation, new LastLook(step.On, LookedBy.Step, step.Who));
        }
        var coverage = new Coverage(project.Id);
        coverage.State(last, project.StageOrder, project.SignedOn);
        return coverage;

        void Take(Side side, LastLook look)
        {
            if (!last.TryGetValue(side, out var before) || look.On > before.On) last[side] = look;
        }
    }

    /// <summary>How long it took from each stage it entered to starting and to producing, once it got there.</summary>
    public IEnumerable<StageDwell> Dwells()
    {
        var entered = Entered(project, steps);
        foreach (var target in new[] { ProgressStages.Started, ProgressStages.Producing })
        {
            if (!entered.TryGetValue(target, out var reached)) continue;
            foreach (var (from, on) in entered)
                if (from >= ProgressStages.Signed && from < target && on <= reached)
                    yield return new StageDwell(project.Id, from, target, reached.DayNumber - on.DayNumber, project.Branch, Groups.BandOf(project.Amount));
        }
    }

    /// <summary>The times it was aside and came back from.</summary>
    public IEnumerable<ProjectPause> Pauses()
    {
        DateOnly? since = null;
        var told = new HashSet<DateOnly>();
        foreach (var step in steps)
        {
            if (step.To >= ProgressStages.Side) since ??= step.On;
            else if (since is { } from)
            {
                if (step.On > from && told.Add(from)) yield return new ProjectPause(project.Id, from, step.On);
                since = null;
            }
        }
    }

    /// <summary>The day it first entered each stage from signing on, by its steps; signing, start and production by the days the project itself states.</summary>
    internal static Dictionary<int, DateOnly> Entered(Project project, IEnumerable<ProjectStep> steps)
    {
        var entered = new Dictionary<int, DateOnly>();
        foreach (var step in steps.Where(s => s.To is >= ProgressStages.Signed and < ProgressStages.Side)) entered.TryAdd(step.To, step.On);
        if (project.SignedOn is { } signed) entered[ProgressStages.Signed] = signed;
        if (project.StartedOn is { } started) entered[ProgressStages.Started] = started;
        if (project.ProducedOn is { } produced) entered[ProgressStages.Producing] = produced;
        return entered;
    }
}
