namespace Bridgehead.Features.Reports;

/// <summary>From where on a figure is reported as a problem. City configuration; these are the defaults.</summary>
public sealed record ProblemThresholds
{
    /// <summary>A share above this (percent) in one origin or industry is concentration.</summary>
    public decimal Concentration { get; init; } = 60;

    /// <summary>A fund-arrival rate below this (percent) is low.</summary>
    public decimal ArrivalRate { get; init; } = 30;

    /// <summary>A rate among the signed projects (履约率, 开工率) below this (percent) is low.</summary>
    public decimal ProjectRate { get; init; } = 50;

    /// <summary>A share of parts that fail (leads overdue, reports missing, parks without a project) above this (percent) is a problem.</summary>
    public decimal WeakShare { get; init; } = 10;

    /// <summary>A conversion of leads to signed projects below this (percent) is low.</summary>
    public decimal Conversion { get; init; } = 20;

    /// <summary>A project signed longer ago than this (days) that has not started is late to land.</summary>
    public int LandingDays { get; init; } = 365;
}
