using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>A version of an agreement with its promises, in their order.</summary>
public sealed record AgreementWithPromises(Agreement Agreement, IReadOnlyList<Promise> Promises);

/// <summary>Finds agreements and promises of the projects the asker may see.</summary>
public sealed class FindAgreements(BridgeheadDb db, ListProjects list, ScopedUnits scope)
{
    /// <summary>The project, when the asker may see it; null otherwise.</summary>
    public async Task<Project?> Project(Guid id, CancellationToken cancel = default) => await (await list.Visible(cancel)).FirstOrDefaultAsync(p => p.Id == id, cancel);

    /// <summary>One version, ready to be changed; null when it is not there or not the asker's to see.</summary>
    public async Task<Agreement?> Agreement(Guid id, CancellationToken cancel = default) =>
        await db.Set<Agreement>().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } found && await Project(found.ProjectId, cancel) is not null ? found : null;

    /// <summary>One standing promise, ready to be changed; null when it is not there or not the asker's to see.</summary>
    public async Task<StandingPromise?> Standing(Guid id, CancellationToken cancel = default) =>
        await db.Set<StandingPromise>().FirstOrDefaultAsync(s => s.Id == id, cancel) is { } found && await Project(found.ProjectId, cancel) is not null ? found : null;

    /// <summary>Every version of every agreement of a project, chains by age, the latest version of each first.</summary>
    public async Task<IReadOnlyList<Agreement>> Of(Guid project, CancellationToken cancel = default) => await db.Set<Agreement>().AsNoTracking()
        .Where(a => a.ProjectId == project).OrderBy(a => a.ChainId).ThenByDescending(a => a.Revision).ToListAsync(cancel);

    /// <summary>Every version of a chain, the first first, with its promises.</summary>
    public async Task<IReadOnlyList<AgreementWithPromises>> Chain(Guid chain, CancellationToken cancel = default)
    {
        var versions = await db.Set<Agreement>().AsNoTracking().Where(a => a.ChainId == chain).OrderBy(a => a.Revision).ToListAsync(cancel);
        var ids = versions.Select(v => v.Id).ToList();
        var promises = await db.Set<Promise>().AsNoTracking().Where(p => ids.Contains(p.AgreementId)).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(cancel);
        return [.. versions.Select(v => new AgreementWithPromises(v, [.. promises.Where(p => p.AgreementId == v.Id)]))];
    }

    /// <summary>The promises of a version, ready to be changed, in their order.</summary>
    public async Task<List<Promise>> Promises(Guid agreement, CancellationToken cancel = default) =>
        await db.Set<Promise>().Where(p => p.AgreementId == agreement).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(cancel);

    /// <summary>Refuses whoever sees the project only because it came through their outpost or is their own enterprise's.</summary>
    public async Task RefuseOutside(Guid project, CancellationToken cancel = default)
    {
        var place = await db.Set<Project>().Where(p => p.Id == project).Select(p => new { p.UnitId, p.ParkId }).FirstAsync(cancel);
        Refusal.When(await scope.Find(place.UnitId, cancel) is null && (place.ParkId is null || await scope.Find(place.ParkId.Value, cancel) is null),
            $"项目的落地单位不在您的数据范围内，协议由落地单位登记");
    }
}
