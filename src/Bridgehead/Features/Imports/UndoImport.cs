using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>Undoes an import as a whole: its records go to the trash, its entries are taken back by opposite ones, its targets are removed.</summary>
public sealed class UndoImport(BridgeheadDb db, RecordEntries record, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Undoes it. Refused when it was undone before, when it is another unit's, or when a record of it was changed since.</summary>
    public async Task<ImportBatch> Run(Guid id, CancellationToken cancel = default)
    {
        var batch = await db.Set<ImportBatch>().FirstOrDefaultAsync(b => b.Id == id, cancel);
        Refusal.When(batch is null || (!asker.IsOperator && batch.UnitId != asker.UnitId), $"没有这批导入，或者不是本单位导入的");
        await db.BeginWrite(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        batch!.Undo(now);
        work.Subject = id;
        var changed = await db.Set<Project>().Where(p => p.BatchId == id && p.Version > 1 && p.DeletedAt == null).OrderBy(p => p.Number).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        Refusal.When(changed is not null, $"项目“{changed}”导入后已被修改，不能整批撤销；请逐个处理");
        await db.SaveChangesAsync(cancel);
        await db.Set<SearchEntry>().Where(e => db.Set<Project>().Any(p => p.BatchId == id && p.Id == e.RecordId) || db.Set<Enterprise>().Any(p => p.BatchId == id && p.Id == e.RecordId)).ExecuteDeleteAsync(cancel);
        await db.Set<Project>().Where(p => p.BatchId == id && p.DeletedAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, now).SetProperty(p => p.Version, p => p.Version + 1), cancel);
        await db.Set<Enterprise>().Where(p => p.BatchId == id && p.DeletedAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, now).SetProperty(p => p.Version, p => p.Version + 1), cancel);
        await db.Set<Target>().Where(t => t.BatchId == id).ExecuteDeleteAsync(cancel);
        await db.Set<PublishedRatio>().Where(t => t.BatchId == id).ExecuteDeleteAsync(cancel);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ReversesSequence == null && db.Set<Evidence>().Any(v => v.BatchId == id && v.Id == e.EvidenceId)).OrderBy(e => e.Sequence).ToListAsync(cancel);
        if (entries.Count > 0) await record.Reverse(entries, "撤销导入", cancel);
        db.Note(new FieldChange(nameof(ImportBatch), id, "Undone", null, "true"));
        return batch;
    }
}
