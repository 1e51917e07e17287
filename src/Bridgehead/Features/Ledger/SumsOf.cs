using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Reads the sums of indicators for units and a span: as they stand from the rollups, as of an earlier day from the entries themselves.</summary>
internal sealed class SumsOf(BridgeheadDb db)
{
    /// <summary>China Standard Time, in which days and months of the trade begin and end.</summary>
    private static readonly TimeSpan CityOffset = TimeSpan.FromHours(8);

    /// <summary>The moment a day of the city ends (UTC): what was recorded from then on is not of that day.</summary>
    internal static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - CityOffset;

    /// <summary>Beyond so many entries since a day its sums are made from the entries themselves.</summary>
    private const int MostBack = 50_000;

    /// <summary>The sums that may speak for months from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public async Task<List<Rollup>> Read(
        IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, int from, int to, IReadOnlyCollection<Dimension> sides, DateOnly? asOf, CancellationToken cancel)
    {
        if (asOf is not { } day)
            return await db.Set<Rollup>().AsNoTracking().Where(r => indicators.Contains(r.IndicatorId) && units.Contains(r.UnitId)
                && sides.Contains(r.Dimension) && r.ToMonth >= from && r.FromMonth <= to).ToListAsync(cancel);
        var until = EndOf(day);
        return await Back(indicators, units, from, to, sides, until, cancel) ?? await Forward(indicators, units, from, to, sides, until, cancel);
    }

    /// <summary>
    /// From the sums as they stand, less what was recorded since: quick for a day not long ago, however large the ledger. Nothing where too much was
    /// recorded since, or something while it was read.
    /// </summary>
    private async Task<List<Rollup>?> Back(
        IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, int from, int to, IReadOnlyCollection<Dimension> sides, DateTime until, CancellationToken cancel)
    {
        var then = await db.Set<LedgerEntry>().Where(e => e.RecordedAt < until).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancel);
        var head = await Head(cancel);
        if (head - then > MostBack || sides.Contains(Dimension.Tier) && await db.Set<TierStep>().AnyAsync(t => t.At >= until, cancel)) return null;
        var sums = await Read(indicators, units, from, to, sides, null, cancel);
        if (head == then) return await Head(cancel) == head ? sums : null;
        var since = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Sequence > then && e.Sequence <= head && indicators.Contains(e.IndicatorId) && units.Contains(e.UnitId)
            && e.ToMonth >= from && e.FromMonth <= to).Join(db.Set<Evidence>(), e => e.EvidenceId, v => v.Id, (e, v) => new { Entry = e, v.Tier }).ToListAsync(cancel);
        if (await Head(cancel) != head) return null;
        var kept = new KeptSums();
        foreach (var sum in sums) kept.Add(sum);
        foreach (var part in since.SelectMany(s => Rollup.Of(s.Entry, s.Tier)).Where(p => sides.Contains(p.Dimension)))
        {
            (part.Value, part.Entries) = (-part.Value, -part.Entries);
            kept.Add(part);
        }
        return [.. kept.All.Where(s => s.Stands)];
    }

    /// <summary>From the entries themselves.</summary>
    private async Task<List<Rollup>> Forward(
        IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, int from, int to, IReadOnlyCollection<Dimension> sides, DateTime until, CancellationToken cancel)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => indicators.Contains(e.IndicatorId) && units.Contains(e.UnitId)
            && e.RecordedAt < until && e.ToMonth >= from && e.FromMonth <= to);
        var sums = new List<Rollup>();
        foreach (var side in sides) sums.AddRange(side == Dimension.Tier ? await OfTiers(entries, until, cancel) : await Of(entries, side).ToListAsync(cancel));
        return sums;
    }

    private async Task<long> Head(CancellationToken cancel) => await db.Set<ChainHead>().Where(h => h.Chain == "ledger").Select(h => h.Sequence).SingleAsync(cancel);

    /// <summary>The sums by tier as the evidence stood then: the last step up to then, or the tier its kind begins with.</summary>
    private async Task<IEnumerable<Rollup>> OfTiers(IQueryable<LedgerEntry> entries, DateTime until, CancellationToken cancel)
    {
        var steps = db.Set<TierStep>().AsNoTracking().Where(t => t.At < until);
        var sums = await entries.Where(e => e.Breakdown == Dimension.None && !steps.Any(t => t.EvidenceId == e.EvidenceId))
            .Join(db.Set<Evidence>(), e => e.EvidenceId, v => v.Id, (e, v) => new { Entry = e, v.Kind })
            .GroupBy(k => new { k.Entry.IndicatorId, k.Entry.UnitId, k.Entry.FromMonth, k.Entry.ToMonth, k.Entry.Whole, k.Kind })
            .Select(g => new { g.Key, Value = g.Sum(k => k.Entry.Value), Entries = g.Sum(k => k.Entry.ReversesSequence == null ? 1 : -1) }).ToListAsync(cancel);
        var kept = new KeptSums();
        foreach (var sum in sums)
            kept.Add(new Rollup
            {
                IndicatorId = sum.Key.IndicatorId, UnitId = sum.Key.UnitId, FromMonth = sum.Key.FromMonth, ToMonth = sum.Key.ToMonth, Whole = sum.Key.Whole,
                Dimension = Dimension.Tier, Key = Evidence.FirstTier(sum.Key.Kind).ToString(), Value = sum.Value, Entries = sum.Entries,
            });
        var judged = await entries.Where(e => e.Breakdown == Dimension.None && steps.Any(t => t.EvidenceId == e.EvidenceId)).ToListAsync(cancel);
        if (judged.Count == 0) return kept.All;
        // all that was judged till then, of whatever figure: a step is a person's decision, and to look up the entries of each one costs far more than reading them
        var tiers = new Dictionary<Guid, EvidenceTier>();
        foreach (var step in await steps.OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => new { t.EvidenceId, t.To }).ToListAsync(cancel)) tiers[step.EvidenceId] = step.To;
        foreach (var entry in judged)
            foreach (var part in Rollup.Of(entry, tiers[entry.EvidenceId]).Where(p => p.Dimension == Dimension.Tier)) kept.Add(part);
        return kept.All;
    }

    /// <summary>The totals by tier of months within a span, one row each for an indicator.</summary>
    public async Task<List<(Guid Indicator, EvidenceTier Tier, bool Whole, long Value)>> AddedTiers(IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, Months span, CancellationToken cancel)
    {
        var (from, to) = (span.From, span.To);
        return [.. (await db.Set<Rollup>().AsNoTracking()
            .Where(r => indicators.Contains(r.IndicatorId) && units.Contains(r.UnitId) && r.Dimension == Dimension.Tier && r.FromMonth >= from && r.ToMonth <= to && (r.Entries != 0 || r.Value != 0))
            .GroupBy(r => new { r.IndicatorId, r.Key, r.Whole }).Select(g => new { g.Key.IndicatorId, g.Key.Key, g.Key.Whole, Value = g.Sum(r => r.Value) }).ToListAsync(cancel))
            .Select(r => (r.IndicatorId, Enum.Parse<EvidenceTier>(r.Key), r.Whole, r.Value))];
    }

    /// <summary>
    /// The totals of months within a span, within the one a year before, and of those in neither, one row each for an indicator and unit. Where a row says
    /// <see cref="Rollup.Whole"/> there are statements, and the sums must be read one by one.
    /// </summary>
    public async Task<List<Rollup>> Added(IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, Months span, CancellationToken cancel)
    {
        var (from, to, baseFrom, baseTo) = (span.From, span.To, span.YearBefore.From, span.YearBefore.To);
        return await db.Set<Rollup>().AsNoTracking()
            .Where(r => indicators.Contains(r.IndicatorId) && units.Contains(r.UnitId) && r.Dimension == Dimension.None && r.ToMonth >= baseFrom && r.FromMonth <= to)
            .GroupBy(r => new { r.IndicatorId, r.UnitId, r.Whole, Place = r.FromMonth >= from && r.ToMonth <= to ? 2 : r.FromMonth >= baseFrom && r.ToMonth <= baseTo ? 1 : 0 })
            .Select(g => new Rollup
            {
                IndicatorId = g.Key.IndicatorId, UnitId = g.Key.UnitId, Whole = g.Key.Whole, Dimension = Dimension.None, Key = "",
                FromMonth = g.Min(r => r.FromMonth), ToMonth = g.Max(r => r.ToMonth), Value = g.Sum(r => r.Value), Entries = g.Sum(r => r.Entries),
            }).ToListAsync(cancel);
    }

    private static IQueryable<Rollup> Of(IQueryable<LedgerEntry> entries, Dimension side)
    {
        var own = entries.Where(e => e.Breakdown == Dimension.None || e.Breakdown == side);
        return side switch
        {
            Dimension.None => Sum(own.Select(e => new Part { IndicatorId = e.IndicatorId, UnitId = e.UnitId, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Whole = e.Whole, Key = "", Value = e.Value, Stands = e.ReversesSequence == null ? 1 : -1 }), side),
            Dimension.Origin => Sum(own.Where(e => e.Origin != null).Select(e => new Part { IndicatorId = e.IndicatorId, UnitId = e.UnitId, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Whole = e.Whole, Key = e.Origin!, Value = e.Value, Stands = e.ReversesSequence == null ? 1 : -1 }), side),
            Dimension.Industry => Sum(own.Where(e => e.Industry != null).Select(e => new Part { IndicatorId = e.IndicatorId, UnitId = e.UnitId, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Whole = e.Whole, Key = e.Industry!, Value = e.Value, Stands = e.ReversesSequence == null ? 1 : -1 }), side),
            Dimension.Band => Sum(own.Where(e => e.Band != null).Select(e => new Part { IndicatorId = e.IndicatorId, UnitId = e.UnitId, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Whole = e.Whole, Key = e.Band!, Value = e.Value, Stands = e.ReversesSequence == null ? 1 : -1 }), side),
            _ => Sum(own.Where(e => e.Other != null).Select(e => new Part { IndicatorId = e.IndicatorId, UnitId = e.UnitId, FromMonth = e.FromMonth, ToMonth = e.ToMonth, Whole = e.Whole, Key = e.Other!, Value = e.Value, Stands = e.ReversesSequence == null ? 1 : -1 }), side),
        };
    }

    private static IQueryable<Rollup> Sum(IQueryable<Part> parts, Dimension side) => parts
        .GroupBy(p => new { p.IndicatorId, p.UnitId, p.FromMonth, p.ToMonth, p.Whole, p.Key })
        .Select(g => new Rollup
        {
            IndicatorId = g.Key.IndicatorId, UnitId = g.Key.UnitId, FromMonth = g.Key.FromMonth, ToMonth = g.Key.ToMonth, Whole = g.Key.Whole,
            Dimension = side, Key = g.Key.Key, Value = g.Sum(p => p.Value), Entries = g.Sum(p => p.Stands),
        });

    private sealed class Part
    {
        public Guid IndicatorId { get; init; }
        public Guid UnitId { get; init; }
        public int FromMonth { get; init; }
        public int ToMonth { get; init; }
        public bool Whole { get; init; }
        public string Key { get; init; } = "";
        public long Value { get; init; }
        public int Stands { get; init; }
    }
}
