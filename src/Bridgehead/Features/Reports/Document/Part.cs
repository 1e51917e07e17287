namespace Bridgehead.Features.Reports;

/// <summary>One of the four parts.</summary>
public sealed record Part(ReportPart Which, IReadOnlyList<Block> Blocks)
{
    /// <summary>The heading with its number, 黑体 in print.</summary>
    public string Text => $"{Numeral.Of((int)Which + 1)}、{Title}";

    private string Title => Which switch
    {
        ReportPart.Situation => "基本情况",
        ReportPart.Measures => "主要举措",
        ReportPart.Problems => "存在问题",
        _ => "下一步工作打算",
    };
}
