namespace Bridgehead.Features.Reports;

/// <summary>Projects that do not move: how many there are of a class and why.</summary>
/// <param name="Code">The class's code, part of the figure's address.</param>
/// <param name="Name">The class as the report prints it, such as 三个月以上没有进展的前期项目.</param>
/// <param name="Count">How many; null when not known.</param>
/// <param name="Reasons">The recorded causes with the number of projects each, most frequent first.</param>
public sealed record StalledFact(string Code, string Name, long? Count, IReadOnlyList<StallReason> Reasons)
{
    /// <summary>By what the reasons divide them: 原因, 阶段.</summary>
    public string By { get; init; } = "原因";

    /// <summary>The page that lists these projects; null for the figure page.</summary>
    public string? Address { get; init; }
}
