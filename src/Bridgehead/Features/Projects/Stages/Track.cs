namespace Bridgehead.Features.Projects.Stages;

/// <summary>The track a project runs on: each has stages and gates of its own (domain.md 6.2, peers.md 2.1).</summary>
public enum Track
{
    /// <summary>Domestic money founds or builds something new.</summary>
    [Label("内资项目")] Domestic,
    /// <summary>Money from abroad: foreign-investment information reporting beside the rest.</summary>
    [Label("外资项目")] Foreign,
    /// <summary>An investor who is here already adds money; only the increment counts.</summary>
    [Label("增资项目")] CapitalIncrease,
}
