using Bridgehead.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>
/// Applies a checked ledger as one batch in one transaction: judged anew before the transaction begins, then written as a whole or not at all.
/// A small one is applied at once, a larger one in the background.
/// </summary>
public sealed class ApplyCheck(BridgeheadDb db, Asker asker, TimeProvider clock, UnitOfWork work, CheckLedger check)
{
    /// <summary>The most rows written while the person waits.</summary>
    public const int AppliedAtOnce = 2_000;

    /// <summary>Applies it, or lets it be applied in the background. Refused when there is nothing to write, or while it is worked on.</summary>
    public async Task Start(ImportCheck subject, CancellationToken cancel = default)
    {
        subject.RefuseUnfit();
        work.Subject = subject.Id;
        if (subject.Writable <= AppliedAtOnce)
        {
            await Run(subject, new ImportProgress(), cancel);
            return;
        }
        using (check.Content(subject)) subject.AwaitApplying(asker.Address);
        db.Note(new FieldChange(nameof(ImportCheck), subject.Id, nameof(ImportCheck.State), null, nameof(CheckState.Applying)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Judges and writes it, in the open unit of work, and marks the check as applied: whoever took it over meanwhile is not overtaken, for the mark is made at the version that was read.</summary>
    public async Task<ImportBatch> Run(ImportCheck subject, ImportProgress progress, CancellationToken cancel)
    {
        await using var content = check.Content(subject);
        using var file = LedgerFile.Open(content, subject.File);
        var judged = await check.Judged(subject, file, progress, cancel);
        var batch = await Write(judged, subject.Digest, progress, cancel);
        // bulk writes clear the tracker
        if (db.Entry(subject).State == EntityState.Detached) db.Attach(subject);
        subject.Found(judged.Report);
        subject.Applied(batch.Id);
        await db.SaveChangesAsync(cancel);
        progress.Begin(4, 0);
        return batch;
    }

    /// <summary>Writes a judged ledger as a batch. Refused when no row is taken.</summary>
    public async Task<ImportBatch> Write(JudgedLedger judged, string digest, ImportProgress progress, CancellationToken cancel)
    {
        var report = judged.Report;
        Refusal.When(report.Added + report.Updated == 0, $"没有可以导入的行，请按提示修改文件后重新上传");
        var batch = new ImportBatch(judged.Kind, judged.File, digest, asker.Name, asker.UserId, asker.IsOperator ? null : asker.UnitId, clock.GetUtcNow().UtcDateTime)
        {
            Read = report.Read, Accepted = report.Accepted, Refused = report.Refused, Added = report.Added, Updated = report.Updated, Unchanged = report.Unchanged,
        };
        db.Add(batch);
        GivenValues.Keep(db, batch, report);
        work.Subject = batch.Id;
        await db.SaveChangesAsync(cancel);
        await judged.Import.Write(batch, progress, cancel);
        return batch;
    }
}
