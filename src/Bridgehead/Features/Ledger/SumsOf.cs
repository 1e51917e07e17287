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

    private static IQueryable<Rollup> Of(IQueryable<LedgerEntry> entries, Dimension side) => side switch
    {
        Dimension.None => Sum(entries.Where(e => e.Breakdown == Dimension.None).Select(e => new Keyed(e, "")), side),
        Dimension.Origin => Sum(entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Dimension.Origin) && e.Origin != null).Select(e => new Keyed(e, e.Origin!)), side),
        Dimension.Industry => Sum(entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Dimension.Industry) && e.Industry != null).Select(e => new Keyed(e, e.Industry!)), side),
        Dimension.Band => Sum(entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Dimension.Band) && e.Band != null).Select(e => new Keyed(e, e.Band!)), side),
        _ => Sum(entries.Where(e => (e.Breakdown == Dimension.None || e.Breakdown == Dimension.Other) && e.Other != null).Select(e => new Keyed(e, e.Other!)), side),
    };

    private static IQueryable<Rollup> Sum(IQueryable<Keyed> entries, Dimension side) => entries
        .GroupBy(k => new { k.Entry.IndicatorId, k.Entry.UnitId, k.Entry.FromMonth, k.Entry.ToMonth, k.Entry.Whole, k.Key })
        .Select(g => new Rollup
        {
            IndicatorId = g.Key.IndicatorId, UnitId = g.Key.UnitId, FromMonth = g.Key.FromMonth, ToMonth = g.Key.ToMonth, Whole = g.Key.Whole,
            Dimension = side, Key = g.Key.Key, Value = g.Sum(k => k.Entry.Value), Entries = g.Sum(k => k.Entry.ReversesSequence == null ? 1 : -1),
        });

    private sealed record Keyed(LedgerEntry Entry, string Key);
}
