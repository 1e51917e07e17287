using System.Globalization;
using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Sets the target of a unit on an indicator for a year; the same for page and API.</summary>
public sealed class SetTarget(BridgeheadDb db, Figures figures, ScopedUnits scope)
{
    /// <summary>The target that stands where another was to be set, as it was shown; empty when none stood in the way.</summary>
    public string Standing { get; private set; } = "";

    /// <summary>Sets it, anew where there is one that the person has seen. Refused for a unit out of scope, an unknown indicator, or an amount of 0 or below.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="seen">The <see cref="Standing"/> the person was shown; null or empty when none was.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Target> Run(TargetInput input, string? seen, CancellationToken cancel = default)
    {
        var (wanted, indicator) = await Read(input, cancel);
        if (await Known(wanted, cancel) is not { } known) return await Keep(wanted, cancel);
        Standing = string.Create(CultureInfo.InvariantCulture, $"{known.Id:N}-{known.Version}");
        Refusal.Unless(Standing == seen, $"{input.Year}年“{indicator.Name}”的这项目标已经下达为{UnitOfMeasure.Write(known.Value, indicator.Display)}{indicator.Display}，没有保存；确要改为所填数值，请再次提交", "Value");
        await Change(known, indicator, input.Value ?? 0, input.Source, cancel);
        return known;
    }

    /// <summary>Sets the first one; refused where there is one.</summary>
    public async Task<Target> Add(TargetInput input, CancellationToken cancel = default)
    {
        var (wanted, indicator) = await Read(input, cancel);
        Refusal.When(await Known(wanted, cancel) is not null, $"{input.Year}年“{indicator.Name}”的这项目标已经下达，请读取后修改");
        return await Keep(wanted, cancel);
    }

    /// <summary>Sets another amount, from another document.</summary>
    public Task Change(Target target, Indicator indicator, decimal value, string? source, CancellationToken cancel = default)
    {
        target.Change(UnitOfMeasure.Read(value, indicator.Display, indicator.Measure), source ?? "");
        return db.SaveChangesAsync(cancel);
    }

    private async Task<(Target, Indicator)> Read(TargetInput input, CancellationToken cancel)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        var indicator = await figures.Named(input.Indicator, Months.LastDay(Months.OfYear(input.Year).To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", "Indicator");
        var (dimension, key) = Groups.Read(input.Group ?? "");
        var value = UnitOfMeasure.Read(input.Value ?? 0, indicator!.Display, indicator.Measure);
        return (new Target(indicator.Id, unit!.Id, input.Year, dimension, key, input.SetBy, value, input.Source ?? ""), indicator);
    }

    private Task<Target?> Known(Target like, CancellationToken cancel) => db.Set<Target>().FirstOrDefaultAsync(t => t.IndicatorId == like.IndicatorId && t.UnitId == like.UnitId
        && t.Year == like.Year && t.Dimension == like.Dimension && t.Key == like.Key && t.SetBy == like.SetBy, cancel);

    private async Task<Target> Keep(Target target, CancellationToken cancel)
    {
        db.Add(target);
        await db.SaveChangesAsync(cancel);
        return target;
    }
}
