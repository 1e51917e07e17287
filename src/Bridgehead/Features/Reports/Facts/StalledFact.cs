namespace Bridgehead.Features.Reports;

/// <summary>Projects that do not move: how many there are of a class (静默, 渐冻, 半休克) and why.</summary>
/// <param name="Code">The class's code, part of the figure's address.</param>
/// <param name="Name">The class as the report prints it, such as 静默项目.</param>
/// <param name="Count">How many; null when not known.</param>
/// <param name="Reasons">The recorded causes with the number of projects each, most frequent first.</param>
public sealed record StalledFact(string Code, string Name, long? Count, IReadOnlyList<StallReason> Reasons)
{
    /// <summary>The page that lists these projects; null for the figure page.</summary>
    public string? Address { get; init; }
}
