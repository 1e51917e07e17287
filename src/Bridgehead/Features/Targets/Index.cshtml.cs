using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Targets;

/// <summary>A year's targets of a unit: what has to be reached, how far it is, whether it is handed down in full; and the units below beside each other in administrative order.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(BridgeheadDb db, Figures figures, ListTargets list, ScopedUnits scope, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>The year shown.</summary>
    [FromQuery] public int? Year { get; set; }
    /// <summary>The unit's code.</summary>
    [FromQuery, MaxLength(100)] public string? Unit { get; set; }

    /// <summary>One indicator of the unit.</summary>
    /// <param name="Indicator">Which.</param>
    /// <param name="Whole">The figure, with its target.</param>
    /// <param name="Own">The target; null when there is none.</param>
    /// <param name="Below">What the units below come to together; null when none has a target.</param>
    /// <param name="Units">The figures of the units below.</param>
    public sealed record Line(Indicator Indicator, Figure Whole, Target? Own, long? Below, IReadOnlyDictionary<string, Figure> Units);

    /// <summary>The unit shown.</summary>
    public Unit? Shown { get; private set; }
    /// <summary>The year shown.</summary>
    public int ShownYear { get; private set; }
    /// <summary>The months gone by of that year; 0 before it begins.</summary>
    public int Elapsed { get; private set; }
    /// <summary>The lines, in the order of the indicators.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    /// <summary>The units directly below that have a target, in administrative order.</summary>
    public IReadOnlyList<Unit> Below { get; private set; } = [];
    /// <summary>Targets of parts, of people, and those set from above.</summary>
    public IReadOnlyList<TargetRow> Others { get; private set; } = [];
    /// <summary>The units in scope that can have targets.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may set targets.</summary>
    public bool MaySet => asker.May(Permission.SetTargets);

    /// <summary>Where a figure opens.</summary>
    public string Behind(string indicator, string unit) => $"/figures?unit={unit}&indicator={indicator}&from={ShownYear}-01&to={ShownYear}-{Math.Max(1, Elapsed):00}";

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        ShownYear = Year is >= 1991 and <= 2100 ? Year.Value : today.Year;
        Elapsed = ShownYear < today.Year ? 12 : ShownYear == today.Year ? today.Month : 0;
        var all = await scope.All(Cancel);
        Units = [.. all.Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park or UnitKind.Outpost)];
        Shown = string.IsNullOrEmpty(Unit) ? Units.Count > 0 ? Units[0] : null : await scope.Named(Unit, Cancel);
        if (Shown is null) return string.IsNullOrEmpty(Unit);
        await Read(Shown, all);
        return true;
    }

    private async Task Read(Unit unit, IReadOnlyList<Unit> all)
    {
        var span = new Months(ShownYear * 100 + 1, ShownYear * 100 + Math.Max(1, Elapsed));
        var children = all.Where(u => u.ParentId == unit.Id).ToList();
        var overview = await figures.Overview(unit, span, Cancel);
        var targets = await new TargetsInForce(db).Read([.. overview.Select(o => o.Indicator.Id)], [unit.Id, .. children.Select(c => c.Id)], ShownYear, Dimension.None, null, Cancel);
        var own = targets.Where(t => t.SetBy == TargetSetter.Own).ToLookup(t => t.IndicatorId);
        Lines = [.. overview.Where(o => own.Contains(o.Indicator.Id)).Select(o => new Line(o.Indicator, o.Whole, own[o.Indicator.Id].FirstOrDefault(t => t.UnitId == unit.Id),
            own[o.Indicator.Id].Where(t => t.UnitId != unit.Id).Select(t => (long?)t.Value).Aggregate((long?)null, (sum, v) => (sum ?? 0) + v), o.Units.ToDictionary(f => f.Key)))];
        Below = [.. children.Where(c => targets.Exists(t => t.UnitId == c.Id))];
        Others = [.. (await list.Of(unit, ShownYear, Cancel)).Where(r => r.Target.PersonId is not null || r.Target.Dimension != Dimension.None || r.Target.SetBy != TargetSetter.Own || r.Target.Withdrawn)];
    }
}
