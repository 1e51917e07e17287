namespace Bridgehead.Features.Admission;

/// <summary>The points a review gives an item.</summary>
public sealed class ReviewScore : IVersioned, IAudited
{
    private ReviewScore() { }

    /// <summary>Gives points.</summary>
    public ReviewScore(Review review, ScoreItem item, decimal points, string? remark)
    {
        (Id, ReviewId, Item) = (Guid.CreateVersion7(), review.Id, item.Name);
        Give(review, item, points, remark);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }
    /// <summary>The name of the item.</summary>
    public string Item { get; private set; } = "";
    /// <summary>The points, in tenths.</summary>
    public int Tenths { get; private set; }
    /// <summary>Why.</summary>
    public string? Remark { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Gives other points: 0 to the weight of the item, to a tenth.</summary>
    public void Give(Review review, ScoreItem item, decimal points, string? remark)
    {
        review.RefuseConcluded();
        Refusal.Unless(points >= 0 && points <= item.Weight, $"“{item.Name}”应在0到{item.Weight}分之间", "Points");
        Refusal.Unless(points * 10 == decimal.Truncate(points * 10), $"“{item.Name}”最多一位小数", "Points");
        Refusal.When(remark is not null && (remark.Length > 200 || remark.Any(char.IsControl)), $"打分说明最多200个字，不能含有控制字符", "Remark");
        (Tenths, Remark) = ((int)(points * 10), string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
    }
}
