using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>What records are found by besides their own: the names and numbers of those merged into them.</summary>
internal static class FormerNames
{
    /// <summary>For each of these records that has some, one text.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(BridgeheadDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var keys = await db.Set<RecordMerge>().AsNoTracking().Where(m => ids.Contains(m.SurvivorId) && m.UndoneAt == null).Select(m => new { m.SurvivorId, m.LoserKeys }).ToListAsync(cancel);
        return keys.GroupBy(m => m.SurvivorId).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(m => m.LoserKeys)));
    }
}
