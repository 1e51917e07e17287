using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>What a class means here: how long it holds, and whether subsidiaries count.</summary>
[Authorize(Permission.KeepClassKinds)]
public sealed class KindPage(BridgeheadDb db, UnitOfWork work) : PageAbout<ClassKind>(db)
{
    /// <summary>What is typed.</summary>
    [BindProperty] public ClassKindInput Input { get; set; } = new();

    /// <inheritdoc />
    protected override Task<ClassKind?> Find() => Db.Set<ClassKind>().FirstOrDefaultAsync(k => k.Id == Id, Cancel);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Input = ClassKindInput.Of(Subject);

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost()
    {
        work.Subject = Id;
        Db.ReadAt(Subject, Input.Version);
        Input.Describe(Subject);
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage("/Enterprises/Classes/Kinds");
    }
}
