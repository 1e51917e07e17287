namespace Bridgehead.Features.Admission;

/// <summary>What a department thinks.</summary>
public enum OpinionVerdict
{
    /// <summary>It agrees.</summary>
    [Label("同意")] Agree,
    /// <summary>It agrees on conditions.</summary>
    [Label("附条件同意")] AgreeWithConditions,
    /// <summary>It does not agree.</summary>
    [Label("不同意")] Disagree,
}
