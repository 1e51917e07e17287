using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The register of indicators. A changed scope is a new version with a series of its own; nothing old is overwritten.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndicatorsPage(BridgeheadDb db, DefineIndicator define, Asker asker) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public IndicatorInput Input { get; set; } = new();
    /// <summary>Every version of every indicator.</summary>
    public IReadOnlyList<Indicator> Rows { get; private set; } = [];
    /// <summary>Whether the asker may define indicators.</summary>
    public bool MayDefine => asker.May(Permission.DefineIndicators);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Rows = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ThenBy(i => i.ScopeVersion).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Defines an indicator or its next version.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayDefine) return Forbid();
        await define.Run(Input, Cancel);
        return RedirectToPage();
    }
}
