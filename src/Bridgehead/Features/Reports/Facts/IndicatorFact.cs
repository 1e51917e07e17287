namespace Bridgehead.Features.Reports;

/// <summary>An indicator's figure for the report's unit and period, with what it is compared to.</summary>
/// <param name="Code">The indicator's code.</param>
/// <param name="Name">Its name as the report prints it, such as 到位市外资金.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Value">The cumulative value in the smallest unit (分, cents, pieces); null when it is not known: it is then starred.</param>
public sealed record IndicatorFact(string Code, string Name, MeasureUnit Unit, long? Value)
{
    /// <summary>The version of the indicator's definition.</summary>
    public int Scope { get; init; } = 1;

    /// <summary>The same period of last year; null when there is none.</summary>
    public long? Base { get; init; }

    /// <summary>
    /// Growth in percent on the comparable scope, where the published growth rests on another scope than the value
    /// (the foreign-capital statistics do so since May 2022); null to take it from <see cref="Value"/> and <see cref="Base"/>.
    /// </summary>
    public decimal? ComparableGrowth { get; init; }

    /// <summary>Whether growth is told only on the comparable scope: nothing is then said of it where <see cref="ComparableGrowth"/> is not known.</summary>
    public bool GrowsApart { get; init; }

    /// <summary>
    /// The step, in smallest units, to which the value is said with 近 or 逾, such as 100 for "近400家"; null to print it in full.
    /// </summary>
    public long? SaidToNearest { get; init; }

    /// <summary>How many projects stand behind the value; null when not counted.</summary>
    public long? Projects { get; init; }

    /// <summary>The year's targets, the one that binds the unit first.</summary>
    public IReadOnlyList<TargetFact> Targets { get; init; } = [];

    /// <summary>The place in the province or the city, where somebody recorded one.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The breakdowns, each kind in the order it is to be printed (units in the fixed administrative order).</summary>
    public IReadOnlyList<GroupFact> Groups { get; init; } = [];

    /// <summary>Growth against last year in percent, unrounded; null when there is no base above zero.</summary>
    public decimal? Growth => GrowsApart ? ComparableGrowth : ComparableGrowth ?? Ratio.Growth(Value, Base);

    /// <summary>Whether there is something growth can be told against.</summary>
    public bool HasBase => GrowsApart ? ComparableGrowth is not null : ComparableGrowth is not null || Base > 0;

    /// <summary>Completion of a target in percent, unrounded; null when either is not known.</summary>
    public decimal? Completion(TargetFact target) => Ratio.Percent(Value, target.Value);

    /// <summary>Whether less is better: its targets are then not to be exceeded.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>Whether a completion of its targets is behind the months gone by: below them, or above where less is better.</summary>
    public bool IsBehind(decimal? completion, int months) => Gap(completion, months) > 0;

    /// <summary>How far a completion is behind the months gone by, in percentage points; negative when ahead.</summary>
    public decimal? Gap(decimal? completion, int months) => LowerIsBetter ? Ratio.PaceGap(completion, months) : -Ratio.PaceGap(completion, months);

    /// <summary>The groups of one kind.</summary>
    public IReadOnlyList<GroupFact> By(GroupKind kind) => [.. Groups.Where(group => group.By == kind)];
}
