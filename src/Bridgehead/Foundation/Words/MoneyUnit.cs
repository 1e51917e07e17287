namespace Bridgehead;

/// <summary>The unit an amount is shown in.</summary>
public enum MoneyUnit
{
    /// <summary>The largest that leaves at least one: 亿元, 万元 or 元.</summary>
    [Label("自动")] Automatic,
    /// <summary>元, to the fen.</summary>
    [Label("元")] Yuan,
    /// <summary>万元: ten thousand yuan.</summary>
    [Label("万元")] Wan,
    /// <summary>亿元: a hundred million yuan.</summary>
    [Label("亿元")] Yi,
}
