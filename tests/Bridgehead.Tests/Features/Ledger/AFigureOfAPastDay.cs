using System.Globalization;
using System.Text.Json;
using Bridgehead.Commands;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>A figure as of a past day opens to exactly the entries that made it then, and its parts are those of that day.</summary>
[Trait("needs", "database")]
public sealed class AFigureOfAPastDay(AccessApp app) : IClassFixture<AccessApp>
{
    private const long Yi = 10_000_000_000;

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [Fact]
    public async Task Opens_to_exactly_its_entries_and_its_fields()
    {
        InAnotherYear();
        var (year, month) = (Today.Year, Today.Month);
        // first day: the east 3 of electronics (39) and 4 of food (13); the west states 5 for the month, of which a single entry tells 2
        var taken = await Enter("east", 3, "39");
        await Enter("east", 4, "13");
        await Enter("west", 5, null, true);
        await Enter("west", 2, "39");
        var first = Today;
        app.Clock.Pass(TimeSpan.FromDays(2));
        // later: 7 more of electronics, and the first 3 are taken back
        await Enter("east", 7, "39");
        await app.Inside(async services => Assert.Equal(1, await services.GetRequiredService<RecordEntries>().Reverse([taken], "有误")));
        var reader = await app.SignedInAs("leader");
        foreach (var (asOf, whole, electronics, food) in new[] { ($"&asOf={first:yyyy-MM-dd}", "12", "5", "4"), ("", "16", "9", "4") })
        {
            // then 3 + 4 + 5; now 4 + 7 + 5. Electronics then 3 + 2, now 7 + 2 as single entries
            var page = await reader.Open($"/figures?unit=city&indicator=arrived-funds&from={year}-{month:00}&to={year}-{month:00}&by=field{asOf}");
            Assert.Equal(whole, page.Of(".hero-value .num"));
            var fields = page.Document.QuerySelectorAll("[aria-label='领域'] tbody tr").ToDictionary(r => r.Children[0].TextContent.Trim(), r => r.Children[1].TextContent.Trim());
            Assert.Equal((electronics, food), (fields["5+1 电子信息"], fields["5+1 食品饮料"]));
            Assert.Equal(decimal.Parse(whole, CultureInfo.InvariantCulture), await Listed(reader, page));
        }
        // by the day of entry: the comparison leads to the figure of that day, and that to its entries
        var compared = await reader.Open($"/compare?unit=city&a={first:yyyy-MM-dd}&b={Today:yyyy-MM-dd}&basis=Recorded");
        var opened = await reader.Open(compared.Document.QuerySelector("td[data-label] a[href*='arrived-funds']")!.GetAttribute("href")!);
        Assert.Equal(("12", 12m), (opened.Of(".hero-value .num"), await Listed(reader, opened)));
        // what was taken back since still stood then, and nobody takes anything back in the past
        var entries = await reader.Open(opened.Document.QuerySelectorAll("a[href*='/figures/entries']").First(a => a.GetAttribute("href")!.Contains("east", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Empty(entries.Document.QuerySelectorAll(".taken-back"));
        Assert.Contains($"截至{first:yyyy-MM-dd}", entries.Of(".page-sub"), StringComparison.Ordinal);
        var clerk = await app.SignedInAs("clerk");
        Assert.Empty((await clerk.Open(entries.Address)).Document.QuerySelectorAll("form[action*=Reverse]"));
        using var told = JsonDocument.Parse(await clerk.Http.GetStringAsync($"/api/entries?unit=east&indicator=arrived-funds&from={year}-{month:00}&to={year}-{month:00}&asOf={first:yyyy-MM-dd}"));
        Assert.Equal([3m, 4m], told.RootElement.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("value").GetDecimal()));
        await app.Inside(async services =>
        {
            var document = FigureDocument.Of(await services.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = "city", Indicator = "arrived-funds", From = $"{year}-{month:00}", To = $"{year}-{month:00}", By = "field", AsOf = $"{first:yyyy-MM-dd}" }), services.GetRequiredService<Words>());
            Assert.Contains("5+1 电子信息\t5\t2 条", FiguresVerb.Text(document, Words.In("zh")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Opens_a_tier_as_it_was_then_and_a_sum_of_groups_once()
    {
        // the park: a voucher of 6 from another province, raised by an audit later; a statement of 10 gives 市外 itself besides its part of 4
        InAnotherYear();
        var entry = await Enter("east-park", 6, null);
        await State("east-park", -1, (10, Dimension.None, null), (9, Dimension.Origin, "OutOfCity"), (4, Dimension.Origin, "OtherProvince"));
        var (first, year, month) = (Today, Today.Year, Today.Month);
        app.Clock.Pass(TimeSpan.FromDays(1));
        var auditor = await app.SignedInAs("auditor");
        await (await auditor.Open($"/evidence/{entry.EvidenceId}/tier")).Submit("main form", ("Input.To", "Audited"), ("Input.Source", "Audit"), ("Input.Basis", "审计报告1号"));
        var span = $"from={year}-{month:00}&to={year}-{month:00}";
        var then = await auditor.Open($"/figures?unit=east-park&indicator=arrived-funds&{span}&group=Documented&asOf={first:yyyy-MM-dd}");
        Assert.Equal(("6", 6m), (then.Of(".hero-value .num"), await Listed(auditor, then)));
        var now = await auditor.Open($"/figures?unit=east-park&indicator=arrived-funds&{span}&group=Audited");
        Assert.Equal(("6", 6m), (now.Of(".hero-value .num"), await Listed(auditor, now)));
        var before = new DateOnly(year, month, 1).AddMonths(-1);
        var outside = await auditor.Open($"/figures?unit=east-park&indicator=arrived-funds&from={before:yyyy-MM}&to={before:yyyy-MM}&group=OutOfCity");
        Assert.Equal(("9", 9m), (outside.Of(".hero-value .num"), await Listed(auditor, outside)));
    }

    // a January that nothing was entered for, so that days may pass within it
    private void InAnotherYear() => app.Clock.Pass(new DateTime(Today.Year + 1, 1, 10, 4, 0, 0, DateTimeKind.Utc) - app.Clock.GetUtcNow().UtcDateTime);

    private static async Task<decimal> Listed(Visitor reader, Shown figure)
    {
        var sum = 0m;
        foreach (var link in figure.Document.QuerySelectorAll("a[href*='/figures/entries']"))
            sum += (await reader.Open(link.GetAttribute("href")!)).Document.QuerySelectorAll("td[data-label^='数值']").Sum(c => decimal.Parse(c.TextContent, NumberStyles.Number, CultureInfo.InvariantCulture));
        return sum;
    }

    private async Task<LedgerEntry> Enter(string unit, long yi, string? sector, bool statement = false)
    {
        LedgerEntry? entry = null;
        await app.Inside(async services =>
        {
            var (db, evidence, place, arrived) = await Ground(services, unit);
            var first = await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence, arrived, place, new Months(Months.Of(Today), Months.Of(Today)), Today, yi * Yi) { Whole = statement, Sector = sector, Origin = statement ? null : "OtherProvince" }]);
            entry = await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.Sequence == first);
        });
        return entry!;
    }

    private Task State(string unit, int months, params (long Yi, Dimension Side, string? Key)[] parts) => app.Inside(async services =>
    {
        var (_, evidence, place, arrived) = await Ground(services, unit);
        var month = Months.Of(new DateOnly(Today.Year, Today.Month, 1).AddMonths(months));
        await services.GetRequiredService<RecordEntries>().Run([.. parts.Select(p => new NewEntry(evidence, arrived, place, new Months(month, month), Months.LastDay(month), p.Yi * Yi) { Whole = true, Breakdown = p.Side, Origin = p.Key })]);
    });

    private static async Task<(BridgeheadDb Db, Guid Evidence, Guid Unit, Guid Indicator)> Ground(IServiceProvider services, string unit)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var place = await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Code == unit);
        var evidence = new Evidence(EvidenceKind.Voucher, "进账单", "测试", place.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        return (db, evidence.Id, place.Id, await db.Set<Indicator>().Where(i => i.Code == "arrived-funds").Select(i => i.Id).SingleAsync());
    }
}
