using Bridgehead.Features.Ledger;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Progress;

/// <summary>The matrix of looks, forecasts from dwell times and what has changed, each against a history written here and counted by hand.</summary>
[Trait("needs", "database")]
public sealed class WhoWasLookedAt(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    [Fact]
    public async Task Stands_in_the_order_of_waiting_with_day_source_and_person()
    {
        var (seen, never) = (await app.Signed("看过的", Today.AddDays(-200), "west"), await app.Signed("没看过的", Today.AddDays(-150), "west"));
        var clerk = await app.SignedInAs("other-district-clerk");
        // both are new: they stand on the first page before anything was gathered
        Assert.Equal(["看过的", "没看过的"], await Rows(clerk, ""));
        var form = await clerk.Open($"/projects/{seen}/progress/look");
        Assert.Equal(["Performance", "Construction", "Money"], form.Document.QuerySelectorAll("[name='Input.Sides'][checked]").Select(i => i.GetAttribute("value")!));
        await form.Submit("main form", ("Input.On", Today.AddDays(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Input.Finding", "正在办手续"));
        // 150 days of waiting before 10
        Assert.Equal(["没看过的", "看过的"], await Rows(clerk, ""));
        Assert.Equal(["没看过的"], await Rows(clerk, "?days=100"));
        await Arrived(seen, Today.AddDays(-3));
        await app.Inside(services => services.GetRequiredService<GatherCoverage>().Rest());
        var kept = await app.Reading(db => db.Set<Coverage>().SingleAsync(c => c.Id == seen));
        Assert.Equal((new LastLook(Today.AddDays(-3), LookedBy.Arrival, ""), new LastLook(Today.AddDays(-10), LookedBy.Look, "西岭经办"), Today.AddDays(-10)), (kept.Of(Side.Money), kept.Of(Side.Construction), kept.WaitingSince));
        Assert.Null(kept.Of(Side.Operation));
        Assert.Equal(Today.AddDays(-150), (await app.Reading(db => db.Set<Coverage>().SingleAsync(c => c.Id == never))).WaitingSince);
        Assert.Empty(await app.Reading(db => VerifyCoverage.Run(db, default)));
        Assert.DoesNotContain("看过的", (await (await app.SignedInAs("district-clerk")).Open("/progress/coverage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_page_by_page_without_gap_or_double()
    {
        await app.Inside(async services =>
        {
            for (var i = 0; i < 70; i++) await ProgressScene.Signed(services, "east-park", Today.AddDays(-100 - i % 7), $"分页{i}");
            await services.GetRequiredService<GatherCoverage>().Rest();
        });
        var (clerk, seen) = (await app.SignedInAs("park-clerk"), new List<string>());
        for (var address = "/progress/coverage"; address is not null;)
        {
            var page = await clerk.Open(address);
            seen.AddRange(page.Document.QuerySelectorAll("tbody td:first-child a").Select(a => a.TextContent));
            address = page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal((70, 70), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Is_forecast_from_finished_projects_with_its_basis_or_not_at_all()
    {
        var asked = await app.Signed("预测项目", Today.AddDays(-40));
        Assert.Empty(await Forecast(asked));
        // five that started after 60, 70, 80, 90 and 200 days: median 80, four fifths 90
        foreach (var days in new[] { 200, 60, 90, 70, 80 })
            await app.Inside(async services =>
            {
                var east = await services.GetRequiredService<BridgeheadDb>().Set<Bridgehead.Features.Organisations.Unit>().SingleAsync(u => u.Code == "east");
                await services.GetRequiredService<OpenProject>().Run(ProgressScene.Facts(east.Id, Today.AddDays(-400), $"已开工{days}") with { StartedOn = Today.AddDays(days - 400) }, Stage.Called("started")!);
            });
        await app.Inside(services => services.GetRequiredService<GatherCoverage>().Rest());
        var forecast = Assert.Single(await Forecast(asked));
        Assert.Equal((7, 4, 5, 80, 90, ForecastGroup.BranchAndSize), (forecast.Target, forecast.From, forecast.Count, forecast.MedianDays, forecast.LateDays, forecast.Group));
        Assert.Equal((Today.AddDays(40), Today.AddDays(50)), (forecast.MedianOn, forecast.LateOn));
        Assert.Contains("依据5个同产业、同规模已开工项目", (await (await app.SignedInAs("district-clerk")).Open($"/projects/{asked}/progress")).Text, StringComparison.Ordinal);
        // one of another size finds fewer than five of its own and says that it took them all
        await app.Inside(async services => await services.GetRequiredService<BridgeheadDb>().Set<Project>().Where(p => p.Id == asked).ExecuteUpdateAsync(set => set.SetProperty(p => p.AmountFen, Money.FromWan(900_000).Fen)));
        Assert.Equal(ForecastGroup.Branch, Assert.Single(await Forecast(asked)).Group);
    }

    [Fact]
    public async Task Shows_what_changed_since_a_day()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var project = await app.Signed("变化项目", ProgressScene.MonthsAgo(5));
        await app.Inside(async services =>
        {
            var (db, found) = (services.GetRequiredService<BridgeheadDb>(), await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == project));
            await services.GetRequiredService<MakePlan>().Run(found, null, new PlanInput { Template = "plant", Milestones = [new MilestoneInput { Name = "备案", PlannedOn = Today.AddDays(-30) }, new MilestoneInput { Name = "投产", PlannedOn = Today.AddDays(300) }] });
            await db.SaveChangesAsync();
            var steps = await db.Set<Milestone>().Where(m => m.ProjectId == project).OrderBy(m => m.Place).ToListAsync();
            steps[0].Note(null, Today.AddDays(-2), Today);
            steps[1].Note(Today.AddDays(360), null, Today);
            db.Add(new ReportedProblem(project, ProblemKind.Land, "用地未交付", "自然资源局", Today, "某某"));
            db.Add(new ReportedProblem(project, ProblemKind.Money, "老问题", null, Today.AddDays(-90), "某某"));
            await db.SaveChangesAsync();
        });
        var edit = await clerk.Open($"/projects/{project}/edit");
        await edit.Submit("main form", ("Input.Amount", "1.5亿"));
        await app.Inside(async services => await services.GetRequiredService<OpenProject>().Move(await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == project), Stage.Called("registered")!, null));
        await Arrived(project, Today.AddDays(-1));
        var since = Today.AddDays(-5);
        var found = await Changes(since);
        var mine = Assert.Single(found.Projects, p => p.Id == project);
        Assert.Equal([ChangeKind.Forward, ChangeKind.Amount, ChangeKind.Arrived, ChangeKind.Reached, ChangeKind.Slipped, ChangeKind.Raised], mine.Changes.Select(c => c.Kind).Where(k => k != ChangeKind.Missing).Order());
        Assert.Equal(("12000", "15000", Money.FromWan(3_000).Fen), mine.Changes.Where(c => c.Kind == ChangeKind.Amount).Select(c => (c.From, c.To, c.Fen)).Single());
        Assert.Equal(("签约", "注册"), mine.Changes.Where(c => c.Kind == ChangeKind.Forward).Select(c => (c.From, c.To)).Single());
        Assert.Equal(Money.FromWan(100).Fen, mine.Changes.Single(c => c.Kind == ChangeKind.Arrived).Fen);
        // reports that fell due within the time and were not filed
        var due = Enumerable.Range(1, 12).Select(m => ReportDuty.DueOn(Months.Of(Today.AddMonths(-m)), 5)).Count(d => d >= since && d < Today);
        Assert.Equal(due, mine.Changes.Count(c => c.Kind == ChangeKind.Missing));
        var page = await clerk.Open($"/progress/changes?since={since:yyyy-MM-dd}");
        Assert.Contains("签约 → 注册", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("老问题", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("变化项目", (await (await app.SignedInAs("other-district-clerk")).Open($"/progress/changes?since={since:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_first_plan_beside_the_next()
    {
        var project = await app.Signed("调整计划项目", ProgressScene.MonthsAgo(3));
        var clerk = await app.SignedInAs("district-clerk");
        var form = await clerk.Open($"/projects/{project}/progress/plan?template=leased");
        Assert.Equal("公司注册", form.Field("Input.Milestones[0].Name"));
        var shown = await form.Submit("form.sheet-form");
        Assert.Contains("第1版计划", shown.Text, StringComparison.Ordinal);
        form = await clerk.Open($"/projects/{project}/progress/plan");
        var refused = await form.Submit("form.sheet-form", ("Input.Milestones[6].PlannedOn", "2031-06-30"));
        Assert.Contains("调整计划须写明理由", refused.Alert, StringComparison.Ordinal);
        shown = await refused.Submit("form.sheet-form", ("Input.Reason", "设备交货推迟"));
        Assert.Contains("推迟1次", shown.Text, StringComparison.Ordinal);
        Assert.Equal([(1, 7), (2, 7)], await app.Reading(db => db.Set<Milestone>().Where(m => m.ProjectId == project).GroupBy(m => m.Revision).OrderBy(g => g.Key).Select(g => new ValueTuple<int, int>(g.Key, g.Count())).ToListAsync()));
        // the agreed amount is the limit of all instalments together
        form = await clerk.Open($"/projects/{project}/progress/plan");
        Assert.Contains("超过协议投资额12000万元", (await form.Submit("form.sheet-form", ("Input.Reason", "x"), ("Input.Instalments[0].Investment", "12001"))).Alert, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Forecast>> Forecast(Guid project)
    {
        IReadOnlyList<Forecast> found = [];
        await app.Inside(async services => found = await services.GetRequiredService<ForecastProject>().Run(await services.GetRequiredService<BridgeheadDb>().Set<Project>().AsNoTracking().SingleAsync(p => p.Id == project)));
        return [.. found.Where(f => f.Target == 7)];
    }

    private async Task<ChangesSince> Changes(DateOnly since)
    {
        ChangesSince? found = null;
        await app.Inside(async services => found = await services.GetRequiredService<ListChanges>().Run(new ChangesQuery { Since = since }));
        return found!;
    }

    private Task Arrived(Guid project, DateOnly on) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var unit = await db.Set<Project>().Where(p => p.Id == project).Select(p => p.UnitId).SingleAsync();
        var indicator = await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds" && i.ScopeVersion == 1);
        var slip = new Evidence(EvidenceKind.Voucher, "进账单", Guid.NewGuid().ToString("N"), unit, DateTime.UtcNow);
        db.Add(slip);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([new NewEntry(slip.Id, indicator.Id, unit, new Months(Months.Of(on), Months.Of(on)), on, Money.FromWan(100).Fen) { ProjectId = project }]);
    });

    private static async Task<List<string>> Rows(Visitor visitor, string query) => [.. (await visitor.Open("/progress/coverage" + query)).Document.QuerySelectorAll("tbody td:first-child a").Select(a => a.TextContent)];
}
