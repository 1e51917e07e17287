namespace Bridgehead.Features.Admission;

/// <summary>What a review came to.</summary>
public enum ReviewConclusion
{
    /// <summary>通过.</summary>
    [Label("通过")] Passed,
    /// <summary>有条件通过.</summary>
    [Label("有条件通过")] PassedWithConditions,
    /// <summary>暂缓.</summary>
    [Label("暂缓评审")] Deferred,
    /// <summary>不通过.</summary>
    [Label("不通过")] Rejected,
}
