using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Noting an owner, changing what is stated, or noting that the share was given up.</summary>
[Authorize(Permission.WriteEnterprises)]
public sealed class OwnerPage(BridgeheadDb db, ListEnterprises list, HoldShares hold, ReadOwnership read, Asker asker, UnitOfWork work, Words words) : EnterprisePage(db, list, asker, work)
{
    /// <summary>Which share; null for a new one.</summary>
    [FromRoute] public Guid? Holding { get; set; }
    /// <summary>What is typed.</summary>
    public ShareholdingInput Input { get; private set; } = new();
    /// <summary>The share; null for a new one.</summary>
    public Shareholding? Share { get; private set; }
    /// <summary>What an owner may be.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OwnerKind>().Select(k => new SelectListItem(words.Of(k), k.ToString()));
    /// <summary>Today.</summary>
    public DateOnly Today => read.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        if (Holding is not { } id) return true;
        Share = await Db.Set<Shareholding>().FirstOrDefaultAsync(h => h.Id == id && h.EnterpriseId == Id, Cancel);
        return Share is not null;
    }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        if (Share is not null) Input = ShareholdingInput.Of(Share);
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost(ShareholdingInput input)
    {
        if (Share is null) await hold.Run(Id, input, Cancel);
        else
        {
            Db.ReadAt(Share, input.Version);
            await hold.Change(Share, input, Cancel);
        }
        return RedirectToPage("/Enterprises/Owners/Owners", new { Id });
    }

    /// <summary>The share was given up.</summary>
    public async Task<IActionResult> OnPostEnd(DateOnly on, long version)
    {
        if (Share is null) return NotFound();
        Db.ReadAt(Share, version);
        await hold.End(Share, on, Cancel);
        return RedirectToPage("/Enterprises/Owners/Owners", new { Id });
    }
}
