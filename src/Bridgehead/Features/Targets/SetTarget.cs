using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Sets, changes and withdraws the target of a unit or a person on an indicator for a year; the same for page and API. A unit's targets come from the unit above it.</summary>
public sealed class SetTarget(BridgeheadDb db, Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>The target that stands where another was to be set, as it was shown; empty when none stood in the way.</summary>
    public string Standing { get; private set; } = "";

    /// <summary>Sets it, anew where there is one that the person has seen. Refused for a unit out of scope or the asker's own, an unknown indicator, or an amount of 0 or below.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="seen">The <see cref="Standing"/> the person was shown; null or empty when none was.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Target> Run(TargetInput input, string? seen, CancellationToken cancel = default)
    {
        var (wanted, indicator) = await Read(input, cancel);
        if (await Known(wanted, cancel) is not { } known) return await Keep(wanted, cancel);
        Standing = string.Create(CultureInfo.InvariantCulture, $"{known.Id:N}-{known.Version}");
        Refusal.Unless(Standing == seen, $"{input.Year}年“{indicator.Name}”的这项目标已经下达为{UnitOfMeasure.Write(known.Value, indicator.Display)}{indicator.Display}，没有保存；确要改为所填数值，请写明文号和理由后再次提交", "Value");
        known.Revise(Setting(wanted.Value, wanted.Stretch, input.Source, input.Reason));
        await db.SaveChangesAsync(cancel);
        return known;
    }

    /// <summary>Sets the first one; refused where there is one.</summary>
    public async Task<Target> Add(TargetInput input, CancellationToken cancel = default)
    {
        var (wanted, indicator) = await Read(input, cancel);
        Refusal.When(await Known(wanted, cancel) is not null, $"{input.Year}年“{indicator.Name}”的这项目标已经下达，请读取后修改");
        return await Keep(wanted, cancel);
    }

    /// <summary>Sets other amounts, from another document.</summary>
    public async Task Change(Target target, Indicator indicator, TargetChangeInput input, CancellationToken cancel = default)
    {
        await RefuseOwn(target.UnitId, target.PersonId, cancel);
        target.Revise(Setting(UnitOfMeasure.Read(input.Value ?? 0, indicator.Display, indicator.Measure), Stretch(input.Stretch, indicator), input.Source, input.Reason));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Withdraws it; it stays readable.</summary>
    public async Task Withdraw(Target target, TargetWithdrawalInput input, CancellationToken cancel = default)
    {
        await RefuseOwn(target.UnitId, target.PersonId, cancel);
        target.Withdraw(Setting(0, null, input.Source, input.Reason));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The amounts with the asker and the moment.</summary>
    internal TargetSetting Setting(long value, long? stretch, string? document, string? reason) =>
        new(value, stretch, document?.Trim() ?? "", reason?.Trim() ?? "", asker.Name, clock.GetUtcNow().UtcDateTime);

    /// <summary>A unit that sets its own targets would mark its own work: refused, but for the city as a whole and for its own people.</summary>
    internal async Task RefuseOwn(Guid unitId, Guid? personId, CancellationToken cancel)
    {
        if (personId is not null || await scope.IsWholeCity(cancel)) return;
        var unit = await scope.Find(unitId, cancel);
        Refusal.When(unit is null || unit.Path == asker.ScopePath, $"本单位的目标由上级下达，需要调整请报上级单位", "Unit");
    }

    private async Task<(Target, Indicator)> Read(TargetInput input, CancellationToken cancel)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        await RefuseOwn(unit!.Id, input.PersonId, cancel);
        if (input.PersonId is { } person)
            Refusal.Unless(await db.Set<AppUser>().AnyAsync(u => u.Id == person && u.UnitId == unit.Id && !u.Disabled, cancel), $"{unit.Label}没有这名人员", "PersonId");
        var indicator = await figures.Named(input.Indicator, Months.LastDay(Months.OfYear(input.Year).To), cancel);
        Refusal.When(indicator is null, $"没有指标“{input.Indicator}”，可在“指标”中新增", "Indicator");
        var (dimension, key) = Groups.Read(input.Group ?? "");
        var value = UnitOfMeasure.Read(input.Value ?? 0, indicator!.Display, indicator.Measure);
        return (new Target(indicator.Id, unit.Id, input.Year, dimension, key, input.SetBy, Setting(value, Stretch(input.Stretch, indicator), input.Source, input.Reason), input.PersonId), indicator);
    }

    private static long? Stretch(decimal? typed, Indicator indicator) => typed is { } value ? UnitOfMeasure.Read(value, indicator.Display, indicator.Measure) : null;

    private Task<Target?> Known(Target like, CancellationToken cancel) => db.Set<Target>().FirstOrDefaultAsync(t => t.IndicatorId == like.IndicatorId && t.UnitId == like.UnitId
        && t.PersonId == like.PersonId && t.Year == like.Year && t.Dimension == like.Dimension && t.Key == like.Key && t.SetBy == like.SetBy, cancel);

    private async Task<Target> Keep(Target target, CancellationToken cancel)
    {
        db.Add(target);
        await db.SaveChangesAsync(cancel);
        return target;
    }
}
