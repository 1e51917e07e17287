using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Cockpit;

/// <summary>The first page of whoever reads figures: what it shows is what the ledger answers, for each kind of reader, and any two days can be compared.</summary>
[Trait("needs", "database")]
public sealed class TheCockpit(AccessApp app) : IClassFixture<AccessApp>
{
    private const long Wan = 1_000_000;

    [Fact]
    public async Task Shows_what_the_ledger_answers_with_pace_and_growth_in_words()
    {
        var year = Year(3);
        await Enter("west", year, (1, 10, 300), (2, 5, 200));
        await Enter("west", year - 1, (1, 9, 400));
        await Inside(async services => await services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = "arrived-funds", Unit = "west", Year = year, Value = 0.2m, Source = "文1号" }));
        var leader = await app.SignedInAs("leader");
        var page = await leader.Open($"/?unit=west&to={year}-02");
        // 500 of 2,000 ten thousand is 25 %; two months of twelve are 16.67 %: 8.33 points ahead; 500 against 400 is 25 % more
        Assert.Equal("0.05", page.Of("#f-arrived-funds .value a"));
        Assert.Contains("25%", page.Of("#f-arrived-funds .completion"), StringComparison.Ordinal);
        Assert.Contains("快于序时8.33个百分点", page.Of("#f-arrived-funds"), StringComparison.Ordinal);
        Assert.Contains("较上年同期+25.00%", page.Of("#f-arrived-funds"), StringComparison.Ordinal);
        using var told = await leader.Http.GetAsync(new Uri($"/api/cockpit?unit=west&to={year}-02&compare=arrived-funds", UriKind.Relative));
        var figure = (await told.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("figures")[0];
        Assert.Equal((0.05m, 0.2m, 25m, 8.33m, 25m), (figure.GetProperty("value").GetDecimal(), figure.GetProperty("target").GetDecimal(), figure.GetProperty("completion").GetDecimal(), figure.GetProperty("pace").GetDecimal(), figure.GetProperty("yearOnYear").GetDecimal()));
        // three clicks: the figure, its entries, what they rest on
        var opened = await leader.Open(page.Document.QuerySelector("#f-arrived-funds .value a")!.GetAttribute("href")!);
        Assert.Contains("0.05", opened.Of(".hero-value"), StringComparison.Ordinal);
        var entries = await leader.Open(opened.Document.QuerySelector("a[href*='/figures/entries']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, entries.Status);
    }

    [Fact]
    public async Task Takes_an_indicator_apart_as_the_ledger_does()
    {
        var year = Year(6);
        await Enter("east", year, (1, 10, 300), (2, 5, 100), (3, 5, 50));
        await Inside(async services =>
        {
            var (db, figures, series, scope) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<Figures>(), services.GetRequiredService<FigureSeries>(), services.GetRequiredService<ScopedUnits>());
            var (indicator, city, span) = ((await figures.Named("arrived-funds", new DateOnly(year, 3, 31)))!, (await scope.Named("city"))!, new Months(year * 100 + 1, year * 100 + 3));
            Assert.Equal([300 * Wan, 100 * Wan, 50 * Wan], await series.Monthly(indicator, city, span));
            foreach (var side in new[] { Dimension.Origin, Dimension.Industry, Dimension.Band })
            {
                var answer = await figures.Answer(new FigureQuestion(indicator, city, span) { By = side });
                Assert.Equal(answer.Parts.Where(p => !Groups.Sums.ContainsKey(p.Key)).Select(p => (p.Key, p.Value, p.Share)), (await series.Parts(indicator, city, span, side, answer.Whole)).Select(p => (p.Key, p.Value, p.Share)));
            }
        });
        var page = await (await app.SignedInAs("clerk")).Open($"/?unit=city&to={year}-03&compare=arrived-funds&by=origin");
        Assert.Contains("省外", page.Of("#content"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAs("clerk")).Open($"/?unit=city&to={year}-03&lang=en")).Status);
    }

    [Fact]
    public async Task Compares_two_days_by_the_day_of_business_and_by_the_day_of_entry()
    {
        var year = Year(9);
        await Enter("east", year, (1, 10, 300), (2, 5, 100), (2, 20, 70));
        var reader = await app.SignedInAs("leader");
        // up to 10 February: 300 + 100; up to 28 February: 470
        Assert.Equal((0.04m, 0.047m, 0.007m), await Compared(reader, $"unit=east&a={year}-02-10&b={year}-02-28&basis=Business"));
        // the whole of January by its last day, nothing by the first of the year
        Assert.Equal((null, 0.03m, 0.03m), await Compared(reader, $"unit=east&a={year}-01-01&b={year}-01-31&basis=Business"));
        // by the day of entry: the books of this year as they stood before and after a correction of today
        var (today, before) = (Today, Today.AddDays(-1));
        var standing = await Standing("east");
        await Enter("east", today.Year, (1, 10, 60));
        Assert.Equal((standing, (standing ?? 0) + 0.006m), await Compared(reader, $"unit=east&a={before:yyyy-MM-dd}&b={today:yyyy-MM-dd}&basis=Recorded") is var (a, b, _) ? (a, b) : default);
        using var wrong = await reader.Http.GetAsync(new Uri($"/api/cockpit/comparison?unit=east&a={year}-03-10&b={year}-02-28", UriKind.Relative));
        Assert.Contains("前一日期须早于后一日期", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Open($"/compare?unit=east&a={year}-03-10&b={year}-02-28")).Status);
        Assert.Contains("0.05", (await reader.Open($"/compare?unit=east&a={year}-02-10&b={year}-02-28")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_changed_since_the_person_last_looked_and_never_marks_it_by_itself()
    {
        var leader = await app.SignedInAs("leader");
        await (await leader.Open("/")).Submit("form[action*=Seen]");
        await Enter("west", Year(1), (1, 10, 80));
        for (var i = 0; i < 2; i++)
            Assert.Contains("1笔，+0.01亿元", (await leader.Open("/")).Text, StringComparison.Ordinal);
        var page = await (await leader.Open("/")).Submit("form[action*=Seen]");
        Assert.Contains("没有新的入账和项目变动", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_each_reader_s_own()
    {
        var city = await (await app.SignedInAs("leader")).Open("/");
        Assert.Equal("测试市", city.Of("h1"));
        Assert.Equal("东江区", (await (await app.SignedInAs("district-clerk")).Open("/")).Of("h1"));
        Assert.Equal("驻深圳办事处", (await (await app.SignedInAs("cadre")).Open("/")).Of("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("district-clerk")).Open("/?unit=west")).Status);
    }

    [Fact]
    public async Task Stands_on_a_wall_and_turns_its_pages_only_when_asked()
    {
        var leader = await app.SignedInAs("leader");
        foreach (var show in new[] { 1, 2, 3 })
        {
            var still = await leader.Open($"/wall?show={show}");
            Assert.Equal(HttpStatusCode.OK, still.Status);
            Assert.False(still.Response.Headers.Contains("Refresh"));
            Assert.Empty(still.Document.QuerySelectorAll("script"));
        }
        var turning = await leader.Open("/wall?show=3&turn=20");
        Assert.StartsWith("20; url=/wall?unit=city", Assert.Single(turning.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        Assert.Contains("show=1", Assert.Single(turning.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Open("/wall?show=9")).Status);
    }

    [Fact]
    public async Task Tells_the_cohort_of_its_funnel()
    {
        var page = await (await app.SignedInAs("leader")).Open($"/funnel?unit=city&from={Today.Year}-01&to={Today.Year}-{Today.Month:00}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("登记的线索，截至", page.Of("#funnel"), StringComparison.Ordinal);
        Assert.Equal(5, page.Document.QuerySelectorAll(".funnel-steps li").Length);
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    private int Year(int back) => Today.Year - back;

    private async Task Inside(Func<IServiceProvider, Task> act) => await app.Inside(act);

    private Task Enter(string unit, int year, params (int Month, int Day, long Wan)[] amounts) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var of = await db.Set<Unit>().SingleAsync(u => u.Code == unit);
        var indicator = await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds" && i.ScopeVersion == 1);
        var evidence = new Evidence(EvidenceKind.Declaration, "试验", "试验", of.Id, app.Clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([.. amounts.Select(a => new NewEntry(evidence.Id, indicator.Id, of.Id, new Months(year * 100 + a.Month, year * 100 + a.Month), new DateOnly(year, a.Month, a.Day), a.Wan * Wan)
        { Origin = a.Month == 1 ? "OtherProvince" : "OtherCity", Industry = "Secondary", Band = a.Month == 1 ? "1-5" : null })]);
    });

    private async Task<decimal?> Standing(string unit)
    {
        decimal? value = null;
        await app.Inside(async services => value = (await services.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = unit, Indicator = "arrived-funds", From = $"{Today.Year}-01", To = $"{Today.Year}-{Today.Month:00}", AsOf = $"{Today.AddDays(-1):yyyy-MM-dd}" })).Whole.Value is { } v ? UnitOfMeasure.Write(v, "亿元") : null);
        return value;
    }

    private static async Task<(decimal? A, decimal? B, decimal? Change)> Compared(Visitor reader, string question)
    {
        using var answer = await reader.Http.GetAsync(new Uri("/api/cockpit/comparison?" + question, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        var row = JsonDocument.Parse(body).RootElement.GetProperty("figures").EnumerateArray().FirstOrDefault(f => f.GetProperty("indicator").GetString() == "arrived-funds");
        decimal? Of(string name) => row.ValueKind == JsonValueKind.Undefined || !row.TryGetProperty(name, out var v) || v.ValueKind == JsonValueKind.Null ? null : decimal.Parse(v.GetRawText(), CultureInfo.InvariantCulture);
        return (Of("a"), Of("b"), Of("change"));
    }
}
