using Bridgehead.Features.Ledger;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>
/// Looks what stands at the places of the rows: the same figure again changes nothing; another published figure must be taken back first, for
/// the ledger knows no change; a target is set anew where the person lets ledgers overwrite.
/// </summary>
internal sealed class SettleFigures(BridgeheadDb db)
{
    /// <summary>Settles the rows.</summary>
    public async Task Run(IReadOnlyList<FigureRow> rows, OnExisting policy, CancellationToken cancel)
    {
        foreach (var byIndicator in rows.GroupBy(row => row.Indicator.Id))
            foreach (var part in byIndicator.GroupBy(row => row.Unit.Id).Chunk(200))
            {
                var (indicator, units, mine) = (byIndicator.Key, part.Select(unit => unit.Key).ToList(), part.SelectMany(unit => unit).ToList());
                await Stated(mine, indicator, units, cancel);
                await Set(mine, indicator, units, policy, cancel);
                await Printed(mine, indicator, units, cancel);
            }
    }

    private async Task Stated(List<FigureRow> rows, Guid indicator, List<Guid> units, CancellationToken cancel)
    {
        if (!rows.Exists(row => row.Class.Kind == FigureClassKind.Actual)) return;
        var standing = (await db.Set<Rollup>().AsNoTracking().Where(r => r.IndicatorId == indicator && units.Contains(r.UnitId) && r.Whole && r.Entries > 0).ToListAsync(cancel))
            .ToDictionary(r => (r.IndicatorId, r.UnitId, r.FromMonth, r.ToMonth, r.Dimension, r.Key), r => r.Value);
        foreach (var row in rows.Where(row => row.Class.Kind == FigureClassKind.Actual))
            if (standing.TryGetValue(row.Place, out var value))
                row.Standing = value == row.Value ? new StandingFigure(true)
                    : new StandingFigure(false, Refused: $"{row.Unit.Label}“{row.Indicator.Name}”{row.Span}已有公布数，请先冲销原分录或撤销原导入，再导入新数");
    }

    private async Task Set(List<FigureRow> rows, Guid indicator, List<Guid> units, OnExisting policy, CancellationToken cancel)
    {
        if (!rows.Exists(row => row.Class.Kind == FigureClassKind.Target)) return;
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => t.PersonId == null && t.IndicatorId == indicator && units.Contains(t.UnitId)).ToListAsync(cancel)).ToDictionary(t => (t.UnitId, t.Year, t.Dimension, t.Key, t.SetBy));
        foreach (var row in rows.Where(row => row.Class.Kind == FigureClassKind.Target))
            if (targets.TryGetValue((row.Unit.Id, row.Span.Year, row.Group.Dimension, row.Group.Key, row.Class.SetBy), out var target))
                row.Standing = new StandingFigure(target.Value == row.Value || policy != OnExisting.Overwrite, target);
    }

    private async Task Printed(List<FigureRow> rows, Guid indicator, List<Guid> units, CancellationToken cancel)
    {
        if (!rows.Exists(row => row.Class.Kind == FigureClassKind.Ratio)) return;
        var printed = (await db.Set<PublishedRatio>().AsNoTracking().Where(r => r.IndicatorId == indicator && units.Contains(r.UnitId)).ToListAsync(cancel))
            .Select(r => (r.UnitId, r.FromMonth, r.ToMonth, r.Dimension, r.Key, r.Kind, r.SetBy, r.Printed)).ToHashSet();
        foreach (var row in rows.Where(row => row.Class.Kind == FigureClassKind.Ratio))
            if (printed.Contains((row.Unit.Id, row.Span.From, row.Span.To, row.Group.Dimension, row.Group.Key, row.Class.Ratio, row.Class.SetBy, row.Text))) row.Standing = new StandingFigure(true);
    }
}
