namespace Bridgehead.Features.Reports;

/// <summary>What is set down for the year after.</summary>
public sealed record PlanFacts
{
    /// <summary>Next year's targets: the value of each is the target, its base this year's result where the year is complete.</summary>
    public IReadOnlyList<IndicatorFact> Targets { get; init; } = [];

    /// <summary>Projects that are due to start in the year after.</summary>
    public IReadOnlyList<NamedProject> ToStart { get; init; } = [];

    /// <summary>Projects that are due to produce in the year after.</summary>
    public IReadOnlyList<NamedProject> ToProduce { get; init; } = [];
}
