using System.Text.Json;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Undoes a merge exactly: both records as they were, everything that was moved back where it was, the figures as before, the pair open again.</summary>
public sealed class UndoMerge(BridgeheadDb db, MoveReferences references, CountProject count, FindContradictions contradictions, IEnumerable<IFollowProject> followers, UnitOfWork work, Asker asker, TimeProvider clock)
{
    /// <summary>Undoes it, as it was read. Refused when the record that stayed was changed since: undoing would lose that.</summary>
    public async Task Run(RecordMerge merge, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        if (merge.Kind == RecordKind.Project) await Chain.Hold(db, Chain.Ledger, cancel);
        (work.Subject, work.Reason) = (merge.SurvivorId, $"撤销合并“{merge.LoserName}”");
        merge.Undo(asker.Name, clock.GetUtcNow().UtcDateTime);
        object? survivor = await Find(merge.Kind, merge.SurvivorId, cancel), loser = await Find(merge.Kind, merge.LoserId, cancel);
        Refusal.When(survivor is null or ITrashable { DeletedAt: not null }, $"“{merge.SurvivorName}”已不在使用，不能撤销；请先恢复它");
        Refusal.When(loser is null or ITrashable { DeletedAt: null }, $"“{merge.LoserName}”已经恢复使用，不能撤销");
        var (stays, goes) = (db.Entry(survivor!), db.Entry(loser!));
        Refusal.Unless(RecordFields.IsAs(stays, merge.SurvivorAfter), $"合并以后“{merge.SurvivorName}”又被修改过，撤销会丢失这些修改；请先改回合并时的内容");
        RecordFields.Restore(stays, merge.SurvivorBefore);
        stays.State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        RecordFields.Restore(goes, merge.LoserBefore);
        goes.State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        var moved = JsonSerializer.Deserialize<Dictionary<string, List<string>>>(merge.Moved)!;
        await references.Move(merge.Kind, moved, merge.SurvivorId, merge.LoserId, cancel);
        if (moved.GetValueOrDefault(RecordMerge.AddedNames) is { } names)
        {
            var added = names.Select(Guid.Parse).ToList();
            db.RemoveRange(await db.Set<OtherName>().Where(n => added.Contains(n.Id)).ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
        }
        if (survivor is Project one && loser is Project other)
        {
            await count.Run(one, "撤销合并", cancel);
            await count.Run(other, "撤销合并", cancel);
            foreach (var follower in followers)
            {
                await follower.Took(other, one, cancel);
                await follower.Changed(one, cancel);
            }
        }
        else
        {
            await contradictions.Run(merge.SurvivorId, cancel);
            await contradictions.Run(merge.LoserId, cancel);
        }
        if (merge.PairId is { } id && await db.Set<DuplicatePair>().FirstOrDefaultAsync(p => p.Id == id, cancel) is { } pair)
        {
            pair.Reopen();
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task<object?> Find(RecordKind kind, Guid id, CancellationToken cancel) => kind == RecordKind.Project
        ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id, cancel) : await db.Set<Enterprise>().FirstOrDefaultAsync(e => e.Id == id, cancel);
}
