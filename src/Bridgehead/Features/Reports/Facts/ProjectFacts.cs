namespace Bridgehead.Features.Reports;

/// <summary>What the project register says of the unit and the period.</summary>
public sealed record ProjectFacts
{
    /// <summary>The newly signed projects.</summary>
    public ProjectTally? NewlySigned { get; init; }

    /// <summary>What became of them and other kinds worth naming (重大, 履约, 开工, 投产), in the order to be printed.</summary>
    public IReadOnlyList<ProjectTally> Tallies { get; init; } = [];

    /// <summary>Projects by stage at the end of the period, in the order of the stages.</summary>
    public IReadOnlyList<ProjectTally> Stages { get; init; } = [];

    /// <summary>How many projects are on the way, from lead to full production; null when not counted.</summary>
    public long? Pipeline { get; init; }

    /// <summary>The largest projects, largest first.</summary>
    public IReadOnlyList<NamedProject> Major { get; init; } = [];

    /// <summary>What the last column of the largest projects says: 阶段 while it is known, else 签约时间.</summary>
    public string MajorBy { get; init; } = "阶段";

    /// <summary>How many were signed in the period by the date of signing. The figure of the newly signed counts by month of entry and may differ: late entries, projects that left.</summary>
    public long? SignedInPeriod { get; init; }

    /// <summary>Projects that do not move, by class.</summary>
    public IReadOnlyList<StalledFact> Stalled { get; init; } = [];

    /// <summary>The indicator that <see cref="Contracted"/> is a figure of.</summary>
    public string ContractedCode { get; init; } = "contracted";

    /// <summary>The indicator that <see cref="Arrived"/> is a figure of.</summary>
    public string ArrivedCode { get; init; } = "arrived";

    /// <summary>Agreed investment of the performing projects in 分, the whole of the arrival rate.</summary>
    public long? Contracted { get; init; }

    /// <summary>What of it has arrived, in 分.</summary>
    public long? Arrived { get; init; }

    /// <summary>资金到位率 in percent, unrounded.</summary>
    public decimal? ArrivalRate => Ratio.Percent(Arrived, Contracted);
}
