using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>Which reviews are looked for; kept in the address.</summary>
public sealed class ReviewQuery
{
    /// <summary>Where they stand; all that are open when empty.</summary>
    public ReviewState? State { get; set; }
    /// <summary>The class of the project.</summary>
    public ProjectClass? Class { get; set; }
    /// <summary>The cursor: next of the page before.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A review as it is listed, with its project.</summary>
public sealed record ReviewRow(Review Review, string Number, string Name, Guid UnitId, Guid? ParkId);

/// <summary>Lists reviews within the asker's scope, the latest opened first, page by page from a key.</summary>
public sealed class ListReviews(BridgeheadDb db, ListProjects list)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<ReviewRow> Rows, string? Next)> Page(ReviewQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var reviews = InState(db.Set<Review>().AsNoTracking(), query.State);
        if (query.Class is { } kind) reviews = reviews.Where(r => r.Class == kind);
        if (Listed.Identity(query.After) is { } after) reviews = reviews.Where(r => r.Id.CompareTo(after) < 0);
        var rows = await reviews.Join(await list.Visible(cancel), r => r.ProjectId, p => p.Id, (r, p) => new { r, p }).OrderByDescending(j => j.r.Id).Take(size + 1)
            .Select(j => new ReviewRow(j.r, j.p.Number, j.p.Name, j.p.UnitId, j.p.ParkId)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Review.Id.ToString()) : (rows, null);
    }

    private static IQueryable<Review> InState(IQueryable<Review> reviews, ReviewState? state) => state switch
    {
        ReviewState.Concluded => reviews.Where(r => r.Conclusion != null),
        ReviewState.Preparing => reviews.Where(r => r.Conclusion == null && r.OpenOpinions == 0 && r.MeetingOn == null),
        ReviewState.WaitingForOpinions => reviews.Where(r => r.Conclusion == null && r.OpenOpinions > 0),
        ReviewState.Scheduled => reviews.Where(r => r.Conclusion == null && r.OpenOpinions == 0 && r.MeetingOn != null),
        _ => reviews.Where(r => r.Conclusion == null),
    };
}
