using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Bulk;

/// <summary>
/// Carries out confirmed bulk changes, part by part, as the person who asked: rights and scope are read anew for each part, and each project is a unit of work of its own with
/// its entry in the trail. A node holds a job by a lease it renews with every part; when it dies, another goes on where it stopped (reliability rule 24).
/// </summary>
public sealed class CarryOutBulk(IServiceScopeFactory scopes, TryBulk trial, TimeProvider clock)
{
    /// <summary>How many projects a part has.</summary>
    public const int Part = 20;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private readonly string node = Guid.NewGuid().ToString("N");

    /// <summary>Works on one part of one job. False when there is nothing to do.</summary>
    public async Task<bool> Step(CancellationToken cancel = default)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<BridgeheadDb>();
        if (await Claim(db, cancel) is not { } job) return false;
        var undoing = job.State == BulkState.Undoing;
        if (!await TryBulk.Become(services.ServiceProvider, db, job, cancel))
        {
            await Finish(db, job, BulkState.Cancelled, cancel);
            return true;
        }
        var from = job.State switch { BulkState.Preparing => BulkOutcome.Untried, BulkState.Undoing => BulkOutcome.Changed, _ => BulkOutcome.Waiting };
        var rows = await db.Set<BulkRow>().AsNoTracking().Where(r => r.JobId == job.Id && r.Outcome == from).OrderBy(r => r.Position).Take(Part).ToListAsync(cancel);
        foreach (var row in rows)
        {
            // a cancel, or a node that took over, is seen before the next project
            if (!await Holds(db, job, cancel)) return true;
            if (job.State == BulkState.Preparing) await Preview(db, job, row, cancel);
            else await One(job, row, undoing, cancel);
        }
        if (rows.Count < Part) await Finish(db, job, job.State switch { BulkState.Preparing => BulkState.Ready, BulkState.Undoing => BulkState.Undone, _ => BulkState.Done }, cancel);
        return true;
    }

    private async Task Preview(BridgeheadDb db, BulkJob job, BulkRow row, CancellationToken cancel)
    {
        await trial.Run(job, row, cancel);
        var (outcome, why, values) = (row.Outcome, row.Why, row.WhyValues);
        await db.Set<BulkRow>().Where(r => r.JobId == row.JobId && r.Position == row.Position)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Outcome, outcome).SetProperty(r => r.Why, why).SetProperty(r => r.WhyValues, values), cancel);
    }

    private async Task One(BulkJob job, BulkRow row, bool undoing, CancellationToken cancel)
    {
        await using var services = scopes.CreateAsyncScope();
        var with = services.ServiceProvider;
        var (db, work) = (with.GetRequiredService<BridgeheadDb>(), with.GetRequiredService<UnitOfWork>());
        await TryBulk.Become(with, db, job, cancel);
        (work.Subject, work.Reason) = (row.ProjectId, job.Reason);
        var (action, outcome) = (undoing ? "projects.bulk.undo" : "projects.bulk.change", undoing ? BulkOutcome.NotTakenBack : BulkOutcome.Refused);
        try
        {
            var project = await Find(with, db, job, row, undoing, cancel);
            Refusal.When(project is null, $"项目已不在，或者不在您的数据范围内");
            Refusal.When(project!.Version != row.ReadVersion, $"预览之后他人修改过，没有覆盖");
            db.ReadAt(project, row.ReadVersion);
            var change = with.GetRequiredService<BulkChange>();
            var (before, asked) = (row.Before, (FormattableString?)null);
            if (undoing) await change.TakeBack(project, job, row.Before, cancel);
            // asked: where somebody else has to let the project in
            else (before, asked) = await change.Do(project, job, cancel);
            await Record(db, row, undoing ? BulkOutcome.TakenBack : BulkOutcome.Changed, project.Version, before, asked is null ? null : new Refusal(asked), cancel);
            await work.CommitPart(action, cancel: cancel);
        }
        catch (Exception failure) when (failure is Refusal or DbUpdateConcurrencyException)
        {
            await work.Rollback();
            var refusal = failure as Refusal ?? new Refusal($"预览之后他人修改过，没有覆盖");
            await db.BeginWrite(cancel);
            await Record(db, row, outcome, row.ReadVersion, row.Before, refusal, cancel);
            work.Reason = refusal.Message;
            await work.CommitPart(action, AuditResult.Refused, cancel);
        }
    }

    private static async Task<Project?> Find(IServiceProvider with, BridgeheadDb db, BulkJob job, BulkRow row, bool undoing, CancellationToken cancel)
    {
        // what was thrown away is not in any list; its unit decides
        if (undoing && job.Act == BulkAct.ThrowAway) return await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == row.ProjectId && p.DeletedAt != null, cancel);
        return await (await with.GetRequiredService<ListProjects>().Visible(cancel)).AnyAsync(p => p.Id == row.ProjectId, cancel) ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == row.ProjectId, cancel) : null;
    }

    private static Task<int> Record(BridgeheadDb db, BulkRow row, BulkOutcome outcome, long version, string? before, Refusal? refusal, CancellationToken cancel)
    {
        var (why, values) = (refusal?.Sentence.Format, refusal is null ? null : BulkJobs.Values(refusal));
        return db.Set<BulkRow>().Where(r => r.JobId == row.JobId && r.Position == row.Position).ExecuteUpdateAsync(set => set.SetProperty(r => r.Outcome, outcome)
            .SetProperty(r => r.ReadVersion, version).SetProperty(r => r.Before, before).SetProperty(r => r.Why, why).SetProperty(r => r.WhyValues, values), cancel);
    }

    private async Task<BulkJob?> Claim(BridgeheadDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<BulkJob>().AsNoTracking().Where(j => (j.State == BulkState.Preparing || j.State == BulkState.Running || j.State == BulkState.Undoing) && (j.LeaseUntil == null || j.LeaseUntil < now || j.Node == node))
            .OrderBy(j => j.Id).FirstOrDefaultAsync(cancel);
        if (open is null) return null;
        var until = now + Lease;
        var taken = await db.Set<BulkJob>().Where(j => j.Id == open.Id && j.State == open.State && (j.LeaseUntil == null || j.LeaseUntil < now || j.Node == node))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Node, node).SetProperty(j => j.LeaseUntil, until), cancel);
        return taken == 1 ? open : null;
    }

    private Task<bool> Holds(BridgeheadDb db, BulkJob job, CancellationToken cancel) => db.Set<BulkJob>().AnyAsync(j => j.Id == job.Id && j.State == job.State && j.Node == node, cancel);

    private Task<int> Finish(BridgeheadDb db, BulkJob job, BulkState to, CancellationToken cancel)
    {
        var now = to == BulkState.Ready ? (DateTime?)null : clock.GetUtcNow().UtcDateTime;
        return db.Set<BulkJob>().Where(j => j.Id == job.Id && j.State == job.State && j.Node == node)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, to).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.LeaseUntil, (DateTime?)null), cancel);
    }
}
