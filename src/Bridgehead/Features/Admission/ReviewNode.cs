namespace Bridgehead.Features.Admission;

/// <summary>A body that decides on the project, with the day and what it decided.</summary>
public sealed class ReviewNode : IVersioned, IAudited
{
    private ReviewNode() { }

    /// <summary>Awaits the decision of a body.</summary>
    public ReviewNode(Guid review, string body, int order) => (Id, ReviewId, Body, Order) = (Guid.CreateVersion7(), review, body, order);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }
    /// <summary>Its place among the bodies.</summary>
    public int Order { get; private set; }
    /// <summary>The body.</summary>
    public string Body { get; private set; } = "";
    /// <summary>The day it met.</summary>
    public DateOnly? On { get; private set; }
    /// <summary>What it decided; null while it has not met.</summary>
    public NodeResult? Result { get; private set; }
    /// <summary>The number of the minutes or a remark.</summary>
    public string? Note { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Enters the decision.</summary>
    public void Decide(Review review, DateOnly on, NodeResult result, string? note, DateOnly today)
    {
        review.RefuseConcluded();
        Refusal.Unless(Enum.IsDefined(result), $"决策结果不在选项之内", nameof(Result));
        Refusal.When(on > today, $"会议日期{on}晚于今天，请核对", nameof(On));
        (On, Result, Note) = (on, result, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }
}
