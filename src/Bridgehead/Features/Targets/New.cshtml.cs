using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>One target: of a unit, of a part, or of a person.</summary>
[Authorize(Permission.SetTargets)]
public sealed class NewPage(BridgeheadDb db, Figures figures, SetTarget set, ScopedUnits scope, TimeProvider clock, Words words) : Screen
{
    /// <summary>The unit's code.</summary>
    [FromQuery, MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The year.</summary>
    [FromQuery] public int? Year { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public TargetInput Input { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    /// <summary>The indicators to choose from.</summary>
    public IReadOnlyList<SelectListItem> Indicators { get; private set; } = [];
    /// <summary>The people of the unit.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    /// <summary>The groups.</summary>
    public IReadOnlyList<SelectListItem> Parts { get; private set; } = [];
    /// <summary>Who may have set it.</summary>
    public IReadOnlyList<SelectListItem> Setters { get; private set; } = [];
    /// <summary>The target that stands where the one typed was to be set.</summary>
    public string Standing => set.Standing;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var all = await scope.All(Cancel);
        if (all.Count == 0) return false;
        Units = [.. all.Where(u => u.Kind is UnitKind.City or UnitKind.CityBureau or UnitKind.CityDepartment or UnitKind.District or UnitKind.Park or UnitKind.Outpost).Select(u => new SelectListItem(u.LabelIn(words), u.Code))];
        Indicators = [.. (await figures.Current(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)), Cancel)).Select(i => new SelectListItem($"{words[i.Name]}（{words[i.Display]}）", i.Code))];
        var ids = all.Select(u => u.Id).ToList();
        var chosen = Unit is { Length: > 0 } code ? await scope.Named(code, Cancel) : null;
        if (chosen is not null) ids = [chosen.Id];
        var people = await db.Set<AppUser>().AsNoTracking().Where(u => ids.Contains(u.UnitId) && !u.Disabled && u.EnterpriseId == null && u.Role != Role.SystemAdministrator && u.Role != Role.SecurityAdministrator && u.Role != Role.AuditAdministrator)
            .OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.UnitId }).Take(500).ToListAsync(Cancel);
        People = [new SelectListItem(words["本单位"], ""), .. people.Select(p => new SelectListItem(chosen is null ? $"{p.DisplayName}（{all.First(u => u.Id == p.UnitId).LabelIn(words)}）" : p.DisplayName, p.Id.ToString()))];
        Parts = [new SelectListItem(words["合计"], ""), .. Groups.All.Select(g => new SelectListItem(words[g.Name], g.Key))];
        Setters = [.. Enum.GetValues<TargetSetter>().Select(s => new SelectListItem(words.Of(s), s.ToString()))];
        return true;
    }

    /// <summary>Shows the empty form.</summary>
    public void OnGet() => (Input.Year, Input.Unit) = (Year is >= 1990 and <= 2100 ? Year.Value : clock.GetUtcNow().UtcDateTime.AddHours(8).Year, Unit ?? "");

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPost([MaxLength(60)] string? seen)
    {
        var target = await set.Run(Input, seen, Cancel);
        this.Notice($"目标已下达");
        return RedirectToPage("/Targets/Show", new { target.Id });
    }
}
