namespace Bridgehead.Features.Projects.Stages;

/// <summary>Who lets a project into a stage. The person who asks is never the one who decides.</summary>
public enum Approver
{
    /// <summary>Nobody: the move takes effect at once.</summary>
    [Label("无需审批")] None,
    /// <summary>A reviewer whose data scope covers the project.</summary>
    [Label("本级审核")] Reviewer,
    /// <summary>A reviewer of the city bureau.</summary>
    [Label("市局审核")] Bureau,
}
