namespace Bridgehead.Features.Admission;

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>The opinions are there, no day is set yet.</summary>
    [Label("待排会")] Preparing,
    /// <summary>Departments have still to say what they think.</summary>
    [Label("待部门意见")] WaitingForOpinions,
    /// <summary>The meeting is set and the opinions are there.</summary>
    [Label("已排会")] Scheduled,
    /// <summary>It is concluded and closed.</summary>
    [Label("已结论")] Concluded,
}
