using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Finds one project within the asker's scope, ready to be changed; null when it is not there.</summary>
public sealed class ProjectFinder(BridgeheadDb db, ListProjects list)
{
    /// <summary>Finds it.</summary>
    public async Task<Project?> Run(Guid id, CancellationToken cancel = default) =>
        await (await list.Visible(cancel)).AnyAsync(p => p.Id == id, cancel) ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id, cancel) : null;
}
