using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>What last year's released report of a unit promised.</summary>
public sealed class LastMeasures(BridgeheadDb db)
{
    /// <summary>The measures in their order; null when no report of the year before is released.</summary>
    public async Task<IReadOnlyList<MeasureFact>?> Of(Unit unit, int year, CancellationToken cancel = default)
    {
        var last = await db.Set<ReportDraft>().Where(d => d.UnitId == unit.Id && d.Kind == ReportDraft.Work && d.Year == year - 1 && d.State == ReportState.Released)
            .OrderByDescending(d => d.Months).ThenByDescending(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
        return last is not { } report ? null
            : [.. (await db.Set<ReportMeasure>().AsNoTracking().Where(m => m.DraftId == report).OrderBy(m => m.Position).ToListAsync(cancel)).Select(m => m.Fact)];
    }
}
