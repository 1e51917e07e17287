using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>The targets of units that figures are measured against: as they stand, or as they stood at the end of an earlier day. Those of single persons are left out.</summary>
internal sealed class TargetsInForce(BridgeheadDb db)
{
    /// <summary>Reads them.</summary>
    /// <param name="indicators">On which indicators.</param>
    /// <param name="units">Of which units.</param>
    /// <param name="year">For which year.</param>
    /// <param name="side">Only those by this side; null for all.</param>
    /// <param name="asOf">As they stood at the end of this day; null for now.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<List<Target>> Read(IReadOnlyCollection<Guid> indicators, IReadOnlyCollection<Guid> units, int year, Dimension? side, DateOnly? asOf, CancellationToken cancel)
    {
        var targets = db.Set<Target>().AsNoTracking().Where(t => t.PersonId == null && units.Contains(t.UnitId) && t.Year == year && indicators.Contains(t.IndicatorId));
        if (side is { } only) targets = targets.Where(t => t.Dimension == only);
        if (asOf is not { } day) return await targets.Where(t => !t.Withdrawn).ToListAsync(cancel);
        var until = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-8);
        var then = (await db.Set<TargetRevision>().AsNoTracking().Where(r => targets.Any(t => t.Id == r.TargetId) && r.At < until).ToListAsync(cancel))
            .GroupBy(r => r.TargetId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        return [.. (await targets.ToListAsync(cancel)).Where(t => then.ContainsKey(t.Id)).Select(t => t.As(then[t.Id])).Where(t => !t.Withdrawn)];
    }
}
