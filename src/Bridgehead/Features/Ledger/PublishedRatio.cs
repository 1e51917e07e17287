using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Ledger;

/// <summary>Which ratio a publisher printed.</summary>
public enum RatioKind
{
    /// <summary>完成率.</summary>
    [Label("完成率")] Completion,
    /// <summary>超（欠）序时进度, in percentage points.</summary>
    [Label("超序时进度")] Pace,
    /// <summary>同比.</summary>
    [Label("同比")] YearOnYear,
    /// <summary>占比.</summary>
    [Label("占比")] Share,
}

/// <summary>What comes of computing a printed ratio again.</summary>
public enum PrintedVerdict
{
    /// <summary>一致: equal to the last printed digit.</summary>
    [Label("一致")] Agrees,
    /// <summary>不一致: the entries give another number, or no entries can give the printed one.</summary>
    [Label("不一致")] Differs,
    /// <summary>无法重算: what it is computed from is not known.</summary>
    [Label("无法重算")] NotComputable,
}

/// <summary>
/// A ratio as a bulletin printed it. Never used to compute anything: it stands beside what the entries give, and where the publisher
/// erred the difference shows (domain rule 4.7).
/// </summary>
public sealed class PublishedRatio : IAudited
{
    /// <inheritdoc />
    public Guid Id { get; internal set; } = Guid.CreateVersion7();
    /// <summary>The bulletin.</summary>
    public Guid EvidenceId { get; internal set; }
    /// <summary>On which indicator.</summary>
    public Guid IndicatorId { get; internal set; }
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; internal set; }
    /// <summary>The first month, as yyyymm.</summary>
    public int FromMonth { get; internal set; }
    /// <summary>The last month, as yyyymm.</summary>
    public int ToMonth { get; internal set; }
    /// <summary>By which side.</summary>
    public Dimension Dimension { get; internal set; }
    /// <summary>Of which group.</summary>
    public string Key { get; internal set; } = "";
    /// <summary>Which ratio.</summary>
    public RatioKind Kind { get; internal set; }
    /// <summary>Against whose target.</summary>
    public TargetSetter SetBy { get; internal set; }
    /// <summary>The number as printed, in percent, with the digits it was printed with.</summary>
    public string Printed { get; internal set; } = "";
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; internal set; }
}
