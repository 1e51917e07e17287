using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Targets;

/// <summary>A campaign: its tasks, its standing as of a day, its end.</summary>
[Trait("needs", "database")]
public sealed class ACampaign(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Stands_as_the_ledger_says_shares_places_and_is_frozen_for_good()
    {
        var reviewer = await app.SignedInAs("reviewer");
        await Record("east", 202402, 6);
        await Record("west", 202403, 3);
        // outside its months
        await Record("west", 202404, 50);
        var page = await (await reviewer.Open("/campaigns/new")).Submit("main form", ("Input.Name", "春季攻坚"), ("Input.Unit", "city"), ("Input.FromMonth", "2024-01"), ("Input.ToMonth", "2024-03"), ("Input.Indicators", "signed-projects"), ("Input.Ranked", "true"));
        Assert.EndsWith("?assign=true", page.Address, StringComparison.Ordinal);
        var id = Guid.Parse(page.Address.Split('/')[^1].Split('?')[0]);
        page = await page.Submit("form.target-sheet", ("Input.Cells[east/signed-projects]", "8"), ("Input.Cells[west/signed-projects]", "4"), ("Input.Cells[shenzhen/signed-projects]", "2"));
        // 6 of 8 and 3 of 4 are both 75 %: they share the first place, and who has nothing comes third
        Assert.Equal(["75.00%", "75.00%", "—"], page.Document.QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => c.QuerySelector("a")!.TextContent.Trim()));
        Assert.Equal(["第1位", "第1位", "第3位"], page.Document.QuerySelectorAll("tbody .chip").Select(c => c.TextContent.Trim()));
        Assert.Contains("9／14", page.Text, StringComparison.Ordinal);
        page = await page.Submit("form[action*=Conclude]", ("day", "2024-04-10"));
        Assert.Contains("封存", page.Text, StringComparison.Ordinal);
        await Record("east", 202403, 20);
        page = await reviewer.Open($"/campaigns/{id}");
        // frozen as known on 10 April 2024, when nothing of this was recorded yet: what is entered today is later than that day
        Assert.Equal([null, null, null], await app.Reading(db => db.Set<CampaignTask>().Where(t => t.CampaignId == id).Select(t => t.Reached).ToListAsync()));
        Assert.DoesNotContain("26／8", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Assign], form[action*=Conclude]"));
    }

    [Fact]
    public async Task Frozen_today_keeps_what_was_reached_whatever_is_recorded_later()
    {
        await Record("west", 202405, 7);
        var id = await Call("五月攻坚", ("west/signed-projects", "10"));
        await app.Inside(async services =>
        {
            var (find, run) = (services.GetRequiredService<FindCampaigns>(), services.GetRequiredService<RunCampaign>());
            await run.Conclude((await find.Find(id))!, new CampaignConclusionInput { AsOf = find.Today });
        });
        await Record("west", 202405, 5);
        var standing = await Standing(id);
        Assert.Equal(new CampaignCell(10, 7), Assert.Single(standing.Cells).Value);
        await app.Inside(async services =>
        {
            var find = services.GetRequiredService<FindCampaigns>();
            await Assert.ThrowsAsync<Refusal>(async () => await services.GetRequiredService<RunCampaign>().Assign(await find.Standing((await find.Find(id))!, null), new CampaignTasksInput { Cells = { ["west/signed-projects"] = "1" } }));
        });
    }

    [Fact]
    public async Task Of_the_city_is_seen_by_a_district_with_its_own_task_only()
    {
        var id = await Call("夏季攻坚", ("east/signed-projects", "5"), ("west/signed-projects", "6"));
        var page = await (await app.SignedInAs("district-clerk")).Open($"/campaigns/{id}");
        Assert.Contains("东江区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("西岭县", page.Of("main table"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[method=post][action*=campaigns]"));
    }

    private async Task<Guid> Call(string name, params (string Cell, string Value)[] tasks)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var (find, run) = (services.GetRequiredService<FindCampaigns>(), services.GetRequiredService<RunCampaign>());
            var campaign = await run.Call(new CampaignInput { Name = name, Unit = "city", FromMonth = "2024-05", ToMonth = "2024-05", Indicators = ["signed-projects"] });
            await run.Assign(await find.Standing(campaign, null), new CampaignTasksInput { Cells = tasks.ToDictionary(t => t.Cell, t => (string?)t.Value) });
            id = campaign.Id;
        });
        return id;
    }

    private async Task<CampaignStanding> Standing(Guid id)
    {
        await using var within = app.Services.CreateAsyncScope();
        within.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        var find = within.ServiceProvider.GetRequiredService<FindCampaigns>();
        return await find.Standing((await find.Find(id))!, null);
    }

    private Task Record(string unit, int month, long value) => LedgerScene.Record(app, unit, "signed-projects", month, value);
}

/// <summary>Single entries for tests.</summary>
internal static class LedgerScene
{
    /// <summary>Records so much of an indicator for a unit in a month, today.</summary>
    public static Task Record(TestApp app, string unit, string indicator, int month, long value) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var (owner, of) = (await db.Set<Unit>().SingleAsync(u => u.Code == unit), await db.Set<Indicator>().SingleAsync(i => i.Code == indicator));
        var evidence = new Evidence(EvidenceKind.HistoricalStatement, "测试", "测试", owner.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, of.Id, owner.Id, new Months(month, month), Months.LastDay(month), value)]);
    });
}
