using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Targets;

/// <summary>The targets of a year on one sheet, unit by indicator: typed down the columns or pasted from a spreadsheet, set as a whole.</summary>
[Authorize(Permission.SetTargets)]
public sealed class SheetPage(SetTargetSheet sheets, ScopedUnits scope, TimeProvider clock) : Screen
{
    /// <summary>The year.</summary>
    [FromQuery, Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int? Year { get; set; }
    /// <summary>The code of the unit whose task is handed down.</summary>
    [FromQuery, MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Whose targets.</summary>
    [FromQuery] public TargetSetter SetBy { get; set; }
    /// <summary>Whether the stretch targets are set.</summary>
    [FromQuery] public bool Striven { get; set; }
    /// <summary>Whether every indicator is shown.</summary>
    [FromQuery] public bool All { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public TargetSheetInput Input { get; set; } = new();

    /// <summary>The sheet.</summary>
    public TargetSheet Sheet { get; private set; } = null!;
    /// <summary>The units that have others below them.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (Year is not (>= 1990 and <= 2100)) Year = clock.GetUtcNow().UtcDateTime.AddHours(8).Year;
        var all = await scope.All(Cancel);
        Units = [.. all.Where(u => u.Kind is UnitKind.City or UnitKind.District || (u.Kind is UnitKind.Park or UnitKind.Outpost && u.Code == Unit))];
        var above = string.IsNullOrEmpty(Unit) ? Units.Count > 0 ? Units[0] : null : await scope.Named(Unit, Cancel);
        if (above is null) return false;
        Sheet = await sheets.Open(above, Year!.Value, SetBy, All, Cancel);
        return true;
    }

    /// <summary>What is in force in a cell.</summary>
    public string Standing(Unit unit, Indicator indicator) => TargetNumber.Typed(Striven ? Sheet.In(unit, indicator)?.Stretch : Sheet.In(unit, indicator)?.Value, indicator);

    /// <summary>What is shown in a cell: what was typed, or, where nothing was, what is in force by now.</summary>
    public string Typed(Unit unit, Indicator indicator)
    {
        var cell = TargetSheet.Cell(unit, indicator);
        return Input.Cells.TryGetValue(cell, out var typed) && (typed ?? "") != (Input.Was.GetValueOrDefault(cell) ?? "") ? typed ?? "" : Standing(unit, indicator);
    }

    /// <summary>Whether a cell was refused.</summary>
    public bool Wrong(Unit unit, Indicator indicator) => ModelState.TryGetValue($"Input.Cells[{TargetSheet.Cell(unit, indicator)}]", out var entry) && entry.Errors.Count > 0;

    /// <summary>Sets what differs.</summary>
    public async Task<IActionResult> OnPost()
    {
        var (added, changed, withdrawn) = await sheets.Run(Sheet, Year!.Value, SetBy, Striven, Input, Cancel);
        this.Notice($"已下达{added}项，调整{changed}项，撤销{withdrawn}项");
        return RedirectToPage(new { Year, Unit, SetBy, Striven, All });
    }
}
