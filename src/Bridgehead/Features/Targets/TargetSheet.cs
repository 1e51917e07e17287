using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Targets;

/// <summary>A year's targets on one sheet: a unit and those directly below it, by indicator.</summary>
/// <param name="Above">The unit whose task is handed down.</param>
/// <param name="Units">The units it is handed down to, in administrative order.</param>
/// <param name="Indicators">The columns.</param>
/// <param name="Standing">What stands, by unit and indicator; what was withdrawn is among it.</param>
/// <param name="MaySetAbove">Whether the asker may set the upper unit's own targets.</param>
public sealed record TargetSheet(Unit Above, IReadOnlyList<Unit> Units, IReadOnlyList<Indicator> Indicators, IReadOnlyDictionary<(Guid Unit, Guid Indicator), Target> Standing, bool MaySetAbove)
{
    /// <summary>What stands in a cell and is in force.</summary>
    public Target? In(Unit unit, Indicator indicator) => Standing.GetValueOrDefault((unit.Id, indicator.Id)) is { Withdrawn: false } target ? target : null;

    /// <summary>What the units below come to together in a column; null when none has a target.</summary>
    public long? Below(Indicator indicator, bool stretch)
    {
        var set = Units.Select(u => In(u, indicator)).Select(t => stretch ? t?.Stretch : t?.Value).Where(v => v is not null).ToList();
        return set.Count == 0 ? null : set.Sum();
    }

    /// <summary>By how much the units below exceed the unit above; negative: not yet handed down in full. Null when one side is missing.</summary>
    public long? Excess(Indicator indicator, bool stretch) =>
        Below(indicator, stretch) - (In(Above, indicator) is { } above ? stretch ? above.Stretch : above.Value : null);

    /// <summary>What a cell is called in a form.</summary>
    public static string Cell(Unit unit, Indicator indicator) => $"{unit.Code}/{indicator.Code}";
}
