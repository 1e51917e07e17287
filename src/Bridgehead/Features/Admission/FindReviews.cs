using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>A review with all its parts, each in its order.</summary>
public sealed record WholeReview(
    Review Review, ScoreSheet Sheet, IReadOnlyList<ReviewMaterial> Materials, IReadOnlyList<ReviewOpinion> Opinions, IReadOnlyList<ReviewScore> Scores, IReadOnlyList<ReviewNode> Nodes)
{
    /// <summary>The scores added up.</summary>
    public Assessment Assessment => Assessment.Of(Sheet, Scores, Review.VetoList.Count);
}

/// <summary>Finds reviews of the projects the asker may see.</summary>
public sealed class FindReviews(BridgeheadDb db, ListProjects list, ScopedUnits scope)
{
    /// <summary>The project, when the asker may see it; null otherwise.</summary>
    public async Task<Project?> Project(Guid id, CancellationToken cancel = default) => await (await list.Visible(cancel)).FirstOrDefaultAsync(p => p.Id == id, cancel);

    /// <summary>One review, ready to be changed; null when it is not there or not the asker's to see.</summary>
    public async Task<Review?> Review(Guid id, CancellationToken cancel = default) =>
        await db.Set<Review>().FirstOrDefaultAsync(r => r.Id == id, cancel) is { } found && await Project(found.ProjectId, cancel) is not null ? found : null;

    /// <summary>The rounds of a project, the latest first.</summary>
    public async Task<IReadOnlyList<Review>> Of(Guid project, CancellationToken cancel = default) =>
        await db.Set<Review>().AsNoTracking().Where(r => r.ProjectId == project).OrderByDescending(r => r.Round).ToListAsync(cancel);

    /// <summary>A review with its parts, ready to be changed.</summary>
    public async Task<WholeReview> Whole(Review review, CancellationToken cancel = default) => new(
        review, await db.Set<ScoreSheet>().FirstAsync(s => s.Id == review.SheetId, cancel),
        await db.Set<ReviewMaterial>().Where(m => m.ReviewId == review.Id).OrderBy(m => m.Order).ToListAsync(cancel),
        await db.Set<ReviewOpinion>().Where(o => o.ReviewId == review.Id).OrderBy(o => o.Order).ToListAsync(cancel),
        await db.Set<ReviewScore>().Where(s => s.ReviewId == review.Id).ToListAsync(cancel),
        await db.Set<ReviewNode>().Where(n => n.ReviewId == review.Id).OrderBy(n => n.Order).ToListAsync(cancel));

    /// <summary>The latest version of the score sheet.</summary>
    public Task<ScoreSheet> Sheet(CancellationToken cancel = default) => db.Set<ScoreSheet>().AsNoTracking().OrderByDescending(s => s.Number).FirstAsync(cancel);

    /// <summary>A version of the score sheet; 0 is the latest. Null when there is none.</summary>
    public Task<ScoreSheet?> Sheet(int number, CancellationToken cancel = default) =>
        db.Set<ScoreSheet>().AsNoTracking().Where(s => number == 0 || s.Number == number).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>Refuses whoever sees the project only because it came through their outpost.</summary>
    public async Task RefuseOutside(Guid project, CancellationToken cancel = default)
    {
        var place = await db.Set<Project>().Where(p => p.Id == project).Select(p => new { p.UnitId, p.ParkId }).FirstAsync(cancel);
        Refusal.When(await scope.Find(place.UnitId, cancel) is null && (place.ParkId is null || await scope.Find(place.ParkId.Value, cancel) is null),
            $"项目的落地单位不在您的数据范围内，评审由落地单位登记");
    }
}
