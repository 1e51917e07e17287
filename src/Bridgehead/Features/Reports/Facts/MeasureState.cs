namespace Bridgehead.Features.Reports;

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    /// <summary>Promised, not begun.</summary>
    [Label("未启动")] Planned,
    /// <summary>Under way.</summary>
    [Label("推进中")] Underway,
    /// <summary>Done.</summary>
    [Label("已完成")] Done,
    /// <summary>Given up, with the reason in its note.</summary>
    [Label("不再推进")] Dropped,
}
