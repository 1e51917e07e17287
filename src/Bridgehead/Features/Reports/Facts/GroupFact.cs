namespace Bridgehead.Features.Reports;

/// <summary>One group's part of an indicator, in the indicator's smallest unit.</summary>
/// <param name="By">What kind of group it is.</param>
/// <param name="Code">The group's code, part of the figure's address.</param>
/// <param name="Name">The group's name as the report prints it.</param>
/// <param name="Value">Its value; null when it is not known.</param>
public sealed record GroupFact(GroupKind By, string Code, string Name, long? Value)
{
    /// <summary>How many projects stand behind the value; null when not counted.</summary>
    public long? Projects { get; init; }

    /// <summary>The same period of last year; null when there is none.</summary>
    public long? Base { get; init; }

    /// <inheritdoc cref="IndicatorFact.ComparableGrowth" />
    public decimal? ComparableGrowth { get; init; }

    /// <inheritdoc cref="IndicatorFact.GrowsApart" />
    public bool GrowsApart { get; init; }

    /// <summary>The group's own targets for the year.</summary>
    public IReadOnlyList<TargetFact> Targets { get; init; } = [];

    /// <summary>Growth against last year in percent, unrounded.</summary>
    public decimal? Growth => GrowsApart ? ComparableGrowth : Ratio.Growth(Value, Base);

    /// <inheritdoc cref="IndicatorFact.HasBase" />
    public bool HasBase => GrowsApart ? ComparableGrowth is not null : Base > 0;

    /// <summary>Completion of its first target in percent, unrounded.</summary>
    public decimal? Completion => Targets.Count == 0 ? null : Ratio.Percent(Value, Targets[0].Value);
}
