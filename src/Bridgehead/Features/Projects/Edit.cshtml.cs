using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Opening a project, or changing what is stated about it.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class EditPage(BridgeheadDb db, ListProjects list, OpenProject open, ScopedUnits scope, UnitOfWork work, GuardDuplicates guard) : Screen
{
    /// <summary>Which project; null for a new one.</summary>
    [FromRoute] public Guid? Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty] public ProjectInput Input { get; set; } = new();

    /// <summary>The project; null for a new one.</summary>
    public Project? Subject { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        if (Id is not { } id) return true;
        if (!await (await list.Visible(Cancel)).AnyAsync(p => p.Id == id, Cancel)) return false;
        Subject = await db.Set<Project>().FirstAsync(p => p.Id == id, Cancel);
        return true;
    }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        if (Subject is not null) Input = ProjectInput.Of(Subject);
        else Input.UnitId ??= Units.FirstOrDefault(u => u.Kind is UnitKind.District)?.Id ?? (Units.Count > 0 ? Units[0].Id : null);
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Subject is null)
        {
            var stage = Stage.Called(Input.Stage ?? "lead") ?? throw new Refusal($"没有阶段“{Input.Stage}”", nameof(Input.Stage));
            var typed = RecordFacts.Of(Input.Facts(), Guid.Empty);
            var found = await guard.Before(typed, Input.AsNew, Cancel);
            var project = await open.Run(Input.Facts(), stage, Cancel);
            await guard.After(found, typed with { Id = project.Id }, Input.AsNew, Cancel);
            work.Subject = project.Id;
            return RedirectToPage("/Projects/Show", new { project.Id });
        }
        work.Subject = Subject.Id;
        db.ReadAt(Subject, Input.Version);
        var changed = RecordFacts.Of(Input.Facts(Subject), Subject.Id);
        var doubles = await guard.Before(changed, Input.AsNew, Cancel);
        await open.Change(Subject, Input.Facts(Subject), Cancel);
        await guard.After(doubles, changed, Input.AsNew, Cancel);
        return RedirectToPage("/Projects/Show", new { Subject.Id });
    }
}
