using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Where records that were merged have gone, and what has come into those that stayed.</summary>
public sealed class MergedRecords(BridgeheadDb db, ListProjects projects, ListEnterprises enterprises)
{
    private const int MostSteps = 20;

    /// <summary>A record and all that went into it: what was entered in the ledger for any of them was entered for it.</summary>
    public static async Task<List<Guid>> Family(BridgeheadDb db, Guid record, CancellationToken cancel = default)
    {
        var family = new List<Guid> { record };
        for (var (fresh, step) = (new List<Guid> { record }, 0); fresh.Count > 0 && step < MostSteps; step++)
        {
            var last = fresh;
            fresh = [.. (await db.Set<RecordMerge>().Where(m => last.Contains(m.SurvivorId) && m.UndoneAt == null).Select(m => m.LoserId).ToListAsync(cancel)).Except(family)];
            family.AddRange(fresh);
        }
        return family;
    }

    /// <summary>The record an old address leads to; null when it went nowhere, is in use itself, or leads where the asker may not see.</summary>
    public async Task<Guid?> LeadsTo(RecordKind kind, Guid gone, CancellationToken cancel = default)
    {
        var at = gone;
        for (var step = 0; step < MostSteps; step++)
        {
            if (await db.Set<RecordMerge>().AsNoTracking().Where(m => m.LoserId == at && m.Kind == kind && m.UndoneAt == null).Select(m => (Guid?)m.SurvivorId).FirstOrDefaultAsync(cancel) is not { } next) break;
            at = next;
        }
        if (at == gone) return null;
        var seen = kind == RecordKind.Project
            ? await (await projects.Visible(cancel)).AnyAsync(p => p.Id == at, cancel)
            : await enterprises.Visible().AnyAsync(e => e.Id == at, cancel);
        return seen ? at : null;
    }

    /// <summary>Refuses to bring a record back from the trash by itself when it is there because it was merged.</summary>
    public async Task RefuseMerged(Guid record, CancellationToken cancel = default)
    {
        var into = await db.Set<RecordMerge>().AsNoTracking().Where(m => m.LoserId == record && m.UndoneAt == null).Select(m => m.SurvivorName).FirstOrDefaultAsync(cancel);
        Refusal.When(into is not null, $"这条记录已并入“{into}”，不能单独恢复；可在“查重”中撤销那次合并");
    }
}
