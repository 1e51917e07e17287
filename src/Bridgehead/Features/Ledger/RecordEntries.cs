using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>One figure to be entered.</summary>
/// <param name="EvidenceId">The document it rests on.</param>
/// <param name="IndicatorId">Which indicator.</param>
/// <param name="UnitId">The unit it counts for.</param>
/// <param name="Span">The months it speaks for.</param>
/// <param name="BusinessDate">The day of the business.</param>
/// <param name="Value">How much, in the indicator's smallest unit; not 0.</param>
public sealed record NewEntry(Guid EvidenceId, Guid IndicatorId, Guid UnitId, Months Span, DateOnly BusinessDate, long Value)
{
    /// <summary>The project it belongs to.</summary>
    public Guid? ProjectId { get; init; }
    /// <summary>A statement for the whole unit and span.</summary>
    public bool Whole { get; init; }
    /// <summary>For a part of a statement, by which side.</summary>
    public Dimension Breakdown { get; init; }
    /// <summary>Where the money comes from.</summary>
    public string? Origin { get; init; }
    /// <summary>The branch of the economy.</summary>
    public string? Industry { get; init; }
    /// <summary>The size of the project.</summary>
    public string? Band { get; init; }
    /// <summary>A group only statements know.</summary>
    public string? Other { get; init; }
    /// <summary>The currency of the business.</summary>
    public string Currency { get; init; } = "CNY";
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; init; }
}

/// <summary>Adds entries to the ledger and their sums to the rollups, in one transaction.</summary>
public sealed class RecordEntries(BridgeheadDb db, TimeProvider clock)
{
    /// <summary>Enters the figures in order; returns the sequence number of the first.</summary>
    public async Task<long> Run(IReadOnlyCollection<NewEntry> entries, CancellationToken cancel = default)
    {
        if (entries.Count == 0) return 0;
        return await Append(entries.Count, entries.First().EvidenceId, entries.Select(Entry), cancel);
    }

    /// <summary>Takes entries back by opposite entries. Those already taken back are left alone.</summary>
    /// <param name="entries">The entries to take back.</param>
    /// <param name="reason">Why; shown wherever the entry is shown.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<int> Reverse(IReadOnlyCollection<LedgerEntry> entries, string reason, CancellationToken cancel = default)
    {
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"冲销必须写明理由");
        // under the lock of the chain: two who take the same entry back come one after the other
        await Chain.Take(db, "ledger", 0, cancel);
        var numbers = entries.Select(e => e.Sequence).ToHashSet();
        var taken = new HashSet<long>();
        foreach (var part in numbers.Chunk(500))
            taken.UnionWith(await db.Set<LedgerEntry>().Where(e => e.ReversesSequence != null && part.Contains(e.ReversesSequence.Value))
                .Select(e => e.ReversesSequence!.Value).ToListAsync(cancel));
        var opposite = entries.Where(e => !taken.Contains(e.Sequence) && e.ReversesSequence is null).Select(e => Opposite(e, reason)).ToList();
        if (opposite.Count > 0) await Append(opposite.Count, opposite[0].EvidenceId, opposite, cancel);
        return opposite.Count;
    }

    private async Task<long> Append(int count, Guid firstEvidence, IEnumerable<LedgerEntry> entries, CancellationToken cancel)
    {
        var head = await Chain.Take(db, "ledger", count, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        var (sequence, last, sums) = (head.Sequence, head.Hash, new KeptSums());
        await BulkInsert.Into(db, Ahead.Of(entries.Select(Linked), cancel), cancel);
        await sums.Store(db, cancel);
        await Chain.Close(db, "ledger", last, cancel);
        db.Note(new FieldChange(nameof(LedgerEntry), firstEvidence, "Sequence", null, $"{head.Sequence + 1}..{sequence}"));
        return head.Sequence + 1;

        LedgerEntry Linked(LedgerEntry entry)
        {
            (entry.Sequence, entry.RecordedAt, entry.PreviousHash) = (++sequence, now, last);
            last = entry.Hash = entry.HashAfter(last);
            sums.Add(entry);
            return entry;
        }
    }

    private static LedgerEntry Entry(NewEntry n)
    {
        Refusal.When(n.Value == 0, $"数值为0不必入账");
        return new LedgerEntry
        {
            EvidenceId = n.EvidenceId, IndicatorId = n.IndicatorId, ProjectId = n.ProjectId, UnitId = n.UnitId, BusinessDate = n.BusinessDate,
            FromMonth = n.Span.From, ToMonth = n.Span.To, Value = n.Value, Whole = n.Whole, Breakdown = n.Breakdown,
            Origin = n.Origin, Industry = n.Industry, Band = n.Band, Other = n.Other, Currency = n.Currency, BatchId = n.BatchId,
        };
    }

    private static LedgerEntry Opposite(LedgerEntry e, string reason) => new()
    {
        EvidenceId = e.EvidenceId, IndicatorId = e.IndicatorId, ProjectId = e.ProjectId, UnitId = e.UnitId, BusinessDate = e.BusinessDate,
        FromMonth = e.FromMonth, ToMonth = e.ToMonth, Value = -e.Value, Whole = e.Whole, Breakdown = e.Breakdown,
        Origin = e.Origin, Industry = e.Industry, Band = e.Band, Other = e.Other, Currency = e.Currency, BatchId = e.BatchId,
        ReversesSequence = e.Sequence, Reason = reason.Trim(),
    };
}
