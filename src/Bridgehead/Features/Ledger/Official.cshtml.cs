using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Ledger;

/// <summary>The statistics bureau's own numbers beside ours: to look at, never to add.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class OfficialPage(KeepOfficial keep, Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public OfficialInput Input { get; set; } = new();
    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public OfficialQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<OfficialRow> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The indicators to choose from.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    /// <summary>Whether the asker may enter one.</summary>
    public bool MayKeep => asker.May(Permission.RecordFigures);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        Indicators = await figures.Current(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)), Cancel);
        if (!ModelState.IsValid && Request.Method == "GET" || !string.IsNullOrEmpty(Query.Unit) && await scope.Named(Query.Unit, Cancel) is null) Query = new OfficialQuery();
        (Rows, var next) = await keep.Page(Query, Cancel);
        Next = next is null ? null : Url.Page("/Ledger/Official", new { Query.Indicator, Query.Unit, after = next });
        return true;
    }

    /// <summary>Enters one.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayKeep) return Forbid();
        var row = await keep.Run(Input, Cancel);
        this.Notice($"已录入{row.Unit.Label}“{row.Indicator.Name}”统计部门数");
        return RedirectToPage("/Ledger/Official");
    }
}
