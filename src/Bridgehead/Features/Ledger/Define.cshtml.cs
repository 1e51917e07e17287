using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The editor of definitions: an indicator or its next version, tried on the entries there are before it is saved.</summary>
[Authorize(Permission.DefineIndicators)]
public sealed class DefinePage(BridgeheadDb db, DefineIndicator define, TryDefinition trial, Figures figures, TimeProvider clock) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public IndicatorInput Input { get; set; } = new();
    /// <summary>The code of the indicator whose next version is written; a new one when left out.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? Code { get; set; }

    /// <summary>The version in force; null for a new indicator.</summary>
    public Indicator? Present { get; private set; }
    /// <summary>The indicators whose entries may be taken.</summary>
    public IReadOnlyList<Indicator> Bases { get; private set; } = [];
    /// <summary>The fields of business in force.</summary>
    public IReadOnlyList<IndustryField> Fields { get; private set; } = [];
    /// <summary>What the definition would give.</summary>
    public DefinitionTrial? Trial { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var all = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ThenByDescending(i => i.ScopeVersion).ToListAsync(Cancel);
        Present = Code is null ? null : all.Find(i => i.Code == Code);
        if (Code is not null && Present is null) return false;
        Bases = [.. (await figures.Current(Today, Cancel)).Where(i => i.BaseCode is null)];
        Fields = IndustryField.InForce(await db.Set<IndustryField>().AsNoTracking().ToListAsync(Cancel), Today);
        return true;
    }

    /// <summary>Shows the form, filled with the version in force.</summary>
    public void OnGet() => Input = Present is null ? new IndicatorInput { Display = "亿元" } : IndicatorInput.Of(Present);

    /// <summary>Defines it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var indicator = await define.Run(Input, Cancel);
        this.Notice($"已保存“{indicator.Name}”第{indicator.ScopeVersion}版");
        return RedirectToPage("/Ledger/Indicators");
    }

    /// <summary>Shows what it would give, keeping nothing.</summary>
    public async Task<IActionResult> OnPostTry()
    {
        Trial = await trial.Run(Input, Cancel);
        return Page();
    }
}
