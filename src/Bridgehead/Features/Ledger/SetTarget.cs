using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Sets the target of a unit on an indicator for a year; sets it anew where there is one.</summary>
public sealed class SetTarget(BridgeheadDb db, Figures figures, ScopedUnits scope)
{
    /// <summary>Sets it. Refused for a unit out of scope, an unknown indicator, or an amount of 0 or below.</summary>
    public async Task<Target> Run(TargetInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        var indicator = await figures.Named(input.Indicator, Months.LastDay(Months.OfYear(input.Year).To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", "Indicator");
        var (dimension, key) = Groups.Read(input.Group ?? "");
        var value = UnitOfMeasure.Read(input.Value ?? 0, indicator!.Display, indicator.Measure);
        var known = await db.Set<Target>().FirstOrDefaultAsync(t => t.IndicatorId == indicator.Id && t.UnitId == unit!.Id && t.Year == input.Year && t.Dimension == dimension && t.Key == key && t.SetBy == input.SetBy, cancel);
        if (known is null) db.Add(known = new Target(indicator.Id, unit!.Id, input.Year, dimension, key, input.SetBy, value, input.Source ?? ""));
        else known.Change(value, input.Source ?? "");
        await db.SaveChangesAsync(cancel);
        return known;
    }
}
