using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>
/// Keeps for each project when its sides were last looked at, how long it took from stage to stage, and when it was aside. What was recorded here is taken in
/// at once; what others recorded (new projects, stage steps, arrivals in the ledger) from where the last gathering ended. One at a time, under the lock of the marks.
/// </summary>
public sealed class GatherCoverage(BridgeheadDb db, TimeProvider clock)
{
    internal const string Projects = "projects", Steps = "steps", Entries = "entries";

    /// <summary>How many projects are made anew in one go.</summary>
    public const int Part = 400;

    // an identity carries the moment it was made; one made earlier may be committed later, so the last minutes are read again
    private const long Overlap = 10 * 60 * 1000;

    /// <summary>Takes in a project, and up to <see cref="Part"/> others of which something new was recorded.</summary>
    public async Task Run(Guid project, CancellationToken cancel = default)
    {
        await Lock(cancel);
        var waiting = await Waiting(Part, cancel);
        await Restate([.. waiting.Projects.Append(project).Distinct()], cancel);
        await Move(waiting, cancel);
    }

    /// <summary>Takes in everything new; returns how many projects that concerned.</summary>
    public async Task<int> Rest(CancellationToken cancel = default)
    {
        await Lock(cancel);
        for (var done = 0; ; )
        {
            var waiting = await Waiting(Part, cancel);
            await Restate(waiting.Projects, cancel);
            await Move(waiting, cancel);
            done += waiting.Projects.Count;
            if (!waiting.More) return done;
        }
    }

    /// <summary>The smallest identity of a moment: what was made later is larger.</summary>
    internal static Guid From(long milliseconds) => Guid.ParseExact($"{Math.Max(0, milliseconds):x12}" + "70008000000000000000", "N");

    private async Task Lock(CancellationToken cancel)
    {
        await db.BeginWrite(cancel);
        await db.Database.ExecuteSqlAsync($"""UPDATE "CoverageMarks" SET "Last" = "Last" WHERE "Name" = {Projects}""", cancel);
    }

    private async Task<Found> Waiting(int most, CancellationToken cancel)
    {
        var marks = await db.Set<CoverageMark>().AsNoTracking().ToDictionaryAsync(m => m.Name, m => m.Last, cancel);
        var (projectsFrom, stepsFrom, entry) = (From(marks[Projects] - Overlap), From(marks[Steps] - Overlap), marks[Entries]);
        var known = db.Set<Coverage>();
        // projects already taken in are left out, so that the overlap does not come round again and again
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.Id.CompareTo(projectsFrom) > 0 && !known.Any(c => c.Id == p.Id)).OrderBy(p => p.Id).Select(p => p.Id).Take(most).ToListAsync(cancel);
        var steps = await db.Set<ProjectStep>().AsNoTracking().Where(s => s.Id.CompareTo(stepsFrom) > 0).OrderBy(s => s.Id).Select(s => new { s.Id, s.ProjectId }).Take(most * 4).ToListAsync(cancel);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Sequence > entry).OrderBy(e => e.Sequence).Select(e => new { e.Sequence, e.ProjectId }).Take(most * 4).ToListAsync(cancel);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return new Found(
            [.. projects.Concat(steps.Select(s => s.ProjectId)).Concat(entries.Where(e => e.ProjectId is not null).Select(e => e.ProjectId!.Value)).Distinct()],
            projects.Count == most ? Moment(projects[^1]) + Overlap : now, steps.Count == most * 4 ? Moment(steps[^1].Id) + Overlap : now, entries.Count > 0 ? entries[^1].Sequence : entry,
            projects.Count == most || steps.Count == most * 4 && Moment(steps[^1].Id) > marks[Steps] - Overlap || entries.Count == most * 4);
    }

    private async Task Move(Found found, CancellationToken cancel)
    {
        foreach (var (name, last) in new[] { (Projects, found.ProjectsUntil), (Steps, found.StepsUntil), (Entries, found.Entry) })
            await db.Set<CoverageMark>().Where(m => m.Name == name && m.Last < last).ExecuteUpdateAsync(set => set.SetProperty(m => m.Last, last), cancel);
    }

    /// <summary>Makes the records of some projects anew from everything that was recorded of them.</summary>
    internal async Task Restate(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        foreach (var part in ids.Chunk(Part))
        {
            var facts = await CoverageFacts.Of(db, part, cancel);
            await db.Set<StageDwell>().Where(d => part.Contains(d.ProjectId)).ExecuteDeleteAsync(cancel);
            await db.Set<ProjectPause>().Where(d => part.Contains(d.ProjectId)).ExecuteDeleteAsync(cancel);
            await db.Set<Coverage>().Where(c => part.Contains(c.Id)).ExecuteDeleteAsync(cancel);
            await BulkInsert.Into(db, facts.Select(f => f.Coverage()), cancel);
            await BulkInsert.Into(db, facts.SelectMany(f => f.Dwells()), cancel);
            await BulkInsert.Into(db, facts.SelectMany(f => f.Pauses()), cancel);
        }
    }

    private static long Moment(Guid id) => long.Parse(id.ToString("N").AsSpan(0, 12), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Found(IReadOnlyList<Guid> Projects, long ProjectsUntil, long StepsUntil, long Entry, bool More);
}
