namespace Bridgehead.Features.Progress;

/// <summary>How many days a project that got there took from entering a stage to starting or producing: what forecasts rest on. Kept from the steps, made again with them.</summary>
public sealed class StageDwell
{
    private StageDwell() { }

    /// <summary>States how long it took.</summary>
    public StageDwell(Guid projectId, int from, int target, int days, Branch? branch, string band) =>
        (ProjectId, From, Target, Days, Branch, Band) = (projectId, from, target, days, branch, band);

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The stage it entered, by order.</summary>
    public int From { get; private set; }
    /// <summary>The stage it reached, by order.</summary>
    public int Target { get; private set; }
    /// <summary>In how many days.</summary>
    public int Days { get; private set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; private set; }
    /// <summary>The size of the project.</summary>
    public string Band { get; private set; } = "";
}
