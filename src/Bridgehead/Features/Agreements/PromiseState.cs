namespace Bridgehead.Features.Agreements;

/// <summary>How a promise stands on a day; every promise in force is in exactly one state.</summary>
public enum PromiseState
{
    /// <summary>未到期: its day is more than <see cref="StandingPromise.NoticeDays"/> days ahead.</summary>
    [Label("未到期")] NotYetDue,
    /// <summary>到期: its day is today or within the days of notice.</summary>
    [Label("到期")] Due,
    /// <summary>已兑现: recorded evidence reaches what was promised, late or in time.</summary>
    [Label("已兑现")] Met,
    /// <summary>未兑现: its day has passed and the evidence does not reach it.</summary>
    [Label("逾期未兑现")] Missed,
    /// <summary>已豁免: two people agreed, with a reason, that it need not be kept.</summary>
    [Label("已豁免")] Waived,
}
