namespace Bridgehead.Features.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>Being written.</summary>
    [Label("起草中")] Writing,
    /// <summary>Handed in; a second person reads it.</summary>
    [Label("待复核")] Submitted,
    /// <summary>A second person found it right; it can be released.</summary>
    [Label("已复核")] Reviewed,
    /// <summary>Released: figures and text are frozen.</summary>
    [Label("已发布")] Released,
}
