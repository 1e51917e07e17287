using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Reads the sums of indicators for units and a span: as they stand from the rollups, as of an earlier day from the entries themselves.</summary>
internal sealed class SumsOf(BridgeheadDb db)
{
    /// <summary>China Standard Time, in which days and months of the trade begin and end.</summary>
    private static readonly TimeSpan CityOffset = TimeSpan.FromHours(8);

    /// <summary>The sums that may speak for months from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public async Task<List<Rollup>> Read(
        IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, int from, int to, IReadOnlyCollection<Dimension> sides, DateOnly? asOf, CancellationToken cancel)
    {
        if (asOf is not { } day)
            return await db.Set<Rollup>().AsNoTracking().Where(r => indicators.Contains(r.IndicatorId) && units.Contains(r.UnitId)
                && sides.Contains(r.Dimension) && r.ToMonth >= from && r.FromMonth <= to).ToListAsync(cancel);
        var until = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - CityOffset;
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => indicators.Contains(e.IndicatorId) && units.Contains(e.UnitId)
            && e.RecordedAt < until && e.ToMonth >= from && e.FromMonth <= to);
        var sums = new List<Rollup>();
        foreach (var side in sides) sums.AddRange(await Of(entries, side).ToListAsync(cancel));
        return sums;
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
