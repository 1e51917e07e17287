using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Views;

/// <summary>The saved views: whoever keeps several renames, shares and removes them here, and chooses the one to begin with.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(KeepViews keep) : Screen
{
    /// <summary>The views.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    /// <summary>The one the person begins with.</summary>
    public Guid? Begin { get; private set; }
    /// <summary>Whether the person may share with everybody.</summary>
    public bool MayShare => keep.MayShare;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Views = await keep.All(Cancel);
        Begin = (await keep.Begin(Views, Cancel))?.Id;
        return true;
    }

    /// <summary>Whether a view is the person's own.</summary>
    public bool IsOwn(SavedView view) => keep.IsOwn(view);

    /// <summary>Saves what a list shows, and goes back to it.</summary>
    public async Task<IActionResult> OnPostSave(SavedViewInput input)
    {
        var view = await keep.Save(input, Cancel);
        this.Notice($"已保存视图“{view.Name}”");
        return LocalRedirect(view.Address);
    }

    /// <summary>Renames or shares one.</summary>
    public async Task<IActionResult> OnPostChange(Guid id, SavedViewInput input, long version)
    {
        if (await keep.Find(id, Cancel) is not { } view) return NotFound();
        input.Query = null;
        await keep.Change(view, input, version, Cancel);
        return RedirectToPage();
    }

    /// <summary>Removes one.</summary>
    public async Task<IActionResult> OnPostRemove(Guid id, long version)
    {
        if (await keep.Find(id, Cancel) is not { } view) return NotFound();
        await keep.Remove(view, version, Cancel);
        return RedirectToPage();
    }

    /// <summary>Begins with one, or with none.</summary>
    public async Task<IActionResult> OnPostBegin(Guid? id)
    {
        var view = id is { } chosen ? await keep.Find(chosen, Cancel) : null;
        if (id is not null && view is null) return NotFound();
        await keep.BeginWith(view, Cancel);
        return RedirectToPage();
    }
}
