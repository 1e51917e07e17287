namespace Bridgehead.Features.Assessments;

/// <summary>申诉: a unit objects to its result during the publicity; the city decides, in writing.</summary>
public sealed class Appeal : IVersioned, IAudited
{
    private Appeal() { }

    /// <summary>Objects. Refused outside the publicity.</summary>
    /// <param name="assessment">To which assessment.</param>
    /// <param name="unitId">Which unit objects: to its own result.</param>
    /// <param name="text">What it objects to and why, up to 1,000 characters.</param>
    /// <param name="document">The document that shows it.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="at">When (UTC).</param>
    public Appeal(Assessment assessment, Guid unitId, string text, string document, string by, DateTime at)
    {
        Refusal.Unless(assessment.TakesAppeals(DateOnly.FromDateTime(at.AddHours(8))), $"现在不在公示期内，不能申诉");
        Refusal.When(text.Trim().Length is 0 or > 1000, $"请写明申诉的事项和理由，最多1000个字", nameof(Text));
        (Id, AssessmentId, UnitId, Text, Document, By, At) = (Guid.CreateVersion7(), assessment.Id, unitId, text.Trim(), document.Trim(), by, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>To which assessment.</summary>
    public Guid AssessmentId { get; private set; }
    /// <summary>Which unit objects.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>What it objects to and why.</summary>
    public string Text { get; private set; } = "";
    /// <summary>The document that shows it.</summary>
    public string Document { get; private set; } = "";
    /// <summary>Who entered it.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Whether it was upheld; null while it is open.</summary>
    public bool? Upheld { get; private set; }
    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }
    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }
    /// <summary>When it was decided (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Decides. Refused twice, and without an answer.</summary>
    public void Decide(bool upheld, string answer, string by, DateTime at)
    {
        Refusal.When(Upheld is not null, $"这件申诉已经答复");
        Refusal.When(answer.Trim().Length is 0 or > 1000, $"请写明答复和依据，最多1000个字", nameof(Answer));
        (Upheld, Answer, DecidedBy, DecidedAt) = (upheld, answer.Trim(), by, at);
    }
}
