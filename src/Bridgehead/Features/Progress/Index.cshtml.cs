using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Progress;

/// <summary>The grid of units and months: who reports on time, late, not at all. The section chief opens it on the day after the due day and rings those in red.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(ListDuties duties, FileReport file, ScopedUnits scope, TimeProvider clock) : Screen
{
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The last month shown, 2026-10.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? Month { get; set; }

    /// <summary>The last month shown.</summary>
    public int Until { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The grid.</summary>
    public IReadOnlyList<(Unit Unit, IReadOnlyList<DutyCell> Cells)> Rows { get; private set; } = [];
    /// <summary>What the city has settled.</summary>
    public ProgressRules Rules { get; private set; } = new();
    /// <summary>Today in the city.</summary>
    public DateOnly Today => clock.Day();
    /// <summary>All units together in the last month.</summary>
    public DutyCell Last => new(Until, Rows.Sum(r => r.Cells[^1].Owed), Rows.Sum(r => r.Cells[^1].OnTime), Rows.Sum(r => r.Cells[^1].Late), Rows.Sum(r => r.Cells[^1].NoChange), Today);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.District or UnitKind.Park)];
        if (!string.IsNullOrEmpty(Unit) && await scope.Named(Unit, Cancel) is null) return false;
        Until = Months.TryRead(Month, out var month) ? month : ReportDuty.LastMonth(Today);
        Rules = await file.Rules(Cancel);
        Rows = await duties.Grid(Until, Unit, Cancel);
        return true;
    }
}
