using Bridgehead.Features.Shared;
using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Progress;

/// <summary>The reports of a month on one sheet: the clerk of a district with sixty projects goes down the column with the keyboard and is done in minutes.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class SheetPage(FileSheet sheet, FileReport file, ScopedUnits scope, TimeProvider clock) : Screen
{
    /// <summary>The month, 2026-10.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? Month { get; set; }
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? Unit { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public SheetInput Input { get; set; } = new();

    /// <summary>The month shown.</summary>
    public int Chosen { get; private set; }
    /// <summary>The projects still to be reported.</summary>
    public IReadOnlyList<SheetProject> Shown { get; private set; } = [];
    /// <summary>Whether there are more than fit.</summary>
    public bool More { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>What the city has settled.</summary>
    public ProgressRules Rules { get; private set; } = new();
    /// <summary>The last day on which they are on time.</summary>
    public DateOnly Due => ReportDuty.DueOn(Chosen, Rules.DueDay);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.District or UnitKind.Park)];
        if (!string.IsNullOrEmpty(Unit) && await scope.Named(Unit, Cancel) is null) return false;
        Chosen = Months.TryRead(Month, out var month) ? month : ReportDuty.LastMonth(clock.Day());
        Rules = await file.Rules(Cancel);
        (Shown, More) = await sheet.Open(Chosen, Unit, [.. Input.Rows.Take(FileSheet.Lines).Select(r => r.ProjectId)], Cancel);
        return true;
    }

    /// <summary>Shows what was last reported.</summary>
    public void OnGet() => Input.Rows = [.. Shown.Select(FileSheet.Line)];

    /// <summary>Files what was typed.</summary>
    public async Task<IActionResult> OnPost()
    {
        var (filed, same) = await sheet.Run(Chosen, Input, Shown, Cancel);
        this.Notice($"已报送{filed + same}个项目，其中无变化{same}个");
        return RedirectToPage(new { Month = Months.Text(Chosen), Unit });
    }
}
