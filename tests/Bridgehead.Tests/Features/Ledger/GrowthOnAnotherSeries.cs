using System.Globalization;
using System.Text.Json;
using Bridgehead.Commands;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>
/// Where a definition names another series for its growth (domain rule 4.2, utilised foreign capital), every door tells the same growth. By hand: the whole of the east
/// 150 of 100, of the west 50 of 100; comparable 80 of 50 (+60 %) and 30 of 25 (+20 %); the city 110 of 75 (+46.67 %), where its own value says 200 of 200 (0 %).
/// </summary>
[Trait("needs", "database")]
public sealed class GrowthOnAnotherSeries(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
    private static readonly string Span = $"from={Today.Year}-01&to={Today:yyyy-MM}";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (await app.Reading(db => db.Set<LedgerEntry>().AnyAsync())) return;
        foreach (var (unit, year, full, comparable) in new[] { ("east", 0, 150, 80), ("east", 1, 100, 50), ("west", 0, 50, 30), ("west", 1, 100, 25) })
        {
            await app.Enter(unit, new DateOnly(Today.Year - year, 1, 10), full * 1_000_000L, indicator: "foreign-capital");
            await app.Enter(unit, new DateOnly(Today.Year - year, 1, 10), comparable * 1_000_000L, indicator: "contracted-foreign");
        }
        await app.Inside(services => services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = "foreign-capital", Unit = "city", Year = Today.Year, Value = 400, Source = "文1号" }));
        await app.Reading(db => db.Set<Indicator>().Where(i => i.Code == "foreign-capital").ExecuteUpdateAsync(set => set.SetProperty(i => i.ComparableTo, "contracted-foreign")));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Is_the_same_on_the_cockpit_the_wall_the_figure_and_its_units()
    {
        var leader = await app.SignedInAs("leader");
        Assert.Contains("较上年同期+46.67%", (await leader.Open($"/?unit=city&to={Today:yyyy-MM}")).Of("#f-foreign-capital"), StringComparison.Ordinal);
        Assert.Contains("较上年同期+46.67%", (await leader.Open($"/wall?unit=city&to={Today:yyyy-MM}")).Text, StringComparison.Ordinal);
        var apart = await leader.Open($"/?unit=city&to={Today:yyyy-MM}&compare=foreign-capital&by=unit");
        Assert.Equal(["+60.00%", "+20.00%"], apart.Document.QuerySelectorAll(".columns > .table-responsive tbody tr").Select(r => r.Children[5].TextContent.Trim()));
        var origins = await leader.Open($"/?unit=city&to={Today:yyyy-MM}&compare=foreign-capital&by=origin");
        Assert.Equal(["+46.67%", "+46.67%"], origins.Document.QuerySelectorAll(".columns > .table-responsive tr").Where(r => r.QuerySelector("td") is not null).Select(r => r.Children[^1].TextContent.Trim()));
        var figure = await leader.Open($"/figures?unit=city&indicator=foreign-capital&{Span}&by=unit");
        Assert.Contains("+46.67%", figure.Of(".hero .facts"), StringComparison.Ordinal);
        Assert.Equal(["+60.00%", "+20.00%"], figure.Document.QuerySelectorAll("td[data-label='同比']").Select(c => c.TextContent.Trim()));
        using var cockpit = JsonDocument.Parse(await leader.Http.GetStringAsync($"/api/cockpit?unit=city&to={Today:yyyy-MM}&compare=foreign-capital"));
        Assert.Equal(46.67m, cockpit.RootElement.GetProperty("figures")[0].GetProperty("yearOnYear").GetDecimal());
        using var answer = JsonDocument.Parse(await leader.Http.GetStringAsync($"/api/figures?unit=city&indicator=foreign-capital&{Span}&by=unit"));
        Assert.Equal(46.67m, answer.RootElement.GetProperty("yearOnYear").GetDecimal());
        Assert.Equal([60m, 20m], answer.RootElement.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("yearOnYear").GetDecimal()));
    }

    [Fact]
    public async Task Is_the_same_at_the_command_line()
    {
        FigureDocument? document = null;
        await app.Inside(async services => document = FigureDocument.Of(await services.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = "city", Indicator = "foreign-capital", From = $"{Today.Year}-01", To = Today.ToString("yyyy-MM", CultureInfo.InvariantCulture), By = "unit" }),
            services.GetRequiredService<Words>()));
        var lines = FiguresVerb.Text(document!, Words.In("zh")).Split('\n');
        Assert.Equal(["46.67", "60", "20"], lines.Skip(1).Take(3).Select(l => l[(l.IndexOf("同比 ", StringComparison.Ordinal) + 3)..l.LastIndexOf('％')]));
    }

    [Fact]
    public async Task Is_the_same_in_the_bulletin_the_work_report_and_the_brief()
    {
        var clerk = await app.SignedInAs("clerk");
        foreach (var address in new[] { $"/api/bulletins?unit=city&year={Today.Year}&month={Today.Month}", $"/api/reports/work?unit=city&year={Today.Year}&months={Today.Month}" })
        {
            using var report = JsonDocument.Parse(await clerk.Http.GetStringAsync(address));
            var told = report.RootElement.GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("blocks").EnumerateArray()).SelectMany(b => b.GetProperty("figures").EnumerateArray())
                .Where(f => f.GetProperty("indicator").GetString() == "foreign-capital" && f.GetProperty("measure").GetString() == "yoy")
                .GroupBy(f => f.GetProperty("unit").GetString()!).ToDictionary(g => g.Key, g => g.Select(f => Math.Round(f.GetProperty("value").GetDecimal(), 2)).Distinct().Single());
            Assert.Equal(46.67m, told["city"]);
            if (told.TryGetValue("east", out var east)) Assert.Equal((60m, 20m), (east, told["west"]));
            Assert.Contains("同比增长", report.RootElement.GetRawText(), StringComparison.Ordinal);
        }
        Assert.Contains("46.67", await clerk.Http.GetStringAsync("/api/briefs?unit=city"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_told_where_the_other_series_has_no_base()
    {
        // the west has foreign capital of both years then and nothing of the comparable series before: no growth, although its own value doubled
        var clerk = await app.SignedInAs("clerk");
        foreach (var year in new[] { Today.Year - 11, Today.Year - 10 }) await app.Enter("west", new DateOnly(year, 1, 10), (year - Today.Year + 12) * 1_000_000L, indicator: "foreign-capital");
        await app.Enter("west", new DateOnly(Today.Year - 10, 1, 10), 5_000_000, indicator: "contracted-foreign");
        Assert.Contains("同比无基数", (await clerk.Open($"/?unit=west&to={Today.Year - 10}-01")).Of("#f-foreign-capital"), StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await clerk.Http.GetStringAsync($"/api/bulletins?unit=west&year={Today.Year - 10}&month=1"));
        Assert.DoesNotContain("\"yoy\"", report.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}
