using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Every version of every indicator and field of business, as recording needs them: which is a stock, which version holds in a month, which are derived from which.</summary>
internal sealed class Definitions(IReadOnlyCollection<Indicator> all, IReadOnlyCollection<IndustryField> fields)
{
    private readonly Dictionary<Guid, Indicator> byId = all.ToDictionary(i => i.Id);
    private readonly Dictionary<string, List<Indicator>> derived = all.Where(i => i.BaseCode is not null).GroupBy(i => i.BaseCode!).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>Reads them.</summary>
    public static async Task<Definitions> Of(BridgeheadDb db, CancellationToken cancel = default) =>
        new(await db.Set<Indicator>().AsNoTracking().ToListAsync(cancel), await db.Set<IndustryField>().AsNoTracking().ToListAsync(cancel));

    /// <summary>The version of an indicator whose definition holds on a day; null when the city keeps no such indicator then.</summary>
    public Indicator? On(string code, DateOnly day) => all.Where(i => i.Code == code && i.HoldsOn(day)).MaxBy(i => i.ScopeVersion);

    /// <summary>Whether an indicator is a stock.</summary>
    public bool IsStock(Guid indicator) => byId[indicator].Aggregation == Aggregation.Stock;

    /// <summary>The version in force in a month of the indicator this one is a version of; this one where none is.</summary>
    public Guid InForce(Guid indicator, int month) => Held(byId[indicator].Code, month)?.Id ?? indicator;

    /// <summary>The derived indicators that take an entry, each in the version in force in the month the entry counts in. Statements are nobody's part.</summary>
    public IEnumerable<Guid> Taking(LedgerEntry entry)
    {
        if (entry.Whole || entry.Breakdown != Dimension.None || !derived.TryGetValue(byId[entry.IndicatorId].Code, out var found)) return [];
        return found.Select(i => i.Code).Distinct().Select(code => Held(code, entry.ToMonth)).OfType<Indicator>().Where(i => Takes(i, entry)).OrderBy(i => i.Code, StringComparer.Ordinal).Select(i => i.Id);
    }

    /// <summary>Whether a derived indicator takes an entry of its base.</summary>
    public bool Takes(Indicator taker, LedgerEntry entry) =>
        taker.Admits(entry, taker.FieldCode is { } code && IndustryField.InForce(fields.Where(f => f.Code == code), entry.BusinessDate) is [var field, ..] ? field : null);

    private Indicator? Held(string code, int month) => On(code, Months.LastDay(month));
}
