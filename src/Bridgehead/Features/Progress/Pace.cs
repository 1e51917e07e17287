namespace Bridgehead.Features.Progress;

/// <summary>Plan against actual against time, in percent of the planned investment (domain.md 6.9, W6).</summary>
/// <param name="Planned">What the plan has made by the end of the month.</param>
/// <param name="Actual">What was reported; null while nothing is.</param>
/// <param name="Time">The time gone by from signing to the planned end.</param>
public sealed record Pace(decimal Planned, decimal? Actual, decimal Time)
{
    /// <summary>Percentage points the actual is behind the plan; negative when it is ahead.</summary>
    public decimal? Behind => Actual is { } actual ? Planned - actual : null;

    /// <summary>Percentage points the actual is behind the time gone by.</summary>
    public decimal? BehindTime => Actual is { } actual ? Time - actual : null;

    /// <summary>How it stands at the end of a month. Nothing where nothing is planned.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="instalments">Its instalments.</param>
    /// <param name="month">The month, yyyymm.</param>
    /// <param name="investedFen">What was reported for that month.</param>
    public static Pace? Of(ProgressPlan plan, IReadOnlyCollection<Instalment> instalments, int month, long? investedFen) => plan.TotalFen <= 0 ? null : new Pace(
        Percent(DueBy(instalments, month, i => i.InvestmentFen), plan.TotalFen), investedFen is { } fen ? Percent(fen, plan.TotalFen) : null, Elapsed(plan.StartsOn, plan.EndsOn, Months.LastDay(month)));

    /// <summary>What the instalments have made by the end of a month, in fen; an instalment over several months falls due in equal parts.</summary>
    public static decimal DueBy(IEnumerable<Instalment> instalments, int month, Func<Instalment, long> amount) =>
        instalments.Sum(i => (decimal)amount(i) * i.MonthsBy(month) / i.Span.Count);

    /// <summary>The share of the time from one day to another that is over on a third, in percent, 0 to 100.</summary>
    public static decimal Elapsed(DateOnly from, DateOnly to, DateOnly on) =>
        to <= from ? 100 : Math.Clamp((on.DayNumber - from.DayNumber) * 100m / (to.DayNumber - from.DayNumber), 0, 100);

    private static decimal Percent(decimal part, long whole) => part * 100 / whole;
}
