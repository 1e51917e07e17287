namespace Bridgehead.Features.Targets;

/// <summary>Who set a target.</summary>
public enum TargetSetter
{
    /// <summary>The bureau itself: 年度目标.</summary>
    [Label("年度目标")] Own,
    /// <summary>The province: 省定目标.</summary>
    [Label("省定目标")] Province,
    /// <summary>The city: 市定目标.</summary>
    [Label("市定目标")] City,
}
