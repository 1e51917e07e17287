namespace Bridgehead.Features.Targets;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>It has not begun.</summary>
    [Label("未开始")] Coming,
    /// <summary>It runs.</summary>
    [Label("进行中")] Running,
    /// <summary>Its months are over, its standing is not frozen yet.</summary>
    [Label("已到期，待封存")] Over,
    /// <summary>Its standing is frozen.</summary>
    [Label("已封存")] Concluded,
}
