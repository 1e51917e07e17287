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
    /// <summary>The industry of the project, as a code of GB/T 4754.</summary>
    public string? Sector { get; init; }
    /// <summary>The agreed investment of the project, in fen.</summary>
    public long? ProjectFen { get; init; }
    /// <summary>The currency of the business.</summary>
    public string Currency { get; init; } = "CNY";
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; init; }
}

/// <summary>Keeps what is stored beside the ledger and follows from it in step with it, in the same transaction.</summary>
public interface IFollowLedger
{
    /// <summary>The indicators whose entries it follows.</summary>
    Task<IReadOnlyCollection<Guid>> Indicators(CancellationToken cancel);

    /// <summary>Entries of those indicators were added, those that take others back among them; at least one.</summary>
    Task Entered(IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancel);
}

/// <summary>
/// Adds entries to the ledger and their sums to the rollups, in one transaction: the only way into the ledger. Under the lock of the chain it also says
/// in which month an entry counts, so that a close, an entry and its taking back never pass each other, on however many nodes.
/// </summary>
public sealed class RecordEntries(BridgeheadDb db, TimeProvider clock, IEnumerable<IFollowLedger> followers)
{
    /// <summary>Enters the figures in order; returns the sequence number of the first.</summary>
    public async Task<long> Run(IReadOnlyCollection<NewEntry> entries, CancellationToken cancel = default)
    {
        if (entries.Count == 0) return 0;
        await Chain.Hold(db, Chain.Ledger, cancel);
        var (books, indicators) = (await ClosedBooks.Of(db, cancel), await Definitions.Of(db, cancel));
        return await Append([.. entries.Select(n => n.EvidenceId).Distinct()], [.. Made(entries, books, indicators)], cancel);
    }

