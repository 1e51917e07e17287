using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>
/// Stands before the saving of a record: levels 1 and 2 are refused until a reason says that it is truly another; with it the decision is recorded. What was decided
/// or queued before does not hold anybody up again. Pages and API call it before and after the save, in the transaction of the save.
/// </summary>
public sealed class GuardDuplicates(BridgeheadDb db, FindDuplicates find, QueuePairs queue, Asker asker, TimeProvider clock)
{
    /// <summary>Looks for duplicates. Refused when one blocks and there is no reason.</summary>
    /// <param name="facts">The record as it is to be saved; its identity is empty for a new one.</param>
    /// <param name="asNew">Why it is held for another, when the person says so.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<FoundDuplicate>> Before(RecordFacts facts, string? asNew, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        await OneAtATime(facts, cancel);
        var found = await Unknown(await find.Run(facts, cancel), facts.Id, cancel);
        if (!string.IsNullOrWhiteSpace(asNew) || found.FirstOrDefault(Holds) is not { } blocking) return found;
        var why = blocking.Suspicion.Why.Text();
        throw blocking.IsVisible
            ? new Refusal($"与已登记的“{Named(blocking.Record)}”疑似重复（{why}），没有保存。请先核对；确是另一个的，写明视为新项目的理由后再保存", "AsNew")
            : new Refusal($"另一单位登记有疑似重复的{facts.Kind}（{why}），没有保存。请联系市局核对；确是另一个的，写明视为新项目的理由后再保存", "AsNew");
    }

    /// <summary>Records what was found: held for new by somebody who saw both is decided; the rest waits in the queue. Hints are not kept.</summary>
    public async Task After(IReadOnlyList<FoundDuplicate> found, RecordFacts saved, string? asNew, CancellationToken cancel = default)
    {
        foreach (var one in found.Where(f => f.Suspicion.Level <= 3))
        {
            var pair = queue.Pair(saved, one.Record, one.Suspicion, FoundAt.Saving);
            if (one.Suspicion.Blocks && !string.IsNullOrWhiteSpace(asNew))
            {
                if (one.IsVisible) pair.Decide(DuplicateDecision.TrulyNew, asNew, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
                else pair.Claimed(asNew);
            }
            db.Add(pair);
        }
        await db.SaveChangesAsync(cancel);
    }

    // a credit code that is taken is refused by the register itself: no reason makes a second of it
    private static bool Holds(FoundDuplicate found) => found.Suspicion.Blocks && !(found.Record.Kind == RecordKind.Enterprise && found.Suspicion.Why.HasFlag(MatchReasons.CreditCode));

    private static string Named(RecordFacts record) => record.Number is { } number ? $"{record.Name}，{number}" : record.Name;

    /// <summary>Two who register the same thing at the same moment come one after the other; the embedded database lets only one write anyway.</summary>
    private async Task OneAtATime(RecordFacts facts, CancellationToken cancel)
    {
        if (!db.IsPostgres || facts.Names.Count == 0) return;
        var key = unchecked((long)Likeness.Signature(facts.Names[0].Core));
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancel);
    }

    private async Task<IReadOnlyList<FoundDuplicate>> Unknown(IReadOnlyList<FoundDuplicate> found, Guid id, CancellationToken cancel)
    {
        if (found.Count == 0 || id == Guid.Empty) return found;
        var known = await db.Set<DuplicatePair>().Where(p => p.FirstId == id || p.SecondId == id).Select(p => p.FirstId == id ? p.SecondId : p.FirstId).ToListAsync(cancel);
        return [.. found.Where(f => !known.Contains(f.Record.Id))];
    }
}
