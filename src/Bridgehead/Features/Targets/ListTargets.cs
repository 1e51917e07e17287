using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Which targets are looked for; empty means any.</summary>
public sealed class TargetQuery
{
    /// <summary>The year.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int? Year { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The indicator: its code.</summary>
    [MaxLength(100)] public string? Indicator { get; set; }
    /// <summary>The target the page begins after.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A target with its indicator and unit, and the name of the person whose it is.</summary>
public sealed record TargetRow(Target Target, Indicator Indicator, Unit Unit, string? Person);

/// <summary>Lists targets of the units in scope, in the order they were set.</summary>
public sealed class ListTargets(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>One page, and where the next begins. Refused for a unit that is not there.</summary>
    public async Task<(IReadOnlyList<TargetRow> Rows, string? Next)> Page(TargetQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var targets = await Visible(cancel);
        if (query.Year is { } year) targets = targets.Where(t => t.Year == year);
        if (!string.IsNullOrWhiteSpace(query.Indicator)) targets = targets.Where(t => db.Set<Indicator>().Any(i => i.Id == t.IndicatorId && i.Code == query.Indicator));
        if (!string.IsNullOrWhiteSpace(query.Unit))
        {
            var unit = await scope.Named(query.Unit, cancel);
            Refusal.When(unit is null, $"没有单位“{query.Unit}”，或者不在您的数据范围内", nameof(query.Unit));
            var ids = (await scope.Under(unit!, cancel)).Select(u => u.Id).ToList();
            targets = targets.Where(t => ids.Contains(t.UnitId));
        }
        if (Listed.Identity(query.After) is { } after) targets = targets.Where(t => t.Id.CompareTo(after) > 0);
        var rows = await Rows(targets.AsNoTracking().OrderBy(t => t.Id).Take(size + 1)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Target.Id.ToString()) : (rows, null);
    }

    /// <summary>One target, ready to be changed; null when it is not there or not in scope.</summary>
    public async Task<TargetRow?> Find(Guid id, CancellationToken cancel = default) => await Rows((await Visible(cancel)).Where(t => t.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>The targets of one unit and year, those of its people and of its parts included; at most 400.</summary>
    public async Task<IReadOnlyList<TargetRow>> Of(Unit unit, int year, CancellationToken cancel = default) =>
        [.. (await Rows((await Visible(cancel)).AsNoTracking().Where(t => t.UnitId == unit.Id && t.Year == year).Take(400)).ToListAsync(cancel))
            .OrderBy(r => r.Indicator.Order).ThenBy(r => r.Target.SetBy).ThenBy(r => r.Target.Dimension).ThenBy(r => r.Target.Key, StringComparer.Ordinal).ThenBy(r => r.Person, StringComparer.Ordinal)];

    /// <summary>The targets a target is handed down in: of the units directly below on the same indicator, group and year, and of the unit's own people.</summary>
    public async Task<IReadOnlyList<TargetRow>> Below(TargetRow of, CancellationToken cancel = default)
    {
        var (target, parent) = (of.Target, of.Unit.Id);
        var rows = await Rows((await Visible(cancel)).AsNoTracking().Where(t => t.IndicatorId == target.IndicatorId && t.Year == target.Year && t.Dimension == target.Dimension && t.Key == target.Key
            && t.SetBy == TargetSetter.Own && !t.Withdrawn
            && (target.PersonId == null && t.PersonId == null ? db.Set<Unit>().Any(u => u.Id == t.UnitId && u.ParentId == parent) : target.PersonId == null && t.UnitId == parent))).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Target.PersonId is not null).ThenBy(r => r.Unit.Order).ThenBy(r => r.Person, StringComparer.Ordinal)];
    }

    /// <summary>How a target was set over time, the first first.</summary>
    public async Task<IReadOnlyList<TargetRevision>> Revisions(Guid target, CancellationToken cancel = default) =>
        await db.Set<TargetRevision>().AsNoTracking().Where(r => r.TargetId == target).OrderBy(r => r.Number).ToListAsync(cancel);

    private async Task<IQueryable<Target>> Visible(CancellationToken cancel)
    {
        var units = await scope.Ids(cancel);
        return db.Set<Target>().Where(t => units.Contains(t.UnitId));
    }

    private IQueryable<TargetRow> Rows(IQueryable<Target> targets) =>
        from target in targets
        join indicator in db.Set<Indicator>() on target.IndicatorId equals indicator.Id
        join unit in db.Set<Unit>() on target.UnitId equals unit.Id
        orderby target.Id
        select new TargetRow(target, indicator, unit, db.Set<AppUser>().Where(u => u.Id == target.PersonId).Select(u => u.DisplayName).FirstOrDefault());
}
