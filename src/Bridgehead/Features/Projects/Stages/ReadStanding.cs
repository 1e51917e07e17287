using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Reads where one project stands. The caller has seen to it that the asker may see the project.</summary>
public sealed class ReadStanding(BridgeheadDb db, StageRules rules, TimeProvider clock)
{
    /// <summary>Reads it.</summary>
    public async Task<Standing> Of(Project project, CancellationToken cancel = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var (force, papers) = (await rules.On(today, cancel), await rules.PapersOf(project.Id, cancel));
        var set = force[project.Track];
        var steps = await db.Set<ProjectStep>().AsNoTracking().Where(s => s.ProjectId == project.Id).OrderByDescending(s => s.Id).ToListAsync(cancel);
        var requests = await db.Set<StageRequest>().AsNoTracking().Where(r => r.ProjectId == project.Id).OrderByDescending(r => r.Id).Take(50).ToListAsync(cancel);
        var spent = Dwell.Of(project, steps, force.Calendar, today);
        var next = project.Stage.IsSide ? null : set.After(project.StageOrder);
        var gaps = next is null ? [] : force.Missing(project, papers, next.Stage);
        return new Standing
        {
            Set = set, Steps = steps, Requests = requests, Next = next, Gaps = gaps,
            Met = next is null ? [] : [.. set.Between(project.Reached, next.Order).SelectMany(r => r.Requirements).Where(r => Gates.Applies(project, r.When) && Gates.Has(project, papers, r)).DistinctBy(r => (r.Field, r.Document))],
            Way = [.. set.Rules.Where(r => !r.Stage.IsSide).OrderBy(r => r.Order).Select(r => new OnTheWay(r, spent.GetValueOrDefault(r.Order), r.Order == project.Reached))],
            Approver = next is null ? Approver.None : force.ApproverOf(project, next.Stage),
            Pending = requests.Find(r => r.State == RequestState.Pending),
            Reasons = HealthRules.Reasons(project, today, force.Calendar),
            Dates = await db.Set<DepartmentDate>().AsNoTracking().Where(d => d.ProjectId == project.Id).OrderBy(d => d.Milestone).ThenBy(d => d.Department).ToListAsync(cancel),
            Kinds = await db.Set<ProjectDocument>().AsNoTracking().Where(d => d.ProjectId == project.Id).ToDictionaryAsync(d => d.AttachmentId, d => d.Kind, cancel),
        };
    }
}
