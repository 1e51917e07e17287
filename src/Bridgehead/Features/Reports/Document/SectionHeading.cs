namespace Bridgehead.Features.Reports;

/// <summary>The heading of a section within a part, such as （一）目标任务完成情况.</summary>
/// <param name="Number">Its place in the part, from 1.</param>
/// <param name="Title">The heading without its number.</param>
public sealed record SectionHeading(int Number, string Title) : Block
{
    /// <summary>The heading with its number, 楷体 in print.</summary>
    public string Text => $"（{Numeral.Of(Number)}）{Title}";
}
