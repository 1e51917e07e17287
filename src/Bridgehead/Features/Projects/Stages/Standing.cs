namespace Bridgehead.Features.Projects.Stages;

/// <summary>A stage on the way of a project.</summary>
/// <param name="Rule">The stage as its track has it.</param>
/// <param name="Spent">The time spent there; null when it was never there.</param>
/// <param name="IsNow">Whether the project is there, or had left from there for a side state.</param>
public sealed record OnTheWay(StageRule Rule, Dwell? Spent, bool IsNow);

/// <summary>Where a project stands: its way so far, what it lacks to go on, who lets it in, and what is being asked for.</summary>
public sealed record Standing
{
    /// <summary>The stages of its track with the time spent.</summary>
    public required IReadOnlyList<OnTheWay> Way { get; init; }
    /// <summary>The next stage; null at the end and aside.</summary>
    public required StageRule? Next { get; init; }
    /// <summary>What it lacks for the next stage.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }
    /// <summary>What the next stage asks for and the project has.</summary>
    public required IReadOnlyList<Requirement> Met { get; init; }
    /// <summary>Who lets it into the next stage.</summary>
    public required Approver Approver { get; init; }
    /// <summary>The request somebody has to decide; null when there is none.</summary>
    public required StageRequest? Pending { get; init; }
    /// <summary>Why it is not well, the worst first.</summary>
    public required IReadOnlyList<FormattableString> Reasons { get; init; }
    /// <summary>The dates departments have.</summary>
    public required IReadOnlyList<DepartmentDate> Dates { get; init; }
    /// <summary>The kind of each attachment.</summary>
    public required IReadOnlyDictionary<Guid, DocumentKind> Kinds { get; init; }
    /// <summary>The moves, newest first.</summary>
    public required IReadOnlyList<ProjectStep> Steps { get; init; }
    /// <summary>The requests, newest first.</summary>
    public required IReadOnlyList<StageRequest> Requests { get; init; }
    /// <summary>The set in force.</summary>
    public required StageSet Set { get; init; }
}
