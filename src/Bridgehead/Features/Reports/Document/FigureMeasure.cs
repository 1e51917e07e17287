namespace Bridgehead.Features.Reports;

/// <summary>What of an indicator a number tells.</summary>
public enum FigureMeasure
{
    /// <summary>The value itself.</summary>
    [Label("数值")] Value,
    /// <summary>How many projects stand behind it.</summary>
    [Label("项目数")] Count,
    /// <summary>占比, percent.</summary>
    [Label("占比")] Share,
    /// <summary>目标任务.</summary>
    [Label("目标")] Target,
    /// <summary>完成率, percent.</summary>
    [Label("完成率")] Completion,
    /// <summary>同比, percent.</summary>
    [Label("同比")] Yoy,
    /// <summary>Percentage points against the months gone by, or against the whole target at the end of the year.</summary>
    [Label("超（欠）序时进度")] Pace,
    /// <summary>A place in an order.</summary>
    [Label("位次")] Rank,
    /// <summary>What is still missing to the target.</summary>
    [Label("距目标缺口")] Gap,
}
