using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Enterprises;

/// <summary>Whom to call at an enterprise: masked, with purpose, basis and time; opened one at a time.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class ContactsPage(BridgeheadDb db, ListEnterprises list, KeepContacts keep, Asker asker, UnitOfWork work, Words words) : EnterprisePage(db, list, asker, work)
{
    /// <summary>What is typed.</summary>
    public ContactInput Input { get; private set; } = new();
    /// <summary>The contacts.</summary>
    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];
    /// <summary>The one opened by this request; null otherwise.</summary>
    public Contact? Opened { get; private set; }
    /// <summary>The bases there are.</summary>
    public IEnumerable<SelectListItem> Bases => Enum.GetValues<ContactBasis>().Select(b => new SelectListItem(words.Of(b), b.ToString()));
    /// <summary>Today.</summary>
    public DateOnly Today => keep.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Rows = await keep.Of(Id, Cancel);
        Input.GivenOn ??= Today;
        return true;
    }

    /// <summary>Notes a contact.</summary>
    public async Task<IActionResult> OnPost(ContactInput input)
    {
        if (!MayWrite) return Forbid();
        await keep.Add(Id, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Opens one; shown once, and in the trail.</summary>
    public async Task<IActionResult> OnPostOpen(Guid contact, [MaxLength(200)] string? purpose)
    {
        if (!MayOpen) return Forbid();
        if (await keep.Ours(contact, Cancel) is not { } one || one.EnterpriseId != Id) return NotFound();
        Opened = keep.Open(one, purpose);
        return Page();
    }

    /// <summary>The person agreed anew.</summary>
    public async Task<IActionResult> OnPostRenew(Guid contact, RenewalInput renewal, long version)
    {
        if (!MayWrite) return Forbid();
        if (await keep.Ours(contact, Cancel) is not { } one || one.EnterpriseId != Id) return NotFound();
        Db.ReadAt(one, version);
        await keep.Renew(one, renewal, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Erases the person.</summary>
    public async Task<IActionResult> OnPostErase(Guid contact, [MaxLength(200)] string? reason, long version)
    {
        if (!MayWrite) return Forbid();
        if (await keep.Ours(contact, Cancel) is not { } one || one.EnterpriseId != Id) return NotFound();
        await Db.ReadAtOnce(one, version, Cancel);
        await keep.Erase(one, reason, Cancel);
        return RedirectToPage(new { Id });
    }
}
