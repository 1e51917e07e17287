using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>Health follows from what happened, by the default rules of domain.md 6.10; the days are counted by hand.</summary>
[Trait("needs", "database")]
public sealed class TheHealthOfAProject(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Today = new(2025, 10, 20);

    [Theory]
    [InlineData("talks", "2025-10-15", "2025-10-15", null, Health.Normal)]
    // 60 working days after 2025-05-06: past; one and a half times: 90 working days, 2025-09-09, past as well
    [InlineData("talks", "2025-05-06", "2025-10-15", null, Health.Red)]
    // 60 working days from 2025-07-14 end on 2025-10-09 (Oct 1–8 off, Sep 28 worked): past, 90 not
    [InlineData("talks", "2025-07-14", "2025-10-15", null, Health.Yellow)]
    [InlineData("talks", "2025-10-01", "2025-08-21", null, Health.Silent)]
    [InlineData("talks", "2025-10-01", "2025-08-22", null, Health.Normal)]
    // preparing allows 120 working days; from 2024-05-06 they ended in October 2024, more than 180 days ago
    [InlineData("preparing", "2024-05-06", "2025-10-15", null, Health.SemiShock)]
    // the second whole quarter before October 2025 begins on 1 April
    [InlineData("building", "2025-09-01", "2025-10-15", "2025-03-31", Health.Freezing)]
    [InlineData("building", "2025-09-01", "2025-10-15", "2025-04-01", Health.Normal)]
    [InlineData("full", "2020-09-01", "2021-10-15", "2020-03-31", Health.Normal)]
    [InlineData("suspended", "2020-09-01", "2021-10-15", "2020-03-31", Health.Normal)]
    public void Is_told_by_the_rules(string stage, string since, string progress, string? arrived, Health health)
    {
        var project = new Project("1", AGate.Full("某项目", Guid.NewGuid()) with { StartedOn = new(2024, 3, 1), CompletedOn = null, ProducedOn = new(2024, 5, 1), SignedOn = new(2024, 2, 1) }, Stage.Called(stage)!, new DateOnly(2025, 12, 1));
        project.Since(Day(since), Day(progress));
        DefaultStageSets.Shipped.SetClock(project);
        project.Score(Health.Normal, arrived is null ? null : Day(arrived), arrived is null ? 0 : 100);
        Assert.Equal(health, HealthRules.Of(project, Today));
        Assert.Equal(health == Health.Normal, HealthRules.Reasons(project, Today, WorkCalendar.Shipped).Count == 0);
    }

    [Fact]
    public async Task Is_the_same_whether_one_is_scored_or_all_are()
    {
        var random = new Random(610);
        await app.Inside(async services =>
        {
            var (db, open, unit) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<OpenProject>(), (await services.GetRequiredService<ScopedUnits>().Named("east"))!.Id);
            var projects = new List<Project>();
            foreach (var stage in Stage.All.Where(s => !s.IsSide || s.Code == "suspended").SelectMany(s => Enumerable.Repeat(s, 12)))
            {
                var project = new Project(Guid.NewGuid().ToString("N")[..16], AGate.Full("健康" + projects.Count, unit), stage, open.Today);
                project.Since(open.Today.AddDays(-random.Next(900)), open.Today.AddDays(-random.Next(120)));
                DefaultStageSets.Shipped.SetClock(project);
                projects.Add(project);
            }
            await BulkInsert.Into(db, projects);
            var arrived = await db.Set<Indicator>().SingleAsync(i => i.Code == DefaultIndicators.ArrivedFunds);
            var evidence = new Evidence(EvidenceKind.Voucher, "进账单", "1", unit, DateTime.UtcNow);
            db.Add(evidence);
            await db.SaveChangesAsync();
            var month = Months.Of(open.Today.AddDays(-300));
            await services.GetRequiredService<RecordEntries>().Run([.. projects.Where((_, i) => i % 3 == 0).Select(p => new NewEntry(evidence.Id, arrived.Id, unit, new Months(month, month), open.Today.AddDays(-300), 1000) { ProjectId = p.Id })]);
            Assert.True(await services.GetRequiredService<ScoreHealth>().All() > 20);
        });
        await app.Inside(async services =>
        {
            var (db, score, today) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<ScoreHealth>(), services.GetRequiredService<OpenProject>().Today);
            var all = await db.Set<Project>().Where(p => p.Name.StartsWith("健康")).ToListAsync();
            Assert.Superset(new HashSet<Health> { Health.Normal, Health.Yellow, Health.Red, Health.Silent, Health.Freezing, Health.SemiShock }, all.Select(p => p.Health).ToHashSet());
            foreach (var project in all)
            {
                var (together, arrivedFen) = (project.Health, project.ArrivedFen);
                if (project.StageOrder is >= 4 and < Stage.SideOrder) await score.Of(project);
                Assert.Equal((together, arrivedFen), (HealthRules.Of(project, today), project.ArrivedFen));
            }
            Assert.Equal(0, await score.All());
        });
        var shown = await (await app.SignedInAs("district-clerk")).Open("/projects?health=Freezing");
        Assert.NotEmpty(shown.Document.QuerySelectorAll("tbody tr"));
        Assert.All(shown.Document.QuerySelectorAll("tbody tr"), r => Assert.Contains("渐冻", r.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Counts_only_the_days_it_was_not_paused()
    {
        var calendar = WorkCalendar.Shipped;
        var project = new Project("1", AGate.Full("某项目", Guid.NewGuid()), Stage.Called("talks")!, new DateOnly(2025, 9, 1));
        DefaultStageSets.Shipped.SetClock(project);
        // 1 September to 12 September: 9 working days; paused until 13 October
        var steps = new[]
        {
            project.Enter(Stage.Called("suspended")!, StepKind.Aside, calendar, new DateOnly(2025, 9, 12), null, "某", "等待"),
            project.Enter(Stage.Called("talks")!, StepKind.Return, calendar, new DateOnly(2025, 10, 13), null, "某", null),
        };
        DefaultStageSets.Shipped.SetClock(project);
        Assert.Equal(9, project.UsedDays);
        Assert.Equal(calendar.Add(new DateOnly(2025, 10, 13), 60 - 9), project.DueOn);
        var spent = Dwell.Of(project, steps, calendar, new DateOnly(2025, 10, 20));
        // 9 and, from 13 to 20 October, 5 more
        Assert.Equal((11 + 7, 14), (spent[2].Days, spent[2].WorkingDays));
        Assert.Equal(31, spent[90].Days);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
