namespace Bridgehead.Features.Progress;

/// <summary>A time a project was on hold or out and came back from: no report is owed for a month that ended within it. Kept from the steps.</summary>
public sealed class ProjectPause
{
    private ProjectPause() { }

    /// <summary>States a time aside.</summary>
    public ProjectPause(Guid projectId, DateOnly fromOn, DateOnly untilOn) => (ProjectId, FromOn, UntilOn) = (projectId, fromOn, untilOn);

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The day it went aside.</summary>
    public DateOnly FromOn { get; private set; }
    /// <summary>The day it came back.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>Whether it was aside at the end of a day.</summary>
    public bool Covers(DateOnly day) => FromOn <= day && UntilOn > day;
}
