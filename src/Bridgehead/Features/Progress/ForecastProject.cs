using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>
/// Forecasts from how long finished projects stayed: from the stage the project is at, or the nearest before it that enough of them passed through, in the
/// narrowest group of at least five. A percentile is one step into an index. Never a day without its basis: with too few there is none.
/// </summary>
public sealed class ForecastProject(BridgeheadDb db)
{
    /// <summary>The forecasts: of the start while it has not started, of production while it does not produce.</summary>
    public async Task<IReadOnlyList<Forecast>> Run(Project project, CancellationToken cancel = default)
    {
        if (project.StageOrder is < ProgressStages.Signed or >= ProgressStages.Producing) return [];
        var steps = await db.Set<ProjectStep>().AsNoTracking().Where(s => s.ProjectId == project.Id).OrderBy(s => s.Id).ToListAsync(cancel);
        var entered = CoverageFacts.Entered(project, steps);
        var found = new List<Forecast>();
        foreach (var target in new[] { ProgressStages.Started, ProgressStages.Producing })
            if (project.StageOrder < target && await From(project, entered, target, cancel) is { } forecast) found.Add(forecast);
        return found;
    }

    private async Task<Forecast?> From(Project project, Dictionary<int, DateOnly> entered, int target, CancellationToken cancel)
    {
        var band = Groups.BandOf(project.Amount);
        foreach (var (stage, on) in entered.Where(e => e.Key <= project.StageOrder).OrderByDescending(e => e.Key))
        {
            var dwells = db.Set<StageDwell>().Where(d => d.From == stage && d.Target == target && d.ProjectId != project.Id);
            foreach (var (group, members) in new[]
            {
                (ForecastGroup.BranchAndSize, dwells.Where(d => d.Branch == project.Branch && d.Band == band)), (ForecastGroup.Branch, dwells.Where(d => d.Branch == project.Branch)), (ForecastGroup.All, dwells),
            })
            {
                var count = await members.CountAsync(cancel);
                if (count < Forecast.Fewest) continue;
                var days = members.OrderBy(d => d.Days).Select(d => d.Days);
                return new Forecast(target, stage, on, group, count, await days.Skip(Forecast.Rank(count, 50)).FirstAsync(cancel), await days.Skip(Forecast.Rank(count, 80)).FirstAsync(cancel));
            }
        }
        return null;
    }
}
