namespace Bridgehead.Features.Projects.Stages;

/// <summary>What has been handed in for a project: the kinds of its documents, and the dates departments have stated.</summary>
/// <param name="Documents">The kinds of document attached.</param>
/// <param name="Dates">The milestones some department has dated.</param>
public sealed record Papers(IReadOnlySet<DocumentKind> Documents, IReadOnlySet<Milestone> Dates)
{
    /// <summary>Nothing handed in.</summary>
    public static Papers None { get; } = new(new HashSet<DocumentKind>(), new HashSet<Milestone>());
}
