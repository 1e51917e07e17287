namespace Bridgehead.Features.Ledger;

/// <summary>What an indicator counts, and in which smallest unit its entries are kept.</summary>
public enum Measure
{
    /// <summary>个数: whole things.</summary>
    Count,
    /// <summary>人民币: fen.</summary>
    Yuan,
    /// <summary>美元: cents.</summary>
    Usd,
}

/// <summary>How entries of several months come together.</summary>
public enum Aggregation
{
    /// <summary>流量: the months of the range are added.</summary>
    Flow,
    /// <summary>存量: what stands at the end of the range.</summary>
    Stock,
}

/// <summary>By which side a figure is broken down.</summary>
public enum Dimension
{
    /// <summary>The whole.</summary>
    None,
    /// <summary>来源: abroad, other province, other city, county to county.</summary>
    Origin,
    /// <summary>产业: primary, secondary, tertiary.</summary>
    Industry,
    /// <summary>规模: by the amount of the project.</summary>
    Band,
    /// <summary>其他: a group only a published statement knows.</summary>
    Other,
}
