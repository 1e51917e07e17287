using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Decides pairs without touching the records: ignored, or truly new. Overwriting and merging are <see cref="MergeRecords"/>.</summary>
public sealed class DecidePair(BridgeheadDb db, ListPairs list, UnitOfWork work, Asker asker, TimeProvider clock)
{
    /// <summary>Decides one pair, as it was read. Null when it is not there or the asker does not see both sides.</summary>
    public async Task<DuplicatePair?> Run(Guid id, DuplicateDecision decision, string? reason, long version, CancellationToken cancel = default)
    {
        Refusal.When(decision is DuplicateDecision.Merged or DuplicateDecision.Overwritten, $"合并和覆盖须先看清将要改动的内容，请在合并页上办理");
        if (await list.Find(id, cancel) is not { IsWhole: true }) return null;
        var pair = await db.Set<DuplicatePair>().FirstAsync(p => p.Id == id, cancel);
        (work.Subject, work.Reason) = (id, reason);
        db.ReadAt(pair, version);
        if (pair.Version == version) pair.Decide(decision, reason, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
        else db.Entry(pair).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        return pair;
    }

    /// <summary>Decides several at once for one reason. Returns how many.</summary>
    public async Task<int> Batch(IReadOnlyList<(Guid Id, long Version)> pairs, DuplicateDecision decision, string? reason, CancellationToken cancel = default)
    {
        Refusal.When(pairs.Count == 0, $"请先勾选要处理的各对");
        Refusal.When(pairs.Count > ListPairs.PageSize, $"一次最多处理{ListPairs.PageSize}对");
        foreach (var (id, version) in pairs)
            Refusal.When(await Run(id, decision, reason, version, cancel) is null, $"勾选的记录中有不在数据范围内的，没有处理");
        work.Subject = null;
        return pairs.Count;
    }
}
