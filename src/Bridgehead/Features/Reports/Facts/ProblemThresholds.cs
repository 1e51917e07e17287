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
}
