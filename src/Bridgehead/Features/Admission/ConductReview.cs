using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>Opens rounds of review and carries them through to their conclusion; the same for page and API.</summary>
public sealed class ConductReview(BridgeheadDb db, FindReviews find, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Opens a round. Refused while another is open.</summary>
    public async Task<Review> Open(Project project, ReviewInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(project.Id, cancel);
        var rounds = await db.Set<Review>().AsNoTracking().Where(r => r.ProjectId == project.Id).Select(r => new { r.Round, r.Conclusion }).ToListAsync(cancel);
        Refusal.When(rounds.Any(r => r.Conclusion is null), $"上一轮评审还没有结论，不能开新的一轮");
        var departments = input.Departments.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        Refusal.When(departments.Count is 0 or > 20, $"征求意见的部门应有1至20个，每行一个", nameof(input.Departments));
        var review = new Review(project.Id, rounds.Count == 0 ? 1 : rounds.Max(r => r.Round) + 1, (await find.Sheet(cancel)).Id, input.Class, departments.Count, Now);
        review.Meet(input.MeetingOn, input.Chair, null);
        db.Add(review);
        db.AddRange(departments.Select((d, i) => new ReviewOpinion(review.Id, d, i)));
        db.AddRange(ReviewMaterial.Usual.Select((m, i) => new ReviewMaterial(review.Id, m, i)));
        db.AddRange(DecisionNodes.Of(input.Class).Select((b, i) => new ReviewNode(review.Id, b, i)));
        await db.SaveChangesAsync(cancel);
        return review;
    }

    /// <summary>Sets the meeting.</summary>
    public async Task Meet(Review review, MeetingInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(review.ProjectId, cancel);
        review.Meet(input.MeetingOn, input.Chair, input.Attendees);
        await Save(review, cancel);
    }

    /// <summary>Notes that a paper came or is missing after all.</summary>
    public async Task Receive(Review review, ReviewMaterial material, bool received, CancellationToken cancel = default)
    {
        await find.RefuseOutside(review.ProjectId, cancel);
        material.Receive(review, received ? Today : null);
        await Save(review, cancel);
    }

    /// <summary>Enters the opinion of a department.</summary>
    public async Task Give(WholeReview whole, ReviewOpinion opinion, OpinionInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(whole.Review.ProjectId, cancel);
        opinion.Give(whole.Review, input.Verdict!.Value, input.Text, input.Giver, input.On ?? Today, Today, asker.Name);
        whole.Review.Await(whole.Opinions.Count(o => o.Verdict is null));
        await Save(whole.Review, cancel);
    }

    /// <summary>Enters scores and vetoes. Items not named stay as they are.</summary>
    public async Task Score(WholeReview whole, ScoresInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(whole.Review.ProjectId, cancel);
        var scored = input.Scores.Where(s => s is { Points: not null }).ToList();
        Refusal.Unless(scored.Select(s => s.Item).Distinct().Count() == scored.Count, $"同一评分项目只能打一个分", "Scores");
        foreach (var given in scored)
        {
            var item = whole.Sheet.Items.FirstOrDefault(i => i.Name == given.Item) ?? throw new Refusal($"评分表中没有项目“{given.Item}”", "Scores");
            if (whole.Scores.FirstOrDefault(s => s.Item == item.Name) is { } score) score.Give(whole.Review, item, given.Points!.Value, given.Remark);
            else db.Add(new ReviewScore(whole.Review, item, given.Points!.Value, given.Remark));
        }
        whole.Review.Find(input.Vetoes.Where(v => v is not null), whole.Sheet);
        await Save(whole.Review, cancel);
    }

    /// <summary>Enters what a body decided.</summary>
    public async Task Decide(Review review, ReviewNode node, NodeInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(review.ProjectId, cancel);
        node.Decide(review, input.On!.Value, input.Result!.Value, input.Note, Today);
        await Save(review, cancel);
    }

    /// <summary>Closes the round.</summary>
    public async Task Conclude(WholeReview whole, ConclusionInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(whole.Review.ProjectId, cancel);
        whole.Review.Conclude(input.Conclusion!.Value, whole.Assessment, whole.Opinions.Any(o => o.Verdict == OpinionVerdict.Disagree), input.Terms, input.Minutes, Today, asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    // the review is written with each of its parts, so that nobody concludes another content than was read
    private async Task Save(Review review, CancellationToken cancel)
    {
        review.Touch(Now);
        await db.SaveChangesAsync(cancel);
    }
}
