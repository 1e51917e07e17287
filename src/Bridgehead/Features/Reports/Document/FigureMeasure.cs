namespace Bridgehead.Features.Reports;

/// <summary>What of an indicator a number tells.</summary>
public enum FigureMeasure
{
    /// <summary>The value itself.</summary>
    Value,
    /// <summary>How many projects stand behind it.</summary>
    Count,
    /// <summary>占比, percent.</summary>
    Share,
    /// <summary>目标任务.</summary>
    Target,
    /// <summary>完成率, percent.</summary>
    Completion,
    /// <summary>同比, percent.</summary>
    Yoy,
    /// <summary>Percentage points against the months gone by, or against the whole target at the end of the year.</summary>
    Pace,
    /// <summary>A place in an order.</summary>
    Rank,
    /// <summary>What is still missing to the target.</summary>
    Gap,
}
