namespace Bridgehead.Features.Bulk;

/// <summary>What is done to each of many projects.</summary>
public enum BulkAct
{
    /// <summary>改联系人.</summary>
    [Label("改联系人")] Contact,
    /// <summary>改园区.</summary>
    [Label("改园区")] Park,
    /// <summary>改行业.</summary>
    [Label("改行业")] Industry,
    /// <summary>改产业类别.</summary>
    [Label("改产业类别")] Branch,
    /// <summary>关联投资企业.</summary>
    [Label("关联投资企业")] Investor,
    /// <summary>转阶段.</summary>
    [Label("转阶段")] Stage,
    /// <summary>移入回收站.</summary>
    [Label("移入回收站")] ThrowAway,
}

/// <summary>Where a bulk change stands.</summary>
public enum BulkState
{
    /// <summary>正在预览.</summary>
    [Label("正在预览")] Preparing,
    /// <summary>已预览，待确认.</summary>
    [Label("待确认")] Ready,
    /// <summary>办理中.</summary>
    [Label("办理中")] Running,
    /// <summary>已办完.</summary>
    [Label("已办完")] Done,
    /// <summary>已停止.</summary>
    [Label("已停止")] Cancelled,
    /// <summary>撤销中.</summary>
    [Label("撤销中")] Undoing,
    /// <summary>已撤销.</summary>
    [Label("已撤销")] Undone,
}

/// <summary>How it went with one project.</summary>
public enum BulkOutcome
{
    /// <summary>待检查.</summary>
    [Label("待检查")] Untried,
    /// <summary>将修改.</summary>
    [Label("将修改")] Waiting,
    /// <summary>本来如此.</summary>
    [Label("本来如此")] Same,
    /// <summary>不予修改.</summary>
    [Label("不予修改")] Refused,
    /// <summary>已修改.</summary>
    [Label("已修改")] Changed,
    /// <summary>已撤销.</summary>
    [Label("已复原")] TakenBack,
    /// <summary>未能撤销.</summary>
    [Label("未能撤回")] NotTakenBack,
}
