using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>
/// Undoes an import as a whole: new records go to the trash, changed ones get their former values back, entries are taken back by opposite ones, new
/// targets are removed. What somebody changed since is left or taken back as well, as the person decides.
/// </summary>
public sealed class UndoImport(BridgeheadDb db, RecordEntries record, OpenProject open, RestoreChanges restore, LookAtBatch look, QueuePairs pairs, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Undoes it. Refused when it was undone before, when it is another unit's, or when records were changed since and nobody said what to do with them.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="changed">What to do with records changed since.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ImportBatch> Run(Guid id, ChangedSince? changed = null, CancellationToken cancel = default)
    {
        var batch = await db.Set<ImportBatch>().FirstOrDefaultAsync(b => b.Id == id, cancel);
        Refusal.When(batch is null || (!asker.IsOperator && batch.UnitId != asker.UnitId), $"没有这批导入，或者不是本单位导入的");
        await db.BeginWrite(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var preview = await look.Run(batch!, cancel);
        batch!.Undo(now, changed == ChangedSince.Keep ? preview.ChangedCount : 0);
        work.Subject = id;
        if (preview.MustAsk && changed is null)
            throw new Refusal($"这批导入中有{preview.ChangedCount}条记录在导入后又被修改（如“{(preview.Changed.Count > 0 ? preview.Changed[0].Name : "—")}”），请选择保留这些还是一并撤销", "Changed");
        await db.SaveChangesAsync(cancel);
        await restore.Run(id, changed == ChangedSince.TakeBack, cancel);
        if (changed == ChangedSince.TakeBack) await TakeEdited(id, now, cancel);
        var kept = db.Set<Project>().Where(p => p.BatchId == id && p.DeletedAt == null && p.Version > 1);
        var entries = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(e => e.ReversesSequence == null && db.Set<Evidence>().Any(v => v.BatchId == id && v.Id == e.EvidenceId))
            .Where(e => e.ProjectId == null || !kept.Any(p => p.Id == e.ProjectId)).OrderBy(e => e.Sequence).ToListAsync(cancel);
        await TakeUntouched(id, now, changed == ChangedSince.TakeBack, cancel);
        if (entries.Count > 0) await record.Reverse(entries, "撤销导入", cancel);
        db.Note(new FieldChange(nameof(ImportBatch), id, "Undone", null, "true"));
        return batch;
    }

    /// <summary>Records that nobody touched go to the trash together; nothing else knows of them.</summary>
    private async Task TakeUntouched(Guid id, DateTime now, bool allTargets, CancellationToken cancel)
    {
        var projects = db.Set<Project>().Where(p => p.BatchId == id && p.DeletedAt == null && p.Version == 1);
        var enterprises = db.Set<Enterprise>().Where(e => e.BatchId == id && e.DeletedAt == null && e.Version == 1);
        await pairs.Forget(projects.Select(p => p.Id), cancel);
        await pairs.Forget(enterprises.Select(e => e.Id), cancel);
        await db.Set<SearchEntry>().Where(e => projects.Any(p => p.Id == e.RecordId) || enterprises.Any(p => p.Id == e.RecordId)).ExecuteDeleteAsync(cancel);
        await projects.ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, now).SetProperty(p => p.Version, p => p.Version + 1), cancel);
        await enterprises.ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, now).SetProperty(p => p.Version, p => p.Version + 1), cancel);
        await db.Set<Target>().Where(t => t.BatchId == id && (allTargets || t.Version == 1)).ExecuteDeleteAsync(cancel);
        await db.Set<PublishedRatio>().Where(t => t.BatchId == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>New records that somebody changed go one by one, so that what they count for by now is taken back with them.</summary>
    private async Task TakeEdited(Guid id, DateTime now, CancellationToken cancel)
    {
        foreach (var project in await db.Set<Project>().Where(p => p.BatchId == id && p.DeletedAt == null && p.Version > 1).ToListAsync(cancel)) await open.ThrowAway(project, cancel);
        foreach (var enterprise in await db.Set<Enterprise>().Where(e => e.BatchId == id && e.DeletedAt == null && e.Version > 1).ToListAsync(cancel)) enterprise.ThrowAway(now);
        await db.SaveChangesAsync(cancel);
    }
}
