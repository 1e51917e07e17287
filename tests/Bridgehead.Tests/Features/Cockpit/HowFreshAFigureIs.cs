using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Cockpit;

/// <summary>A unit that has been silent for months looks so, however much others enter: the west in February, the east 301 times in October.</summary>
[Trait("needs", "database")]
public sealed class HowFreshAFigureIs(AccessApp app) : IClassFixture<AccessApp>
{
    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [Fact]
    public async Task Is_told_for_each_figure_and_each_unit()
    {
        var year = Today.Year + 1;
        On(year, 2, 10);
        await Enter("west", "arrived-funds", 1);
        await Enter("west", "signed-projects", 1);
        On(year, 10, 10);
        await Enter("east", "arrived-funds", 301);
        var leader = await app.SignedInAs("leader");
        var city = await leader.Open($"/?unit=city&to={year}-10&compare=arrived-funds&by=unit");
        Assert.Equal($"最近入账{year}-10-10", city.Of("#f-arrived-funds .last-entry"));
        // 10 February to 10 October is 242 days, a leap year or not
        Assert.Equal($"最近入账{year}-02-10，已242天没有新数", city.Of("#f-signed-projects .last-entry"));
        Assert.Equal([("东江区", $"{year}-10-10", false), ("西岭县", $"{year}-02-10", true)], city.Document.QuerySelectorAll(".columns > .table-responsive tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[^1].TextContent.Trim(), r.Children[^1].ClassList.Contains("warn-text"))));
        var west = await leader.Open($"/?unit=west&to={year}-10");
        Assert.Equal($"最近入账{year}-02-10，已242天没有新数", west.Of("#f-arrived-funds .last-entry"));
        Assert.Contains($"最近入账{year}-02-10", west.Of(".fresh"), StringComparison.Ordinal);
        using var told = JsonDocument.Parse(await leader.Http.GetStringAsync($"/api/cockpit?unit=west&to={year}-10&compare=arrived-funds"));
        Assert.StartsWith($"{year}-02-10", told.RootElement.GetProperty("figures")[0].GetProperty("lastEntryAt").GetString(), StringComparison.Ordinal);
        // of a month gone by nobody is told to be silent
        Assert.Equal($"最近入账{year}-02-10", (await leader.Open($"/?unit=west&to={year}-02")).Of("#f-arrived-funds .last-entry"));
        // late, for February: it is that figure's newest entry, whatever its month
        await Enter("west", "signed-projects", 1, 2);
        Assert.Equal($"最近入账{year}-10-10", (await leader.Open($"/?unit=west&to={year}-10")).Of("#f-signed-projects .last-entry"));
    }

    private void On(int year, int month, int day) => app.Clock.Pass(new DateTime(year, month, day, 2, 0, 0, DateTimeKind.Utc) - app.Clock.GetUtcNow().UtcDateTime);

    private Task Enter(string unit, string indicator, int times, int? month = null) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var (of, what) = (await db.Set<Unit>().SingleAsync(u => u.Code == unit), await db.Set<Indicator>().SingleAsync(i => i.Code == indicator));
        var evidence = new Evidence(EvidenceKind.Declaration, "试验", "试验", of.Id, app.Clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        var count = Today.Year * 100 + (month ?? Today.Month);
        await services.GetRequiredService<RecordEntries>().Run([.. Enumerable.Range(1, times).Select(n => new NewEntry(evidence.Id, what.Id, of.Id, new Months(count, count), new DateOnly(Today.Year, count % 100, 10), n * 1_000_000L))]);
    });
}
