using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Puts suspicions into the queue, each pair once.</summary>
public sealed class QueuePairs(BridgeheadDb db, TimeProvider clock)
{
    /// <summary>A pair of two records: identities rise with time, so the lower one was registered earlier.</summary>
    public DuplicatePair Pair(RecordFacts one, RecordFacts other, Suspicion suspicion, FoundAt found)
    {
        var (earlier, later) = string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()) < 0 ? (one.Id, other.Id) : (other.Id, one.Id);
        return new DuplicatePair(earlier, later, one.Kind, suspicion, found, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Adds those that are not there yet, past the tracker. Returns how many.</summary>
    public async Task<int> Add(IReadOnlyCollection<DuplicatePair> pairs, CancellationToken cancel = default)
    {
        if (pairs.Count == 0) return 0;
        var known = new HashSet<(Guid, Guid)>();
        foreach (var part in pairs.Select(p => p.FirstId).Distinct().Chunk(500))
            foreach (var pair in await db.Set<DuplicatePair>().Where(p => part.Contains(p.FirstId)).Select(p => new { p.FirstId, p.SecondId }).ToListAsync(cancel))
                known.Add((pair.FirstId, pair.SecondId));
        var fresh = pairs.Where(p => known.Add((p.FirstId, p.SecondId))).ToList();
        await BulkInsert.Into(db, fresh, cancel);
        db.Note(new FieldChange(nameof(DuplicatePair), fresh.Count > 0 ? fresh[0].Id : Guid.Empty, "Added", null, fresh.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return fresh.Count;
    }

    /// <summary>Takes undecided pairs that came with a ledger out again, when the ledger's records are. Before they go to the trash.</summary>
    public async Task Forget(IQueryable<Guid> records, CancellationToken cancel = default)
    {
        var gone = await db.Set<DuplicatePair>().Where(p => !p.IsDecided && p.Found == FoundAt.Import && (records.Any(id => id == p.FirstId) || records.Any(id => id == p.SecondId))).ExecuteDeleteAsync(cancel);
        if (gone > 0) db.Note(new FieldChange(nameof(DuplicatePair), Guid.Empty, "Removed", null, gone.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
