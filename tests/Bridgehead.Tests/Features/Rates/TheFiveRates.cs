using System.Net;
using System.Text.Json;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Features.Progress;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Rates;

/// <summary>The rates of a small cohort, counted by hand: signed in 2024, state on a day (domain rules 4.6 and 4.8 a, b, f).</summary>
[Trait("needs", "database")]
public sealed class TheFiveRates(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Are_counted_on_the_day_asked_and_keep_the_completed()
    {
        // ten signed in 2024: 2 only signed, 1 registered, 2 building, 3 completed, 1 producing, 1 terminated while building; and one removed, which counts nowhere
        await Sign("签约一", "signed", null, null);
        await Sign("签约二", "signed", null, null);
        await Sign("注册", "registered", null, null);
        await Sign("在建一", "building", new DateOnly(2024, 5, 1), null);
        await Sign("在建二", "building", new DateOnly(2024, 11, 1), null);
        await Sign("竣工一", "completed", new DateOnly(2024, 5, 1), null);
        await Sign("竣工二", "completed", new DateOnly(2024, 6, 1), null);
        var funded = await Sign("竣工三", "completed", new DateOnly(2024, 7, 1), null);
        await Sign("投产", "producing", new DateOnly(2024, 5, 1), new DateOnly(2025, 2, 1));
        await Side(await Sign("终止", "building", new DateOnly(2024, 6, 1), null), "terminated");
        await Side(await Sign("退库", "building", new DateOnly(2024, 6, 1), null), "removed");
        await app.Signed("另一年签约", new DateOnly(2025, 3, 1));
        await Arrive(funded, new DateOnly(2024, 12, 1), 120_000_000_00);
        await Arrive(funded, new DateOnly(2025, 3, 1), 60_000_000_00);
        var reviewer = await app.SignedInAs("reviewer");
        // today: signed 10; performing 10 − 2 only signed − 1 terminated = 7; started 2 + 3 + 1 = 6; producing 1; arrived 1.8亿 of 10 × 1.2亿
        var now = await Ask(reviewer, "");
        Assert.Equal((10, 7, 6, 1), Counts(now));
        Assert.Equal((70m, 60m, 10m, 15m), Rates(now));
        // on the last day of September 2024 the one removed since was still there: 11 signed; building two started only in November, the terminated and the removed one were building: 7; nothing had arrived
        var then = await Ask(reviewer, "&on=2024-09-30");
        Assert.Equal((11, 0m), (then.GetProperty("signedCount").GetInt32(), then.GetProperty("arrivalRate").GetDecimal()));
        Assert.Equal((0, 7), (then.GetProperty("producing").GetInt32(), then.GetProperty("started").GetInt32()));
        // on the last day of 2024 the first slip had arrived: 1.2亿 of 13.2亿
        Assert.Equal(9.09m, (await Ask(reviewer, "&on=2024-12-31")).GetProperty("arrivalRate").GetDecimal());
        var page = await reviewer.Open("/figures/rates?unit=east&from=2024-01&to=2024-12&list=started");
        Assert.Contains("60.00%", page.Text, StringComparison.Ordinal);
        Assert.Contains("竣工三", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签约二", page.Text, StringComparison.Ordinal);
        // the money opens to the one project it came for, 1.8亿
        var money = (await reviewer.Open("/figures/rates?unit=east&from=2024-01&to=2024-12&list=arrived")).Document.QuerySelectorAll("#list ~ div tbody tr");
        Assert.Equal(("竣工三", "1.8"), (money.Single().QuerySelector("a")!.TextContent, money.Single().LastElementChild!.TextContent));
        // of the leads, all registered today, each step opens to as many projects as it counts
        var year = DateTime.UtcNow.AddHours(8).Year;
        var funnel = await reviewer.Open($"/funnel?unit=east&from={year}-01&to={year}-12");
        var steps = funnel.Document.QuerySelectorAll("#funnel li a").Select(a => (Count: a.TextContent.Trim('个'), Address: a.GetAttribute("href")!.Split('#')[0])).ToList();
        // eleven, without the one removed; seven have started, the one terminated since among them; one is in production
        Assert.Equal(["11", "11", "11", "7", "1"], steps.Select(s => s.Count));
        foreach (var (count, address) in steps)
            Assert.Equal(count, (await reviewer.Open(address)).Document.QuerySelectorAll("#list ~ div tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // nothing signed: no rate, not 0
        using var none = await reviewer.Http.GetAsync(new Uri("/api/rates/cohort?unit=east&from=1999-01&to=1999-12", UriKind.Relative));
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await none.Content.ReadAsStringAsync()).RootElement.GetProperty("whole").GetProperty("startRate").ValueKind);
    }

    private static (int, int, int, int) Counts(JsonElement whole) =>
        (whole.GetProperty("signedCount").GetInt32(), whole.GetProperty("performing").GetInt32(), whole.GetProperty("started").GetInt32(), whole.GetProperty("producing").GetInt32());

    private static (decimal, decimal, decimal, decimal) Rates(JsonElement whole) =>
        (whole.GetProperty("performanceRate").GetDecimal(), whole.GetProperty("startRate").GetDecimal(), whole.GetProperty("productionRate").GetDecimal(), whole.GetProperty("arrivalRate").GetDecimal());

    private static async Task<JsonElement> Ask(Visitor visitor, string more)
    {
        using var answer = await visitor.Http.GetAsync(new Uri("/api/rates/cohort?unit=east&from=2024-01&to=2024-12" + more, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("whole");
    }

    private async Task<Guid> Sign(string name, string stage, DateOnly? started, DateOnly? produced)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var owner = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == "east");
            var facts = new ProjectFacts
            {
                Name = name, UnitId = owner.Id, Investor = name + "公司", Company = name + "项目公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(12_000),
                SignedOn = new DateOnly(2024, 3, 1), StartedOn = started, ProducedOn = produced,
            };
            id = (await services.GetRequiredService<OpenProject>().Run(facts, Stage.Called(stage)!)).Id;
        });
        return id;
    }

    private Task Side(Guid project, string stage) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var moved = await db.Set<Project>().SingleAsync(p => p.Id == project);
        await services.GetRequiredService<Bridgehead.Features.Projects.Stages.MoveStage>().Run(moved, Stage.Called(stage)!, "试验");
    });

    private Task Arrive(Guid project, DateOnly on, long fen) => app.Inside(async services =>
    {
        var entry = await LedgerScene.Enter(services, "east", on, fen, project: project);
        Assert.Equal(fen, entry.Value);
    });
}
