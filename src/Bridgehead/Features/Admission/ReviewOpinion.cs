namespace Bridgehead.Features.Admission;

/// <summary>What a department thinks of a project under review; awaited until it is given.</summary>
public sealed class ReviewOpinion : IVersioned, IAudited
{
    private ReviewOpinion() { }

    /// <summary>Awaits the opinion of a department.</summary>
    public ReviewOpinion(Guid review, string department, int order)
    {
        Refusal.When(string.IsNullOrWhiteSpace(department) || department.Trim().Length > 40, $"请填写部门名称，最多40个字", nameof(Department));
        (Id, ReviewId, Department, Order) = (Guid.CreateVersion7(), review, department.Trim(), order);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }
    /// <summary>Its place among the departments.</summary>
    public int Order { get; private set; }
    /// <summary>The department.</summary>
    public string Department { get; private set; } = "";
    /// <summary>What it thinks; null while awaited.</summary>
    public OpinionVerdict? Verdict { get; private set; }
    /// <summary>In words.</summary>
    public string? Text { get; private set; }
    /// <summary>Who gave it.</summary>
    public string? Giver { get; private set; }
    /// <summary>The day it was given.</summary>
    public DateOnly? On { get; private set; }
    /// <summary>Who entered it.</summary>
    public string? By { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Gives the opinion. Conditions and a no need words.</summary>
    public void Give(Review review, OpinionVerdict verdict, string? text, string? giver, DateOnly on, DateOnly today, string by)
    {
        review.RefuseConcluded();
        Refusal.Unless(Enum.IsDefined(verdict), $"意见不在选项之内", nameof(Verdict));
        Refusal.When(verdict != OpinionVerdict.Agree && string.IsNullOrWhiteSpace(text), $"附条件同意或不同意，须写明意见内容", nameof(Text));
        Refusal.When(on > today, $"意见日期{on}晚于今天，请核对", nameof(On));
        (Verdict, Text, Giver, On, By) = (verdict, Blank(text), Blank(giver), on, by);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
