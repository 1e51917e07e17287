using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Reads the stages in force, the calendar, and what has been handed in for a project.</summary>
public sealed class StageRules(BridgeheadDb db)
{
    private readonly Dictionary<DateOnly, RulesInForce> read = [];

    /// <summary>The stages in force on a day.</summary>
    public async Task<RulesInForce> On(DateOnly day, CancellationToken cancel = default)
    {
        if (read.TryGetValue(day, out var known)) return known;
        var applied = await db.Set<StageSet>().AsNoTracking().Where(s => s.State == StageSetState.Applied && s.ValidFrom <= day)
            .Where(s => !db.Set<StageSet>().Any(o => o.Track == s.Track && o.State == StageSetState.Applied && o.ValidFrom <= day
                && (o.ValidFrom > s.ValidFrom || (o.ValidFrom == s.ValidFrom && o.Number > s.Number)))).ToListAsync(cancel);
        return read[day] = new RulesInForce(applied.ToDictionary(s => s.Track), await Calendar(cancel));
    }

    /// <summary>The days people work.</summary>
    public async Task<WorkCalendar> Calendar(CancellationToken cancel = default) =>
        new((await db.Set<CalendarDay>().AsNoTracking().Select(d => new { d.Day, d.Working }).ToListAsync(cancel)).Select(d => (d.Day, d.Working)));

    /// <summary>Every set of a track, newest first, without those dropped.</summary>
    public Task<List<StageSet>> All(CancellationToken cancel = default) => db.Set<StageSet>().AsNoTracking()
        .Where(s => s.State != StageSetState.Dropped).OrderBy(s => s.Track).ThenByDescending(s => s.Number).ToListAsync(cancel);

    /// <summary>What has been handed in for a project.</summary>
    public async Task<Papers> PapersOf(Guid project, CancellationToken cancel = default)
    {
        var documents = await db.Set<ProjectDocument>().Where(d => d.ProjectId == project && db.Set<Attachment>().Any(a => a.Id == d.AttachmentId && a.DeletedAt == null))
            .Select(d => d.Kind).Distinct().ToListAsync(cancel);
        var dates = await db.Set<DepartmentDate>().Where(d => d.ProjectId == project).Select(d => d.Milestone).Distinct().ToListAsync(cancel);
        return new Papers(documents.ToHashSet(), dates.ToHashSet());
    }

    /// <summary>Forgets what was read, after the rules were changed.</summary>
    public void Forget() => read.Clear();
}
