using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Every version of every indicator, as recording needs them: which is a stock, which version holds in a month.</summary>
internal sealed class Definitions(IReadOnlyCollection<Indicator> all)
{
    private readonly Dictionary<Guid, Indicator> byId = all.ToDictionary(i => i.Id);

    /// <summary>Reads them.</summary>
    public static async Task<Definitions> Of(BridgeheadDb db, CancellationToken cancel = default) => new(await db.Set<Indicator>().AsNoTracking().ToListAsync(cancel));

    /// <summary>Whether an indicator is a stock.</summary>
    public bool IsStock(Guid indicator) => byId[indicator].Aggregation == Aggregation.Stock;

    /// <summary>The version in force in a month of the indicator this one is a version of; this one where none is.</summary>
    public Guid InForce(Guid indicator, int month)
    {
        var (code, day) = (byId[indicator].Code, Months.LastDay(month));
        return all.Where(i => i.Code == code && i.HoldsOn(day)).MaxBy(i => i.ScopeVersion)?.Id ?? indicator;
    }
}
