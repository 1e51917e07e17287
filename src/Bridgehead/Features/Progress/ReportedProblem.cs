namespace Bridgehead.Features.Progress;

/// <summary>What kind of obstacle a project meets (domain.md 6.3).</summary>
public enum ProblemKind
{
    /// <summary>Money.</summary>
    [Label("资金")] Money,
    /// <summary>Land.</summary>
    [Label("土地")] Land,
    /// <summary>Policy.</summary>
    [Label("政策")] Policy,
    /// <summary>Approval.</summary>
    [Label("审批")] Approval,
    /// <summary>Labour.</summary>
    [Label("用工")] Labour,
    /// <summary>Anything else.</summary>
    [Label("其他")] Other,
}

/// <summary>An obstacle a project has reported, open until somebody closes it.</summary>
public sealed class ReportedProblem : IVersioned, IAudited
{
    private ReportedProblem() { }

    /// <summary>Raises a problem.</summary>
    /// <param name="projectId">Which project meets it.</param>
    /// <param name="kind">Of which kind.</param>
    /// <param name="text">What it is, up to 500 characters.</param>
    /// <param name="needs">Who is needed to solve it, up to 60 characters.</param>
    /// <param name="on">The day it was raised.</param>
    /// <param name="who">By whom.</param>
    public ReportedProblem(Guid projectId, ProblemKind kind, string text, string? needs, DateOnly on, string who)
    {
        Refusal.Unless(text.Trim().Length is > 0 and <= 500, $"请写明问题，最多500个字", "ProblemText");
        Refusal.When(needs?.Length > 60, $"需要谁解决最多60个字", "ProblemNeeds");
        (Id, ProjectId, Kind, Text, RaisedOn, RaisedBy) = (Guid.CreateVersion7(), projectId, kind, text.Trim(), on, who);
        Needs = string.IsNullOrWhiteSpace(needs) ? null : needs.Trim();
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which project meets it.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>Of which kind.</summary>
    public ProblemKind Kind { get; private set; }
    /// <summary>What it is.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who is needed to solve it.</summary>
    public string? Needs { get; private set; }
    /// <summary>When it was raised.</summary>
    public DateOnly RaisedOn { get; private set; }
    /// <summary>By whom.</summary>
    public string RaisedBy { get; private set; } = "";
    /// <summary>When it was solved; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }
    /// <summary>By whom.</summary>
    public string? ClosedBy { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Closes it. Refused when it is closed already.</summary>
    public void Close(DateOnly on, string who)
    {
        Refusal.When(ClosedOn is not null, $"这个问题已于{ClosedOn}销号");
        (ClosedOn, ClosedBy) = (on, who);
    }
}
