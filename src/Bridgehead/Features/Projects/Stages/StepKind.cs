namespace Bridgehead.Features.Projects.Stages;

/// <summary>How a project came from one stage to another.</summary>
public enum StepKind
{
    /// <summary>Forwards, every gate met.</summary>
    [Label("推进")] Forward,
    /// <summary>Backwards, with a reason and somebody's approval.</summary>
    [Label("倒退")] Back,
    /// <summary>Into a side state.</summary>
    [Label("转入旁支")] Aside,
    /// <summary>Out of a side state, to the stage it had left.</summary>
    [Label("恢复")] Return,
    /// <summary>Forwards although something was missing: by the bureau's reviewer, with a reason.</summary>
    [Label("特批放行")] Override,
    /// <summary>Recorded afterwards at a stage it had reached before it was entered here.</summary>
    [Label("补录")] LateEntry,
}
