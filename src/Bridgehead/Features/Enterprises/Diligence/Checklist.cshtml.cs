using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>The points of the due-diligence checklist: what is checked, how, and for how long a result holds.</summary>
[Authorize(Permission.KeepClassKinds)]
public sealed class ChecklistPage(BridgeheadDb db, UnitOfWork work) : Screen
{
    /// <summary>The points in order.</summary>
    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Items = await db.Set<CheckItem>().OrderBy(i => i.Order).ThenBy(i => i.Code).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Saves a point.</summary>
    public async Task<IActionResult> OnPost(Guid item, CheckItemInput input)
    {
        if (Items.FirstOrDefault(i => i.Id == item) is not { } one) return NotFound();
        work.Subject = item;
        db.ReadAt(one, input.Version);
        input.Describe(one);
        await db.SaveChangesAsync(Cancel);
        return RedirectToPage();
    }
}
