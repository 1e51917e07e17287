using Bridgehead.Features.Access;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Trash;

/// <summary>A thing in the trash.</summary>
public sealed record TrashedRow(string Kind, Guid Id, string Name, DateTime DeletedAt, long Version);

/// <summary>What was thrown away, and the way back.</summary>
[Authorize(Permission.Restore)]
public sealed class IndexPage(BridgeheadDb db, ScopedUnits scope, OpenProject open, UnitOfWork work) : Screen
{
    /// <summary>The newest 200.</summary>
    public IReadOnlyList<TrashedRow> Rows { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var units = await scope.Ids(Cancel);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt != null && units.Contains(p.UnitId)).OrderByDescending(p => p.DeletedAt).Take(200)
            .Select(p => new TrashedRow("project", p.Id, p.Name, p.DeletedAt!.Value, p.Version)).ToListAsync(Cancel);
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt != null).OrderByDescending(e => e.DeletedAt).Take(200)
            .Select(e => new TrashedRow("enterprise", e.Id, e.Name, e.DeletedAt!.Value, e.Version)).ToListAsync(Cancel);
        Rows = [.. projects.Concat(enterprises).OrderByDescending(r => r.DeletedAt).Take(200)];
        return true;
    }

    /// <summary>Brings one back.</summary>
    public async Task<IActionResult> OnPost(string kind, Guid id, long version)
    {
        work.Subject = id;
        var units = await scope.Ids(Cancel);
        if (kind == "project" && await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId), Cancel) is { } project)
        {
            db.ReadAt(project, version);
            await open.BringBack(project, Cancel);
        }
        else if (kind == "enterprise" && await db.Set<Enterprise>().FirstOrDefaultAsync(e => e.Id == id, Cancel) is { } enterprise)
        {
            db.ReadAt(enterprise, version);
            enterprise.BringBack();
            await db.SaveChangesAsync(Cancel);
        }
        else return NotFound();
        return RedirectToPage();
    }
}
