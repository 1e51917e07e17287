using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;

namespace Bridgehead.Tests.Features.Progress;

/// <summary>When a report is due and how a rule judges: by the words of domain.md 4.3 and 6.9, each bound counted on the fingers.</summary>
public sealed class WhatIsOwed
{
    [Theory]
    [InlineData(202610, 5, "2026-11-05")]
    [InlineData(202612, 5, "2027-01-05")]
    [InlineData(202601, 28, "2026-02-28")]
    public void Falls_due_on_the_day_of_the_next_month(int month, int day, string due) => Assert.Equal(Day(due), ReportDuty.DueOn(month, day));

    [Theory]
    [InlineData("2026-11-05", "2026-11-20", DutyState.OnTime)]
    [InlineData("2026-11-06", "2026-11-20", DutyState.Late)]
    [InlineData(null, "2026-11-05", DutyState.Open)]
    [InlineData(null, "2026-11-06", DutyState.Missing)]
    public void Is_on_time_until_the_due_day_is_over(string? filed, string today, DutyState state) => Assert.Equal(state, ReportDuty.State(Day("2026-11-05"), filed is null ? null : Day(filed), Day(today)));

    [Theory]
    [InlineData("2026-11-05T15:59:59Z", "2026-11-05")]
    [InlineData("2026-11-05T16:00:00Z", "2026-11-06")]
    [InlineData("2026-10-31T16:00:00Z", "2026-11-01")]
    public void Goes_by_the_citys_midnight(string utc, string day) => Assert.Equal(Day(day), new At(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)).Day());

    [Theory]
    [InlineData("2026-11-01", 202610)]
    [InlineData("2026-11-30", 202610)]
    [InlineData("2027-01-31", 202612)]
    public void Is_asked_for_the_month_that_is_over(string today, int month) => Assert.Equal(month, ReportDuty.LastMonth(Day(today)));

    [Theory]
    [InlineData("2026-10-31", 202610, null, true)]
    [InlineData("2026-11-01", 202610, null, false)]
    [InlineData("2020-01-01", 202512, 202601, false)]
    [InlineData("2020-01-01", 202601, 202601, true)]
    [InlineData(null, 202610, null, false)]
    public void Begins_with_the_month_of_signing(string? signing, int month, int? first, bool owes) => Assert.Equal(owes, ReportDuty.Owes(signing is null ? null : Day(signing), month, first));

    [Theory]
    [InlineData("9.99", Alarm.Normal), InlineData("10", Alarm.Yellow), InlineData("30", Alarm.Yellow), InlineData("30.01", Alarm.Red), InlineData("-5", Alarm.Normal)]
    public void Is_judged_by_points_behind_the_plan(string points, Alarm alarm) => Assert.Equal(alarm, new ProgressRules().Behind(Number(points)));

    [Theory]
    [InlineData("80", 0, Alarm.Normal), InlineData("79.99", 0, Alarm.Yellow), InlineData("50", 1, Alarm.Yellow), InlineData("49.99", 0, Alarm.Red), InlineData("100", 2, Alarm.Red)]
    public void Is_judged_by_arrivals_against_instalments(string percent, int empty, Alarm alarm) => Assert.Equal(alarm, new ProgressRules().Arrivals(Number(percent), empty));

    [Theory]
    [InlineData(0, Alarm.Normal), InlineData(1, Alarm.Yellow), InlineData(90, Alarm.Yellow), InlineData(91, Alarm.Red)]
    public void Is_judged_by_days_overdue(int days, Alarm alarm) => Assert.Equal(alarm, new ProgressRules().Overdue(days));

    [Theory]
    [InlineData(0, Alarm.Normal), InlineData(1, Alarm.Yellow), InlineData(4, Alarm.Yellow), InlineData(5, Alarm.Red)]
    public void Is_judged_by_days_missing(int days, Alarm alarm) => Assert.Equal(alarm, new ProgressRules().Missing(days));

    [Fact]
    public void Knows_the_stages_by_their_place_in_the_list() => Assert.Equal(
        (ProgressStages.Signed, ProgressStages.Preparing, ProgressStages.Started, ProgressStages.Producing, ProgressStages.Side),
        (Stage.Called("signed")!.Order, Stage.Called("preparing")!.Order, Stage.Called("started")!.Order, Stage.Called("producing")!.Order, Stage.All.First(s => s.IsSide).Order));

    [Fact]
    public void Every_template_names_stages_that_are_there_in_rising_days()
    {
        Assert.Equal(5, MilestoneTemplate.All.Count);
        Assert.All(MilestoneTemplate.All, t => Assert.Equal(t.Steps.Select(s => s.Days).Order(), t.Steps.Select(s => s.Days)));
        Assert.All(MilestoneTemplate.All.SelectMany(t => t.Steps).Where(s => s.Stage is not null), s => Assert.NotNull(Stage.Called(s.Stage!)));
        Assert.All(MilestoneTemplate.All.SelectMany(t => t.Steps.Select(s => s.Name).Append(t.Name)), n => Assert.True(Words.HasEnglish(n), n));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class At(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
