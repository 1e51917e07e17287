namespace Bridgehead.Features.Ledger;

/// <summary>What an indicator counts, and in which smallest unit its entries are kept.</summary>
public enum Measure
{
    /// <summary>个数: whole things.</summary>
    [Label("个数")] Count,
    /// <summary>人民币: fen.</summary>
    [Label("人民币")] Yuan,
    /// <summary>美元: cents.</summary>
    [Label("美元")] Usd,
}

/// <summary>How entries of several months come together.</summary>
public enum Aggregation
{
    /// <summary>流量: the months of the range are added.</summary>
    [Label("流量")] Flow,
    /// <summary>存量: what stands at the end of the range.</summary>
    [Label("存量")] Stock,
}

/// <summary>Which way an indicator is better.</summary>
public enum Direction
{
    /// <summary>越高越好.</summary>
    [Label("越高越好")] Higher,
    /// <summary>越低越好.</summary>
    [Label("越低越好")] Lower,
}

/// <summary>By which side a figure is broken down.</summary>
public enum Dimension
{
    /// <summary>The whole.</summary>
    [Label("合计")] None,
    /// <summary>来源: abroad, other province, other city, county to county.</summary>
    [Label("资金来源")] Origin,
    /// <summary>产业: primary, secondary, tertiary.</summary>
    [Label("产业")] Industry,
    /// <summary>规模: by the amount of the project.</summary>
    [Label("规模")] Band,
    /// <summary>其他: a group only a published statement knows.</summary>
    [Label("其他分组")] Other,
    /// <summary>依据等级: by how well it is proved, as a name of <see cref="EvidenceTier"/>.</summary>
    [Label("依据等级")] Tier,
}
