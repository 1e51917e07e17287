namespace Bridgehead.Features.Assessments;

/// <summary>Where a number of an item comes from.</summary>
public enum InputSource
{
    /// <summary>完成率: an indicator against the unit's annual target.</summary>
    [Label("完成率")] Completion,
    /// <summary>数值: an indicator as it is.</summary>
    [Label("数值")] Figure,
    /// <summary>比率: one indicator over another, in percent.</summary>
    [Label("比率")] Rate,
    /// <summary>填报: given by hand, with the document it comes from.</summary>
    [Label("填报")] Given,
    /// <summary>批次率: a rate of the projects signed within the months assessed, as they stand on the day (domain rules 4.6 and 4.8 a).</summary>
    [Label("批次率")] Cohort,
}
