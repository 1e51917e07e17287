namespace Bridgehead.Features.Agreements;

/// <summary>How what is reached is held against what was promised.</summary>
public enum PromiseOperator
{
    /// <summary>At least as much.</summary>
    [Label("不低于")] AtLeast,
    /// <summary>At most as much.</summary>
    [Label("不高于")] AtMost,
    /// <summary>Exactly as much.</summary>
    [Label("等于")] Exactly,
}
