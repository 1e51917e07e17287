using Bridgehead.Features.Progress;
using CsCheck;

namespace Bridgehead.Tests.Features.Progress;

/// <summary>Plan, actual, time and arrivals of one project, worked out by hand.</summary>
public sealed class PlanAgainstActual
{
    private static readonly Guid Project = Guid.NewGuid();

    // 12,000万元: first quarter 3,000, second 6,000, July 3,000; time from 1 January to 31 July
    private static readonly Instalment[] Instalments =
    [
        new(Project, 1, new Months(202601, 202603), Money.FromWan(2_000), Money.FromWan(3_000)), new(Project, 1, new Months(202604, 202606), Money.FromWan(5_000), Money.FromWan(6_000)),
        new(Project, 1, new Months(202607, 202607), Money.FromWan(5_000), Money.FromWan(3_000)),
    ];

    private static ProgressPlan Plan()
    {
        var plan = new ProgressPlan(Project, new DateOnly(2026, 1, 1));
        plan.Revise("plant", new DateOnly(2026, 7, 31), Money.FromWan(12_000).Fen, new DateOnly(2026, 1, 5), "某某", null);
        return plan;
    }

    [Theory]
    [InlineData(202512, "0")] // nothing has begun
    [InlineData(202602, "16.67")] // 2 of 3 months of 3,000 = 2,000 of 12,000
    [InlineData(202603, "25")] // 3,000 of 12,000
    [InlineData(202605, "58.33")] // 3,000 + 2/3 of 6,000 = 7,000 of 12,000
    [InlineData(202607, "100")]
    [InlineData(202701, "100")]
    public void The_plan_falls_due_month_by_month(int month, string percent) => Assert.Equal(Number(percent), Math.Round(Pace.Of(Plan(), Instalments, month, null)!.Planned, 2));

    [Fact]
    public void What_was_reported_is_behind_by_points_of_the_plan()
    {
        var pace = Pace.Of(Plan(), Instalments, 202605, Money.FromWan(4_800).Fen)!;
        Assert.Equal((40m, 18.33m), (pace.Actual!.Value, Math.Round(pace.Behind!.Value, 2)));
        // 150 days from 1 January to 31 May, of 211 to 31 July: 71.09 %
        Assert.Equal((71.09m, 31.09m), (Math.Round(pace.Time, 2), Math.Round(pace.BehindTime!.Value, 2)));
        Assert.Equal((Alarm.Yellow, Alarm.Red), (new ProgressRules().Behind(pace.Behind.Value), new ProgressRules().Behind(pace.BehindTime.Value)));
    }

    [Theory]
    [InlineData(202602, 0L, 0L, 0)] // no instalment is over
    [InlineData(202603, 2_000L, 500L, 0)]
    [InlineData(202605, 2_000L, 500L, 0)] // the second quarter is not over
    [InlineData(202606, 7_000L, 500L, 1)] // nothing came in the second
    [InlineData(202607, 12_000L, 500L, 2)]
    public void Arrivals_are_held_against_instalments_that_are_over(int month, long due, long arrived, int empty)
    {
        var money = ArrivalPace.Of(Instalments, new Dictionary<int, long> { [202602] = month >= 202603 ? Money.FromWan(500).Fen : 0 }, month);
        Assert.Equal((Money.FromWan(due).Fen, Money.FromWan(arrived).Fen, empty), (money.DueFen, money.ArrivedFen, money.Empty));
        Assert.Equal(due == 0 ? null : arrived * 100m / due, money.Percent);
    }

    [Fact]
    public void A_plan_never_falls_back_and_ends_at_the_whole() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 5_000], Gen.Int[0, 5_000], Gen.Int[1, 5_000]).Sample((split, a, b, c) =>
        {
            Instalment[] lines = [new(Project, 1, new Months(202601, 202600 + split), Money.Zero, Money.FromWan(a)), new(Project, 1, new Months(202601 + split, 202610), Money.Zero, Money.FromWan(b)), new(Project, 1, new Months(202611, 202612), Money.Zero, Money.FromWan(c))];
            var sums = Enumerable.Range(1, 12).Select(m => Pace.DueBy(lines, 202600 + m, i => i.InvestmentFen)).ToList();
            return sums.SequenceEqual(sums.Order()) && sums[^1] == Money.FromWan(a + b + c).Fen;
        });

    [Fact]
    public void A_milestone_counts_each_time_it_is_put_off_and_keeps_what_was_reached()
    {
        var today = new DateOnly(2026, 6, 1);
        var step = new Milestone(Project, 1, 0, "竣工", new DateOnly(2026, 9, 1));
        step.Note(new DateOnly(2026, 10, 1), null, today);
        step.Note(new DateOnly(2026, 9, 15), null, today);
        Assert.Equal((1, new DateOnly(2026, 9, 1)), (step.Slips, step.SlippedFrom!.Value));
        var next = step.Replanned(2, 0, new DateOnly(2026, 12, 1), today.AddDays(5));
        Assert.Equal((2, new DateOnly(2026, 9, 15), new DateOnly(2026, 9, 1)), (next.Slips, next.SlippedFrom!.Value, step.PlannedOn));
        next.Note(null, new DateOnly(2026, 6, 5), today.AddDays(6));
        Assert.Equal((2, 0), (next.Slips, next.DaysOverdue(new DateOnly(2027, 1, 1))));
        Assert.Equal(9, new Milestone(Project, 1, 0, "投产", new DateOnly(2026, 6, 1)).DaysOverdue(new DateOnly(2026, 6, 10)));
        Assert.Contains("晚于今天", Assert.Throws<Refusal>(() => step.Note(null, today.AddDays(1), today)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 50, 2), InlineData(5, 80, 3), InlineData(6, 50, 2), InlineData(6, 80, 4), InlineData(10, 50, 4), InlineData(10, 80, 7), InlineData(1, 80, 0), InlineData(37, 50, 18), InlineData(37, 80, 29)]
    public void A_percentile_is_the_nearest_rank(int count, int percent, int rank) => Assert.Equal(rank, Forecast.Rank(count, percent));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
