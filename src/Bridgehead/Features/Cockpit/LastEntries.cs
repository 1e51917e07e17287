using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Cockpit;

/// <summary>
/// Tells when figures were last entered: how fresh each is, not how fresh the ledger. Among the newest entries first, which costs the same however many there are; for what has been silent longer, the newest
/// entry of its newest month.
/// </summary>
public sealed class LastEntries(BridgeheadDb db)
{
    /// <summary>How many of the newest entries of the whole ledger are looked through.</summary>
    private const int Newest = 300;

    /// <summary>For each indicator, over all of the units.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> Of(IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, Months span, CancellationToken cancel = default) =>
        (await Read(indicators, units, span, false, cancel)).GroupBy(l => l.Indicator).ToDictionary(g => g.Key, g => g.Max(l => l.At));

    /// <summary>For each unit by itself, of one indicator.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> ByUnit(Guid indicator, IReadOnlyCollection<Guid> units, Months span, CancellationToken cancel = default) =>
        (await Read([indicator], units, span, true, cancel)).GroupBy(l => l.Unit).ToDictionary(g => g.Key, g => g.Max(l => l.At));

    private async Task<List<(Guid Indicator, Guid Unit, DateTime At)>> Read(IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, Months span, bool each, CancellationToken cancel)
    {
        var (first, last) = (span.From, span.To);
        var after = await db.Set<ChainHead>().Where(h => h.Chain == "ledger").Select(h => h.Sequence).FirstOrDefaultAsync(cancel) - Newest;
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => units.Contains(e.UnitId) && e.FromMonth >= first && e.ToMonth <= last);
        // told apart by indicator here: asked to, SQLite walks its index by indicator through the entries of all the months instead of the newest
        var found = (await entries.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Select(e => new { e.IndicatorId, e.UnitId, e.RecordedAt }).ToListAsync(cancel))
            .Where(e => indicators.Contains(e.IndicatorId)).Select(e => (Indicator: e.IndicatorId, Unit: e.UnitId, At: e.RecordedAt)).ToList();
        var fresh = found.Select(f => Key(f.Indicator, f.Unit)).ToHashSet();
        var asked = indicators.Where(i => each || !fresh.Contains(Key(i, default))).ToList();
        if (asked.Count == 0) return found;
        // the months of which anything is known, from the sums; then the last entry of the newest of them, from the index by indicator, unit, month and number
        var silent = (await db.Set<Rollup>().AsNoTracking()
                .Where(r => asked.Contains(r.IndicatorId) && units.Contains(r.UnitId) && r.Dimension == Dimension.None && r.ToMonth <= last && r.FromMonth >= first && (r.Entries != 0 || r.Value != 0))
                .GroupBy(r => new { r.IndicatorId, r.UnitId }).Select(g => new { g.Key.IndicatorId, g.Key.UnitId, Month = g.Max(r => r.ToMonth) }).ToListAsync(cancel))
            .Where(s => !fresh.Contains(Key(s.IndicatorId, s.UnitId))).GroupBy(s => Key(s.IndicatorId, s.UnitId)).SelectMany(g => g.Where(s => s.Month == g.Max(o => o.Month))).ToList();
        if (silent.Count == 0) return found;
        var (of, at, months) = (silent.Select(s => s.IndicatorId).Distinct().ToList(), silent.Select(s => s.UnitId).Distinct().ToList(), silent.Select(s => s.Month).Distinct().ToList());
        var numbers = (await db.Set<LedgerEntry>().Where(e => of.Contains(e.IndicatorId) && at.Contains(e.UnitId) && months.Contains(e.ToMonth))
                .GroupBy(e => new { e.IndicatorId, e.UnitId, e.ToMonth }).Select(g => new { g.Key.IndicatorId, g.Key.UnitId, g.Key.ToMonth, Last = g.Max(e => e.Sequence) }).ToListAsync(cancel))
            .Where(n => silent.Exists(s => s.IndicatorId == n.IndicatorId && s.UnitId == n.UnitId && s.Month == n.ToMonth)).Select(n => n.Last).ToList();
        found.AddRange((await db.Set<LedgerEntry>().Where(e => numbers.Contains(e.Sequence)).Select(e => new { e.IndicatorId, e.UnitId, e.RecordedAt }).ToListAsync(cancel)).Select(e => (e.IndicatorId, e.UnitId, e.RecordedAt)));
        return found;

        (Guid, Guid) Key(Guid indicator, Guid unit) => (indicator, each ? unit : default);
    }
}
