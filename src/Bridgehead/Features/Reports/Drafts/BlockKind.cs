namespace Bridgehead.Features.Reports;

/// <summary>What a block of a report is.</summary>
public enum BlockKind
{
    /// <summary>The heading of a section.</summary>
    [Label("小标题")] Heading,
    /// <summary>A paragraph.</summary>
    [Label("段落")] Paragraph,
    /// <summary>A table.</summary>
    [Label("表格")] Table,
    /// <summary>A chart with its table.</summary>
    [Label("图表")] Chart,
}
