using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.OpenData;

/// <summary>What is given out, for everybody who is signed in; for those who prepare it also what waits for a review.</summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(PrepareDataset prepare, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Where the page begins.</summary>
    [FromQuery] public string? After { get; set; }
    /// <summary>Whether all in scope are listed, not the public ones alone.</summary>
    [FromQuery] public bool All { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public DatasetInput Input { get; set; } = new() { Licence = "政府数据开放，注明来源后可自由使用", Basis = "《政府信息公开条例》第十九条" };

    /// <summary>The data sets.</summary>
    public IReadOnlyList<OpenDataset> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may see what waits.</summary>
    public bool MaySeeAll => asker.May(Permission.MakeReports);
    /// <summary>Whether the asker may prepare.</summary>
    public bool MayPrepare => asker.May(Permission.WriteReports);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Guid.TryParse(After, out _)) After = null;
        All &= MaySeeAll;
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District)];
        (Rows, Next) = await prepare.Page(All, After, null, Cancel);
        return true;
    }

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Prepares one.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayPrepare) return Forbid();
        var set = await prepare.Run(Input, Cancel);
        work.Subject = set.Id;
        this.Notice($"已编制{set.Title}，待另一人审查");
        return RedirectToPage("/OpenData/Show", new { id = set.Id });
    }
}
