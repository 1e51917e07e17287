using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>A move of a project from one stage to another; only ever added.</summary>
public sealed class ProjectStep
{
    private ProjectStep() { }

    internal ProjectStep(Guid projectId, int from, int to, DateOnly on, Guid? by, string who, string? reason, StepKind? kind = null)
    {
        (Id, ProjectId, From, To, On, By, Who, Reason) = (Guid.CreateVersion7(), projectId, from, to, on, by, who, reason);
        Kind = kind ?? (to >= Stage.SideOrder ? StepKind.Aside : from >= Stage.SideOrder ? StepKind.Return : to < from ? StepKind.Back : StepKind.Forward);
    }

    /// <summary>The same step, made at an earlier moment.</summary>
    internal ProjectStep MadeAt(DateTime moment)
    {
        Id = Guid.CreateVersion7(moment);
        return this;
    }

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>From which stage.</summary>
    public int From { get; private set; }
    /// <summary>To which stage.</summary>
    public int To { get; private set; }
    /// <summary>How.</summary>
    public StepKind Kind { get; private set; }
    /// <summary>On which day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>Who moved it, or asked for the move.</summary>
    public Guid? By { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>Who let it in, where somebody had to.</summary>
    public string? Approved { get; private set; }
    /// <summary>Why, when it went back, aside or past a gate.</summary>
    public string? Reason { get; private set; }
    /// <summary>What was missing when it was let in all the same, in Chinese, parted by 、.</summary>
    public string? Lacked { get; private set; }
    /// <summary>The set of stages it was judged by; null for records that came with their past.</summary>
    public Guid? SetId { get; private set; }

    /// <summary>Notes by which set it was judged, who let it in, and what was missing all the same.</summary>
    internal ProjectStep Judged(Guid? set, string? approved, string? lacked)
    {
        (SetId, Approved, Lacked) = (set, approved, lacked is { Length: > 500 } ? lacked[..500] : lacked);
        return this;
    }
}
