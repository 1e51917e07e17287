namespace Bridgehead.Features.Assessments;

/// <summary>How an item of a scheme becomes points (domain rules 9.4 and 9.5).</summary>
public enum ScoreMethod
{
    /// <summary>按完成率计分: weight × the percentages, each capped, by their shares.</summary>
    [Label("完成率")] Ratio,
    /// <summary>功效系数: weight × ((x−min)÷(max−min)×40+60)%, among the comparable units.</summary>
    [Label("功效系数")] Efficacy,
    /// <summary>按个计分: so many points each, up to the weight.</summary>
    [Label("按个计分")] PerUnit,
    /// <summary>分档个数: the weight less a step for each one short in any tier; never below 0.</summary>
    [Label("分档个数")] Tiers,
    /// <summary>扣分: the weight less so many points each; never below 0, or without a weight never below the negative cap.</summary>
    [Label("扣分")] Deduction,
    /// <summary>加分: so many points each, up to the weight.</summary>
    [Label("加分")] Bonus,
    /// <summary>评定打分: given by hand with a document, 0 up to the weight.</summary>
    [Label("评定打分")] Given,
    /// <summary>一票否决: whoever has one gets no place.</summary>
    [Label("一票否决")] Veto,
}
