namespace Bridgehead.Features.Ledger;

/// <summary>A figure as it was published when a month was closed. Kept as it was, whatever comes later.</summary>
public sealed class ClosedFigure
{
    /// <summary>With which close.</summary>
    public Guid CloseId { get; internal set; }
    /// <summary>Which indicator, in which version.</summary>
    public Guid IndicatorId { get; internal set; }
    /// <summary>Of which unit, with everything below it.</summary>
    public Guid UnitId { get; internal set; }
    /// <summary>By which side.</summary>
    public Dimension Dimension { get; internal set; }
    /// <summary>Which group; empty for the whole.</summary>
    public string Key { get; internal set; } = "";
    /// <summary>当月: the month alone, in the indicator's smallest unit.</summary>
    public long? MonthValue { get; internal set; }
    /// <summary>累计: from January.</summary>
    public long? YearValue { get; internal set; }
    /// <summary>How many entries the cumulative figure is the sum of.</summary>
    public long Entries { get; internal set; }
    /// <summary>Of the cumulative figure, what was only declared.</summary>
    public long Declared { get; internal set; }
    /// <summary>Of it, what was documented.</summary>
    public long Documented { get; internal set; }
    /// <summary>Of it, what was cross-checked.</summary>
    public long CrossChecked { get; internal set; }
    /// <summary>Of it, what was audited.</summary>
    public long Audited { get; internal set; }
}
