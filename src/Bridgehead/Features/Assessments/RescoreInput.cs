namespace Bridgehead.Features.Assessments;

/// <summary>How an assessment is scored again.</summary>
public sealed class RescoreInput
{
    /// <summary>As of which day figures and targets are read; the day of the first scoring when empty.</summary>
    public DateOnly? AsOf { get; set; }
}