    /// <summary>Enters very many figures in order, each made when its turn comes, on another thread, and forgotten once it is stored; returns the sequence number of the first.</summary>
    /// <param name="evidence">The documents they rest on, all of them.</param>
    /// <param name="entries">The figures; making them touches nothing of the database.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<long> Run(IReadOnlyCollection<Guid> evidence, IEnumerable<NewEntry> entries, CancellationToken cancel = default)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        return await Append(evidence, Made(entries, await ClosedBooks.Of(db, cancel), await Definitions.Of(db, cancel)), cancel);
    }

    private static IEnumerable<LedgerEntry> Made(IEnumerable<NewEntry> entries, ClosedBooks books, Definitions indicators)
    {
        foreach (var entry in entries)
        {
            var made = Entry(entry, books, indicators);
            yield return made;
            foreach (var taker in indicators.Taking(made)) yield return Derived(made, taker);
        }
    }

    /// <summary>Gives a new definition the entries of the open months it takes, and takes back what the version before had of them.</summary>
    internal async Task Derive(Indicator taker, CancellationToken cancel = default)
    {
        var (from, indicators) = (Months.Of(taker.ValidFrom!.Value), await Definitions.Of(db, cancel));
        var before = await Standing(db.Set<Indicator>().Where(i => i.Code == taker.Code && i.ScopeVersion < taker.ScopeVersion), from).Where(e => e.DerivedFrom != null).ToListAsync(cancel);
        if (before.Count > 0) await Reverse(before, $"口径改为第{taker.ScopeVersion}版", cancel);
        var entries = await Standing(db.Set<Indicator>().Where(i => i.Code == taker.BaseCode), from).Where(e => !e.Whole && e.Breakdown == Dimension.None).ToListAsync(cancel);
        var taken = entries.Where(e => indicators.Takes(taker, e)).Select(e =>
        {
            var entry = Derived(e, taker.Id);
            entry.DerivedFrom = e.Sequence;
            return entry;
        }).ToList();
        if (taken.Count > 0) await Append(taken, cancel);
    }

    private IQueryable<LedgerEntry> Standing(IQueryable<Indicator> of, int from) => db.Set<LedgerEntry>().AsNoTracking()
        .Where(e => of.Any(i => i.Id == e.IndicatorId) && e.FromMonth >= from && e.ReversesSequence == null && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence)).OrderBy(e => e.Sequence);

    /// <summary>Takes entries back by opposite entries, in the next open month where theirs is closed. Those already taken back are left alone.</summary>
    /// <param name="entries">The entries to take back.</param>
    /// <param name="reason">Why; shown wherever the entry is shown.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<int> Reverse(IReadOnlyCollection<LedgerEntry> entries, string reason, CancellationToken cancel = default)
    {
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"冲销必须写明理由");
        // under the lock of the chain: two who take the same entry back come one after the other
        await Chain.Hold(db, Chain.Ledger, cancel);
        var (books, indicators) = (await ClosedBooks.Of(db, cancel), await Definitions.Of(db, cancel));
        var numbers = entries.Select(e => e.Sequence).ToHashSet();
        var taken = new HashSet<long>();
        foreach (var part in numbers.Chunk(500))
            taken.UnionWith(await db.Set<LedgerEntry>().Where(e => e.ReversesSequence != null && part.Contains(e.ReversesSequence.Value))
                .Select(e => e.ReversesSequence!.Value).ToListAsync(cancel));
        var back = entries.Where(e => !taken.Contains(e.Sequence) && e.ReversesSequence is null).ToList();
        var own = back.Count;
        foreach (var part in back.Where(e => e.DerivedFrom is null).Select(e => e.Sequence).ToList().Chunk(500))
            back.AddRange((await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.DerivedFrom != null && part.Contains(e.DerivedFrom.Value) && e.ReversesSequence == null
                && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence)).OrderBy(e => e.Sequence).ToListAsync(cancel)).Where(e => !numbers.Contains(e.Sequence)));
        if (own > 0) await Append([.. back.Select(e => Opposite(e, reason, books, indicators))], cancel);
        return own;
    }

    private Task<long> Append(List<LedgerEntry> entries, CancellationToken cancel) => Append([.. entries.Select(e => e.EvidenceId).Distinct()], entries, cancel);

    private async Task<long> Append(IReadOnlyCollection<Guid> evidence, IEnumerable<LedgerEntry> entries, CancellationToken cancel)
    {
        var tiers = await Tiers(evidence, cancel);
        var follow = new List<(IFollowLedger Who, IReadOnlyCollection<Guid> Indicators, List<LedgerEntry> Entries)>();
        foreach (var follower in followers) follow.Add((follower, await follower.Indicators(cancel), []));
        var head = await Chain.Take(db, Chain.Ledger, 0, cancel);
        var now = await Now(head.Sequence, cancel);
        var (sequence, last, sums, from) = (head.Sequence, head.Hash, new KeptSums(), 0L);
        await BulkInsert.Into(db, entries.Select(Linked), cancel);
        if (sequence == head.Sequence) return 0;
        await sums.Store(db, cancel);
        await Chain.Close(db, Chain.Ledger, sequence, last, cancel);
        foreach (var (follower, _, followed) in follow)
            if (followed.Count > 0) await follower.Entered(followed, cancel);
        db.Note(new FieldChange(nameof(LedgerEntry), evidence.First(), "Sequence", null, $"{head.Sequence + 1}..{sequence}"));
        return head.Sequence + 1;

        LedgerEntry Linked(LedgerEntry entry)
        {
            (entry.Sequence, entry.RecordedAt, entry.PreviousHash) = (++sequence, now, last);
            if (entry.DerivedFrom is null) from = entry.Sequence;
            else if (entry.DerivedFrom == Before) entry.DerivedFrom = from;
            last = entry.Hash = entry.HashAfter(last);
            sums.Add(entry, tiers[entry.EvidenceId]);
            foreach (var (_, indicators, followed) in follow)
                if (indicators.Contains(entry.IndicatorId)) followed.Add(entry);
            return entry;
        }
    }

    /// <summary>The moment of recording: never before the last entry's, so that a figure as of an earlier day stays what it was even where a clock was set back.</summary>
    private async Task<DateTime> Now(long last, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        var before = await db.Set<LedgerEntry>().Where(e => e.Sequence == last).Select(e => (DateTime?)e.RecordedAt).FirstOrDefaultAsync(cancel);
        return before > now ? before.Value : now;
    }

    private async Task<Dictionary<Guid, EvidenceTier>> Tiers(IReadOnlyCollection<Guid> evidence, CancellationToken cancel)
    {
        var tiers = new Dictionary<Guid, EvidenceTier>();
        foreach (var part in evidence.Chunk(500))
            foreach (var row in await db.Set<Evidence>().Where(v => part.Contains(v.Id)).Select(v => new { v.Id, v.Tier }).ToListAsync(cancel)) tiers.Add(row.Id, row.Tier);
        return tiers;
    }

    private static LedgerEntry Entry(NewEntry n, ClosedBooks books, Definitions indicators)
    {
        Refusal.When(n.Value == 0, $"数值为0不必入账");
        var months = books.Place(n.Span, n.Whole, indicators.IsStock(n.IndicatorId));
        return new LedgerEntry
        {
            EvidenceId = n.EvidenceId, IndicatorId = months == n.Span ? n.IndicatorId : indicators.InForce(n.IndicatorId, months.To), ProjectId = n.ProjectId, UnitId = n.UnitId, BusinessDate = n.BusinessDate,
            FromMonth = months.From, ToMonth = months.To, Value = n.Value, Whole = n.Whole, Breakdown = n.Breakdown,
            Origin = n.Origin, Industry = n.Industry, Band = n.Band, Other = n.Other, Sector = n.Sector, ProjectFen = n.ProjectFen, Currency = n.Currency, BatchId = n.BatchId,
        };
    }

    // stands for the number of the entry before, which is given out while writing
    private const long Before = 0;

    private static LedgerEntry Derived(LedgerEntry e, Guid taker) => new()
    {
        EvidenceId = e.EvidenceId, IndicatorId = taker, ProjectId = e.ProjectId, UnitId = e.UnitId, BusinessDate = e.BusinessDate, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Value = e.Value,
        Breakdown = e.Breakdown, Origin = e.Origin, Industry = e.Industry, Band = e.Band, Other = e.Other, Sector = e.Sector, ProjectFen = e.ProjectFen, DerivedFrom = Before, Currency = e.Currency, BatchId = e.BatchId,
    };

    private static LedgerEntry Opposite(LedgerEntry e, string reason, ClosedBooks books, Definitions indicators)
    {
        var span = new Months(e.FromMonth, e.ToMonth);
        var months = books.PlaceBack(span, e.Whole, indicators.IsStock(e.IndicatorId));
        return new LedgerEntry
        {
            EvidenceId = e.EvidenceId, IndicatorId = e.IndicatorId, ProjectId = e.ProjectId, UnitId = e.UnitId, BusinessDate = e.BusinessDate,
            // a statement taken back after its months were closed: its span stays as published, the difference counts in the open month
            FromMonth = months.From, ToMonth = months.To, Value = -e.Value, Whole = e.Whole && months == span, Breakdown = e.Breakdown,
            Origin = e.Origin, Industry = e.Industry, Band = e.Band, Other = e.Other, Sector = e.Sector, ProjectFen = e.ProjectFen, DerivedFrom = e.DerivedFrom, Currency = e.Currency, BatchId = e.BatchId,
            ReversesSequence = e.Sequence, Reason = reason.Trim(),
        };
    }
}
