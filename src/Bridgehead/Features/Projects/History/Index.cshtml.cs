using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.History;

/// <summary>The history of a project: every change of each field, by whom, when, from what to what; an earlier value can be put back.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(BridgeheadDb db, ListProjects list, ProjectHistory history, ScopedUnits scope, Asker asker) : PageAbout<Project>(db)
{
    /// <summary>How many changes a page has.</summary>
    public const int PageSize = 30;

    /// <summary>Only this field.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? Field { get; set; }
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true), MaxLength(30)] public string? After { get; set; }

    /// <summary>The changes, the latest first.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may put a value back.</summary>
    public bool MayWrite => asker.May(Permission.WriteProjects);

    /// <inheritdoc />
    protected override async Task<Project?> Find() =>
        await (await list.Visible(Cancel)).AnyAsync(p => p.Id == Id, Cancel) ? await Db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id, Cancel) : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Units = await scope.All(Cancel);
        (Entries, Next) = await history.Page(Id, Field, long.TryParse(After, out _) ? After : null, PageSize, Cancel);
        return true;
    }

    /// <summary>What a field is called.</summary>
    public static string Name(string field, Words words) => words[ProjectFields.Name(field)];
}
