namespace Bridgehead.Features.Admission;

/// <summary>The scores and vetoes of a review.</summary>
public sealed class ScoresInput
{
    /// <summary>The points, item by item; what is left out stays.</summary>
    public List<ScoreInput> Scores { get; set; } = [];
    /// <summary>The vetoes found.</summary>
    public List<string> Vetoes { get; set; } = [];
}
