using System.Security.Cryptography;
using Bridgehead.Features.Reports.Schedules;
using Bridgehead.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>A report made on its day: once, whichever of two nodes comes first; kept with its digest; with the rights its owner has then; honest about failure.</summary>
[Trait("needs", "database")]
public sealed class AScheduledReport(AccessApp app) : IClassFixture<AccessApp>
{
    [Theory]
    [InlineData(ScheduleRhythm.Monthly, 5, "2026-11-26", "2026-12-05")]
    [InlineData(ScheduleRhythm.Monthly, 28, "2026-11-26", "2026-11-28")]
    [InlineData(ScheduleRhythm.Monthly, 26, "2026-11-26", "2026-12-26")]
    // 26 November 2026 is a Thursday
    [InlineData(ScheduleRhythm.Weekly, 5, "2026-11-26", "2026-11-27")]
    [InlineData(ScheduleRhythm.Weekly, 4, "2026-11-26", "2026-12-03")]
    [InlineData(ScheduleRhythm.Weekly, 1, "2026-11-26", "2026-11-30")]
    public void Comes_on_its_day(ScheduleRhythm rhythm, int day, string today, string next) =>
        Assert.Equal(DateOnly.Parse(next, null), ReportSchedule.After(rhythm, day, DateOnly.Parse(today, null)));

    [Fact]
    public void Tells_of_the_month_or_the_week_before() => Assert.Equal(
        ((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), (new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 29))),
        (MakeScheduled.Days(ScheduleRhythm.Monthly, new DateOnly(2026, 3, 5)), MakeScheduled.Days(ScheduleRhythm.Weekly, new DateOnly(2026, 11, 30))));

    [Fact]
    public async Task Is_made_once_by_two_nodes_and_found_with_its_digest()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var page = await (await clerk.Open("/reports/schedules")).Submit("form[action*='Add']", ("Input.Report", "Leads"), ("Input.Unit", "east"), ("Input.Rhythm", "Weekly"), ("Input.Day", "1"));
        Assert.Contains("招商线索台账", page.Text, StringComparison.Ordinal);
        var schedule = await app.Reading(db => db.Set<ReportSchedule>().OrderByDescending(s => s.Id).FirstAsync());
        await using var other = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddBridgehead(app.Services.GetRequiredService<Installation>()).AddSingleton<TimeProvider>(app.Clock).BuildServiceProvider();
        app.Clock.Pass(TimeSpan.FromDays(15));
        var nodes = new[] { app.Services.GetRequiredService<WorkOnSchedules>(), other.GetRequiredService<WorkOnSchedules>() };
        await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, 3).Select(async _ => { while (await node.Step(TestContext.Current.CancellationToken)) { } })));
        // two Mondays went by unattended: made up once
        var run = Assert.Single(await app.Reading(db => db.Set<ReportRun>().Where(r => r.ScheduleId == schedule.Id).ToListAsync()));
        Assert.True(run.State == RunState.Done, run.Why);
        Assert.Equal((1, schedule.NextOn), (run.Attempts, run.DueOn));
        var fresh = await app.SignedInAs("district-clerk");
        Assert.Contains("有1份定期报告是新的", (await fresh.Open("/reports")).Text, StringComparison.Ordinal);
        var file = await fresh.Http.GetByteArrayAsync($"/reports/schedules/{schedule.Id}/files/{run.Id}");
        Assert.Equal(run.FileDigest, Convert.ToHexStringLower(SHA256.HashData(file)));
        await (await fresh.Open($"/reports/schedules/{schedule.Id}")).Submit("form[action*='Seen']");
        Assert.DoesNotContain("定期报告是新的", (await fresh.Open("/reports")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await app.SignedInAs("other-district-clerk")).Open($"/reports/schedules/{schedule.Id}")).Status);
    }

    [Fact]
    public async Task Fails_with_its_reason_when_its_owner_is_gone()
    {
        var schedule = Guid.Empty;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var (today, unit) = (DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8)), (await services.GetRequiredService<ScopedUnits>().Named("west"))!);
            var made = new ReportSchedule(unit.Id, ScheduledReport.Brief, ScheduleRhythm.Weekly, 1, Guid.NewGuid(), "离任的人", today);
            db.Add(made);
            await db.SaveChangesAsync();
            schedule = made.Id;
        });
        app.Clock.Pass(TimeSpan.FromDays(8));
        var node = app.Services.GetRequiredService<WorkOnSchedules>();
        while (await node.Step(TestContext.Current.CancellationToken)) { }
        var run = await app.Reading(db => db.Set<ReportRun>().SingleAsync(r => r.ScheduleId == schedule));
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("离任的人的账号已停用", run.Why!, StringComparison.Ordinal);
        Assert.Null(run.FileDigest);
    }
}
