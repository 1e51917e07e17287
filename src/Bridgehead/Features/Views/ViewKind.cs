namespace Bridgehead.Features.Views;

/// <summary>How a saved view shows what it asks for.</summary>
public enum ViewKind
{
    /// <summary>表格.</summary>
    [Label("表格")] Table,
    /// <summary>看板.</summary>
    [Label("看板")] Board,
    /// <summary>地图.</summary>
    [Label("地图")] Map,
    /// <summary>日历.</summary>
    [Label("日历")] Calendar,
    /// <summary>甘特图.</summary>
    [Label("甘特图")] Gantt,
}

/// <summary>Who sees a saved view besides its owner. What they see in it stays within their own data scope.</summary>
public enum ViewShare
{
    /// <summary>仅自己.</summary>
    [Label("仅自己")] Own,
    /// <summary>本单位.</summary>
    [Label("本单位")] Unit,
    /// <summary>所有人.</summary>
    [Label("所有人")] Everybody,
}
