using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>One enterprise: read it, register it, change it.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class EditPage(BridgeheadDb db, ListEnterprises list, Asker asker, UnitOfWork work, GuardDuplicates guard) : Screen
{
    /// <summary>Which one; null for a new one.</summary>
    [FromRoute] public Guid? Id { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public EnterpriseInput Input { get; set; } = new();
    /// <summary>The enterprise; null for a new one.</summary>
    public Enterprise? Subject { get; private set; }
    /// <summary>Whether the asker may change it.</summary>
    public bool MayWrite => asker.May(Permission.WriteEnterprises);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (Id is not { } id) return MayWrite;
        Subject = await list.Visible().FirstOrDefaultAsync(e => e.Id == id, Cancel);
        return Subject is not null;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        if (Subject is not null) Input = EnterpriseInput.Of(Subject);
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayWrite) return Forbid();
        var typed = RecordFacts.Of(Input.Name, Input.Facts(), Subject?.Id ?? Guid.Empty);
        var found = await guard.Before(typed, Input.AsNew, Cancel);
        if (Subject is null) db.Add(Subject = new Enterprise(Input.Name, Input.Facts()));
        else
        {
            db.ReadAt(Subject, Input.Version);
            Subject.Change(Input.Name, Input.Facts());
        }
        work.Subject = Subject.Id;
        await db.SaveChangesAsync(Cancel);
        await guard.After(found, typed with { Id = Subject.Id }, Input.AsNew, Cancel);
        return RedirectToPage("/Enterprises/Edit", new { Subject.Id });
    }
}
