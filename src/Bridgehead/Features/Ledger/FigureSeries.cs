using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>One indicator month by month, and by one side: what a chart of the cockpit needs, added up by the database, however many entries there are.</summary>
public sealed class FigureSeries(BridgeheadDb db, Figures figures, ScopedUnits scope)
{
    /// <summary>The value of each month of a span, nothing where nothing is known.</summary>
    public async Task<IReadOnlyList<long?>> Monthly(Indicator indicator, Unit unit, Months span, CancellationToken cancel = default)
    {
        var below = await scope.Under(unit, cancel);
        var (id, ids, from, to) = (indicator.Id, below.Select(u => u.Id).ToList(), span.From, span.To);
        if (indicator.Aggregation == Aggregation.Flow)
        {
            var sums = await db.Set<Rollup>().AsNoTracking().Where(r => r.IndicatorId == id && ids.Contains(r.UnitId) && r.Dimension == Dimension.None && r.ToMonth >= from && r.FromMonth <= to && (r.Entries != 0 || r.Value != 0))
                .GroupBy(r => new { r.FromMonth, r.ToMonth, r.Whole }).Select(g => new { g.Key.FromMonth, g.Key.ToMonth, g.Key.Whole, Value = g.Sum(r => r.Value) }).ToListAsync(cancel);
            if (sums.TrueForAll(s => !s.Whole && s.FromMonth == s.ToMonth))
            {
                var months = sums.ToDictionary(s => s.FromMonth, s => s.Value);
                return [.. span.Each().Select(m => months.TryGetValue(m, out var value) ? value : (long?)null)];
            }
        }
        var all = await new SumsOf(db).Read([id], ids, indicator.Aggregation == Aggregation.Stock ? Figures.Beginning : from, to, [Dimension.None], null, cancel);
        var view = new FigureView(indicator, span, all, [], Figures.Tree(below));
        return [.. span.Each().Select(m => view.Value(unit.Id, (Dimension.None, ""), new Months(m, m)).Value)];
    }

    /// <summary>The parts by origin, branch or band, with the share and the same months a year before; the same numbers as the figure opened by that side.</summary>
    public async Task<IReadOnlyList<Figure>> Parts(Indicator indicator, Unit unit, Months span, Dimension side, Figure whole, CancellationToken cancel = default)
    {
        var (id, ids) = (indicator.Id, (await scope.Under(unit, cancel)).Select(u => u.Id).ToList());
        var (from, to, baseFrom, baseTo) = (span.From, span.To, span.YearBefore.From, span.YearBefore.To);
        var asked = indicator.Aggregation == Aggregation.Stock || indicator.ComparableTo is not null;
        var sums = asked ? [] : await db.Set<Rollup>().AsNoTracking()
            .Where(r => r.IndicatorId == id && ids.Contains(r.UnitId) && r.Dimension == side && r.ToMonth >= baseFrom && r.FromMonth <= to && (r.Entries != 0 || r.Value != 0))
            .GroupBy(r => new { r.Key, Single = r.FromMonth == r.ToMonth && !r.Whole, Place = r.FromMonth >= from && r.ToMonth <= to ? 2 : r.FromMonth >= baseFrom && r.ToMonth <= baseTo ? 1 : 0 })
            .Select(g => new { g.Key.Key, g.Key.Single, g.Key.Place, Value = g.Sum(r => r.Value), Entries = g.Sum(r => r.Entries) }).ToListAsync(cancel);
        if (asked || sums.Exists(s => !s.Single))
            return [.. (await figures.Answer(new FigureQuestion(indicator, unit, span) { By = side }, cancel)).Parts.Where(p => !Groups.Sums.ContainsKey(p.Key))];
        var keys = sums.Select(s => s.Key).ToHashSet();
        var parts = Groups.All.Where(g => g.Dimension == side && keys.Contains(g.Key)).Select(g => g.Key).Concat(keys.Where(k => !Groups.All.Any(g => g.Dimension == side && g.Key == k)).Order(StringComparer.Ordinal))
            .Select(key =>
            {
                var (now, before) = (sums.Find(s => s.Key == key && s.Place == 2), sums.Find(s => s.Key == key && s.Place == 1));
                return new Figure(key, Groups.Name(side, key), now?.Value, now?.Entries ?? 0) { Base = before?.Value, Share = Ratio.Share(now?.Value, whole.Value) };
            }).Where(f => f.Value is not null).ToList();
        var rest = whole.Value - parts.Sum(p => p.Value ?? 0);
        if (side is Dimension.Origin or Dimension.Industry && rest > 0 && parts.Count > 0) parts.Add(new Figure("unspecified", "未分类", rest, 0) { Share = Ratio.Share(rest, whole.Value) });
        return parts;
    }

    /// <summary>The value from January to a day of its year, by the day of business; nothing where the last month is only known as a whole and the day lies within it.</summary>
    public async Task<long?> ToDay(Indicator indicator, Unit unit, DateOnly day, CancellationToken cancel = default)
    {
        var month = Months.Of(day);
        var until = day == Months.LastDay(month) ? month : month - 1;
        var before = until % 100 == 0 ? (long?)null : (await figures.Answer(new FigureQuestion(indicator, unit, new Months(day.Year * 100 + 1, until)), cancel)).Whole.Value;
        if (until == month) return before;
        var (id, ids) = (indicator.Id, (await scope.Under(unit, cancel)).Select(u => u.Id).ToList());
        if (indicator.Aggregation == Aggregation.Stock || await db.Set<Rollup>().AnyAsync(r => r.IndicatorId == id && ids.Contains(r.UnitId) && r.Dimension == Dimension.None && r.Whole && r.FromMonth <= month && r.ToMonth >= month && (r.Entries != 0 || r.Value != 0), cancel)) return null;
        var within = await db.Set<LedgerEntry>().Where(e => e.IndicatorId == id && ids.Contains(e.UnitId) && e.ToMonth == month && e.FromMonth == month && !e.Whole && e.Breakdown == Dimension.None && e.BusinessDate <= day)
            .GroupBy(e => 1).Select(g => (long?)g.Sum(e => e.Value)).FirstOrDefaultAsync(cancel);
        return before is null ? within : before + (within ?? 0);
    }
}
