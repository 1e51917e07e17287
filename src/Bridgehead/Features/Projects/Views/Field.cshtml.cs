using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Views;

/// <summary>One field of a project, changed where it is seen: the table opens this in the cell, without script it is a page of its own.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class FieldPage(BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work) : PageAbout<Project>(db)
{
    /// <summary>Which field.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? Name { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty, MaxLength(4000, ErrorMessage = "简介最多4000个字")] public string? Value { get; set; }
    /// <summary>The version that was read.</summary>
    [BindProperty] public long Version { get; set; }

    /// <summary>The field.</summary>
    public EditedField Edited { get; private set; } = null!;
    /// <summary>Its value as it stands.</summary>
    public string? Standing => Edited.Read(StatedFacts.Of(Subject));

    /// <inheritdoc />
    protected override async Task<Project?> Find() =>
        await (await list.Visible(Cancel)).AnyAsync(p => p.Id == Id, Cancel) ? await Db.Set<Project>().FirstOrDefaultAsync(p => p.Id == Id, Cancel) : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (EditedField.Called(Name) is not { } field || !await base.Load()) return false;
        Edited = field;
        return true;
    }

    /// <summary>Shows the field.</summary>
    public void OnGet() => (Value, Version) = (Standing, Subject.Version);

    /// <summary>Saves it, as it was read.</summary>
    public async Task<IActionResult> OnPost()
    {
        work.Subject = Id;
        var facts = StatedFacts.Of(Subject);
        Db.ReadAt(Subject, Version);
        if (Edited.Change(facts, Value) is var changed && changed != facts) await open.Change(Subject, changed, Cancel);
        return RedirectToPage(new { Id, Name });
    }
}
