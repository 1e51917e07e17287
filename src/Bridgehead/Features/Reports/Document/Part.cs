namespace Bridgehead.Features.Reports;

/// <summary>A part of a report: one of the four of the work report, or of another kind of report with a heading of its own.</summary>
/// <param name="Which">Its place in the text that is kept, from 0.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record Part(ReportPart Which, IReadOnlyList<Block> Blocks)
{
    /// <summary>The heading of its own; null for the work report's.</summary>
    public string? Heading { get; init; }

    /// <summary>The number it is printed with, from 1; null for its place.</summary>
    public int? Number { get; init; }

    /// <summary>The heading with its number, 黑体 in print.</summary>
    public string Text => $"{Numeral.Of(Number ?? (int)Which + 1)}、{Heading ?? Title}";

    private string Title => Which switch
    {
        ReportPart.Situation => "基本情况",
        ReportPart.Measures => "主要举措",
        ReportPart.Problems => "存在问题",
        _ => "下一步工作打算",
    };
}
