using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>A target as it is typed.</summary>
public sealed class TargetInput
{
    /// <summary>The indicator's code.</summary>
    [Required(ErrorMessage = "请选择指标"), MaxLength(60)] public string Indicator { get; set; } = "";
    /// <summary>The unit's code.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(60)] public string Unit { get; set; } = "";
    /// <summary>The year.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int Year { get; set; }
    /// <summary>The group; empty for the whole.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>Who set it.</summary>
    public TargetSetter SetBy { get; set; }
    /// <summary>How much, in the indicator's unit.</summary>
    [Required(ErrorMessage = "请填写目标数值")] public decimal? Value { get; set; }
    /// <summary>The document.</summary>
    [MaxLength(500)] public string? Source { get; set; }
}

/// <summary>The targets of a year: what each unit has to reach. The reviewer sets them; everybody in scope sees them.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(BridgeheadDb db, Figures figures, SetTarget set, ScopedUnits scope, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>The year shown.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public TargetInput Input { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<(Target Target, Indicator Indicator, Unit Unit)> Rows { get; private set; } = [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The indicators.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    /// <summary>The target that stands where the one typed was to be set.</summary>
    public string Standing => set.Standing;
    /// <summary>Whether the asker may set targets.</summary>
    public bool MaySet => asker.May(Permission.SetTargets);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Year ??= today.Year;
        Units = await scope.All(Cancel);
        Indicators = await figures.Current(today, Cancel);
        var ids = Units.Select(u => u.Id).ToList();
        var targets = await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.UnitId) && t.Year == Year).ToListAsync(Cancel);
        Rows = [.. targets.Join(Indicators, t => t.IndicatorId, i => i.Id, (t, i) => (t, i)).Join(Units, x => x.t.UnitId, u => u.Id, (x, u) => (x.t, x.i, u))
            .OrderBy(r => r.i.Order).ThenBy(r => r.u.Order).ThenBy(r => r.t.Dimension).ThenBy(r => r.t.SetBy)];
        return true;
    }

    /// <summary>Sets a target.</summary>
    public async Task<IActionResult> OnPost([MaxLength(60)] string? seen)
    {
        if (!MaySet) return Forbid();
        await set.Run(Input, seen, Cancel);
        return RedirectToPage(new { Input.Year });
    }

    /// <summary>A number as it is typed.</summary>
    public static string Typed(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
