using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>Stops what is being done with a ledger. Nothing was written, for an import is written as a whole.</summary>
public sealed class StopImport(BridgeheadDb db, RunningImports running, UnitOfWork work)
{
    /// <summary>Stops it; refused when nothing is being done.</summary>
    public async Task Run(ImportCheck check, CancellationToken cancel = default)
    {
        Refusal.Unless(check.IsBusy, $"没有正在进行的检查或导入");
        work.Subject = check.Id;
        // first the work itself, which holds the lock of the embedded database until it has heard
        running.Stop(check.Id);
        var (id, owner) = (check.Id, check.Owner);
        if (owner is null)
        {
            check.Stop();
            await db.SaveChangesAsync(cancel);
            return;
        }
        await db.BeginWrite(cancel);
        await db.Set<ImportCheck>().Where(c => c.Id == id && c.Owner == owner).ExecuteUpdateAsync(set => set.SetProperty(c => c.CancelAsked, true), cancel);
        db.Note(new FieldChange(nameof(ImportCheck), id, nameof(ImportCheck.CancelAsked), "false", "true"));
    }
}
