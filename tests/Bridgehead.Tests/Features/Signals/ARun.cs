using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Signals;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Signals;

/// <summary>A run keeps what it saw with its evidence; people judge it, and the rule's precision follows.</summary>
[Trait("needs", "database")]
public sealed class ARun(AccessApp app) : IClassFixture<AccessApp>
{
    private readonly Scene scene = new(app);

    [Fact]
    public async Task Finds_what_was_planted_with_its_evidence_and_remembers_what_people_found()
    {
        await Plant("west", 24, 2 * AmountSignals.Round);
        await Plant("east", 24, 2 * AmountSignals.Round + 1_230_000);
        var reviewer = await app.SignedInAs("reviewer");
        var list = await (await reviewer.Open("/signals")).Submit("form[action*=Run]");
        Assert.Contains("整数倍（24/24）", list.Text, StringComparison.Ordinal);
        Assert.Contains("请核实", list.Text, StringComparison.Ordinal);
        var id = await app.Reading(db => db.Set<Signal>().Where(s => s.Kind == SignalKind.RoundAmounts).Select(s => s.Id).SingleAsync());
        var page = await (await app.SignedInAs("auditor")).Open($"/signals/{id}");
        Assert.Equal(24, page.Document.QuerySelectorAll("table.cards tbody tr").Length);
        Assert.StartsWith("/figures/entries?unit=west", page.Document.QuerySelector("table.cards tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
        page = await page.Submit("form[action*=Judge]", ("Input.Confirmed", "true"), ("Input.Finding", "无银行回单"));
        Assert.Contains("核实有问题", page.Of(".page-top"), StringComparison.Ordinal);
        list = await reviewer.Open("/signals");
        Assert.Contains("100.00%", list.Document.QuerySelector(".table:not(.cards)")!.TextContent, StringComparison.Ordinal);
        await list.Submit("form[action*=Run]");
        Assert.Equal((1, 2), await app.Reading(async db => (await db.Set<Signal>().CountAsync(s => s.Kind == SignalKind.RoundAmounts && s.State == SignalState.Confirmed), await db.Set<Sighting>().CountAsync(s => s.SignalId == id))));
    }

    [Fact]
    public async Task Is_made_for_the_whole_city_and_nobody_judges_the_own_unit()
    {
        var district = await app.SignedInAs("district-reviewer");
        Assert.Null((await district.Open("/signals")).Document.QuerySelector("form[action*=Run]"));
        var own = await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var signal = new Signal(new Seen(SignalKind.MonthEnd, Scene.Fresh(), await scene.Unit("east"), "2026-01", 80, 20, []), DateTime.UtcNow);
            db.Add(signal);
            await db.SaveChangesAsync();
            return signal.Id;
        });
        Assert.Null((await district.Open($"/signals/{own}")).Document.QuerySelector("form[action*=Judge]"));
        Assert.NotNull((await district.Open($"/signals/{await scene.Signal()}")).Document.QuerySelector("form[action*=Judge]"));
    }

    [Fact]
    public async Task Follows_the_rules_in_force_and_a_trial_keeps_nothing()
    {
        var reviewer = await app.SignedInAs("reviewer");
        var page = await reviewer.Open("/signals/rules");
        Assert.Equal("40", page.Field("Input.RoundShare"));
        var runs = await app.Reading(db => db.Set<SignalRules>().CountAsync());
        var without = await page.Submit("#rules", ("Input.RoundShare", "90"), ("Input.Reason", ""));
        Assert.Contains("请写明调整的理由", without.Text, StringComparison.Ordinal);
        Assert.Equal(runs, await app.Reading(db => db.Set<SignalRules>().CountAsync()));
        var set = await page.Submit("#rules", ("Input.RoundShare", "90"), ("Input.Reason", "误报较多"));
        Assert.Contains("误报较多", set.Of(".page-top"), StringComparison.Ordinal);
        Assert.Equal("90", set.Field("Input.RoundShare"));
    }

    private Task Plant(string unit, int count, long fen) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var of = await db.Set<Unit>().SingleAsync(u => u.Code == unit);
        var indicator = await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds" && i.ScopeVersion == 1);
        var evidence = new Evidence(EvidenceKind.Declaration, "试验", "试验", of.Id, app.Clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        await services.GetRequiredService<RecordEntries>().Run([.. Enumerable.Range(0, count).Select(n =>
        {
            var day = new DateOnly(today.Year, today.Month, 10).AddMonths(-1 - n % 9);
            return new NewEntry(evidence.Id, indicator.Id, of.Id, new Months(Months.Of(day), Months.Of(day)), day, fen + (fen % AmountSignals.Round == 0 ? n % 5 * AmountSignals.Round : n * 1000));
        })]);
    });
}
