using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Finds a merge for whoever sees the record that stayed, and could see the one that went.</summary>
public sealed class FindMerge(BridgeheadDb db, ListProjects projects, ListEnterprises enterprises, ScopedUnits scope)
{
    /// <summary>The merge; null when it is not there or not the asker's.</summary>
    public async Task<RecordMerge?> Run(Guid id, CancellationToken cancel = default)
    {
        if (await db.Set<RecordMerge>().FirstOrDefaultAsync(m => m.Id == id, cancel) is not { } merge) return null;
        if (merge.Kind == RecordKind.Enterprise) return await enterprises.Visible().AnyAsync(e => e.Id == merge.SurvivorId, cancel) ? merge : null;
        if (!await (await projects.Visible(cancel)).AnyAsync(p => p.Id == merge.SurvivorId, cancel)) return null;
        var units = await scope.Ids(cancel);
        return await db.Set<Project>().AnyAsync(p => p.Id == merge.LoserId && (units.Contains(p.UnitId) || (p.ParkId != null && units.Contains(p.ParkId.Value))), cancel) ? merge : null;
    }
}
