using System.Net;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Features.Funds;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>A definition takes the entries of another indicator by threshold, origin, branch and field; its versions are series of their own (domain rule 4.1).</summary>
[Trait("needs", "database")]
public sealed class DefiningAnIndicator(TestApp app) : IClassFixture<TestApp>
{
    private const long Yi = 10_000_000_000;
    private static readonly int Year = DateTime.UtcNow.AddHours(8).Year;
    private static readonly DateOnly January = new(Year, 1, 1);

    [Fact]
    public async Task Takes_projects_of_exactly_the_bound_and_only_its_origins_and_field()
    {
        // 1亿 to the fen is in, a fen less is out; 39 is electronics, 13 is food
        await Enter(1_00, Yi, "OtherProvince", "39");
        await Enter(2_00, Yi - 1, "OtherProvince", "39");
        await Enter(4_00, 2 * Yi, "OtherCity", "39");
        await Enter(8_00, 2 * Yi, "OtherProvince", "13");
        var before = await app.Reading(db => db.Set<LedgerEntry>().CountAsync());
        var input = Input("big-electronics");
        var reviewer = await app.SignedInAs("reviewer");
        using var tried = await FundsScene.Post(reviewer, "/api/indicators/trial", input);
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        var trial = JsonDocument.Parse(await tried.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((100m, 1), (trial.GetProperty("tried").GetDecimal() * Yi, trial.GetProperty("entries").GetInt32()));
        Assert.Equal(before, await app.Reading(db => db.Set<LedgerEntry>().CountAsync()));
        Assert.False(await app.Reading(db => db.Set<Indicator>().AnyAsync(i => i.Code == "big-electronics")));
        using var saved = await FundsScene.Post(reviewer, "/api/indicators", input);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.Equal(1_00, await Value("big-electronics"));
        // what comes later follows by itself, and goes with what it came from
        var more = await Enter(16_00, 3 * Yi, "OtherProvince", "6511");
        Assert.Equal(17_00, await Value("big-electronics"));
        await app.Inside(async services => Assert.Equal(1, await services.GetRequiredService<RecordEntries>().Reverse([more], "有误")));
        Assert.Equal(1_00, await Value("big-electronics"));
        var derived = await app.Reading(db => db.Set<LedgerEntry>().FirstAsync(e => e.DerivedFrom != null && e.ReversesSequence == null && e.Value == 1_00));
        using var alone = await FundsScene.Post(reviewer, $"/api/entries/{derived.Sequence}/reversal", new { reason = "单独冲销" });
        Assert.Equal(HttpStatusCode.Conflict, alone.StatusCode);
        await app.Proves();
    }

    [Fact]
    public async Task Gives_the_next_version_a_series_of_its_own_from_its_first_day()
    {
        await Enter(32_00, Yi, "CountyToCounty", null);
        await Enter(64_00, 5 * Yi, "CountyToCounty", null);
        await Define(new IndicatorInput { Code = "county", Name = "县际", Display = "亿元", Base = "arrived-funds", Origins = ["CountyToCounty"], ValidFrom = January });
        Assert.Equal(96_00, await Value("county"));
        await Define(new IndicatorInput { Code = "county", Name = "县际（5亿以上）", Display = "亿元", Base = "arrived-funds", Origins = ["CountyToCounty"], AmountFromWan = 50_000, ValidFrom = January, ComparableTo = "county@1", Succeeds = "arrived-funds" });
        Assert.Equal(64_00, await Value("county"));
        Assert.Null(await Value("county@1"));
        await app.Proves();
        await Assert.ThrowsAsync<Refusal>(() => Define(new IndicatorInput { Code = "county", Name = "县际", Display = "个", ValidFrom = January }));
        await Assert.ThrowsAsync<Refusal>(() => Define(new IndicatorInput { Code = "c3", Name = "丙", Display = "亿元", Base = "county", ValidFrom = January }));
        await Assert.ThrowsAsync<Refusal>(() => Define(new IndicatorInput { Code = "c4", Name = "丁", Display = "亿元", Base = "arrived-funds", ValidFrom = new DateOnly(Year, 1, 15) }));
    }

    [Fact]
    public async Task Takes_imported_figures_of_the_past_under_the_definition_of_their_months()
    {
        await Define(new IndicatorInput { Code = "recast", Name = "改口径的数", Display = "个" });
        await Define(new IndicatorInput { Code = "recast", Name = "改口径的数", Display = "个", ValidFrom = new DateOnly(2024, 1, 1) });
        var check = await (await (await app.SignedInAs("reviewer")).Open("/imports")).Submit("main form[enctype]", [("Kind", "Figures")], [("Upload", "两年.csv", System.Text.Encoding.UTF8.GetBytes(
            "单位,指标,起,止,类别,数值,计量单位,来源\n西岭县,改口径的数,2023-01,2023-12,实际,7,个,年报\n西岭县,改口径的数,2024-01,2024-12,实际,9,个,年报\n"))]);
        await check.Submit("form[action*='Apply']");
        Assert.Equal([(1, 7L), (2, 9L)], (await app.Reading(db => db.Set<LedgerEntry>().Join(db.Set<Indicator>().Where(i => i.Code == "recast"), e => e.IndicatorId, i => i.Id, (e, i) => new { i.ScopeVersion, e.Value }).OrderBy(x => x.ScopeVersion).ToListAsync())).Select(x => (x.ScopeVersion, x.Value)));
    }

    [Fact]
    public async Task Says_when_the_months_asked_for_cross_two_versions()
    {
        // 3 of February in the first version, 5 of August in the second, which holds from July 2024: the year's sum of the second is 5
        await Define(new IndicatorInput { Code = "split", Name = "年中变更", Display = "个" });
        await app.Enter("east", new DateOnly(2024, 2, 1), 3, indicator: "split");
        await Define(new IndicatorInput { Code = "split", Name = "年中变更", Display = "个", ValidFrom = new DateOnly(2024, 7, 1) });
        await app.Enter("east", new DateOnly(2024, 8, 1), 5, indicator: "split");
        var reader = await app.SignedInAs("clerk");
        var page = await reader.Open("/figures?unit=east&indicator=split&from=2024-01&to=2024-12");
        Assert.Equal("5", page.Of(".hero-value .num"));
        Assert.Contains("第2版口径自2024-07-01起；此前按第1版，另成一列，那时的数和目标不在内", page.Text, StringComparison.Ordinal);
        using var told = JsonDocument.Parse(await reader.Http.GetStringAsync("/api/figures?unit=east&indicator=split@1&from=2024-01&to=2024-12"));
        Assert.Equal((3, "2024-07-01起改用第2版口径，其后的数另成一列，不在内"), (told.RootElement.GetProperty("value").GetInt32(), told.RootElement.GetProperty("notes")[0].GetString()));
        Assert.Contains("不能直接相比", (await reader.Open("/figures?unit=east&indicator=split&from=2025-01&to=2025-03")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("版口径", string.Concat((await app.Figure("east", 202601, 202603, indicator: "split")).Notes.Select(n => n.Format)), StringComparison.Ordinal);
        Assert.Contains("第2版口径自2024-07-01起", (await reader.Open("/?unit=east&to=2024-12")).Of("#f-split"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computes_growth_on_the_comparable_series()
    {
        // full scope 150 of 100, comparable scope 80 of 50: growth is 60 %, not 50 %
        foreach (var (code, month, value) in new[] { ("foreign-capital", 202412, 100L), ("foreign-capital", 202512, 150L), ("contracted-foreign", 202412, 50L), ("contracted-foreign", 202512, 80L) })
            await app.Enter("west", Months.LastDay(month), value * 100, EvidenceKind.HistoricalStatement, code, statement: true);
        await app.Reading(db => db.Set<Indicator>().Where(i => i.Code == "foreign-capital").ExecuteUpdateAsync(set => set.SetProperty(i => i.ComparableTo, "contracted-foreign")));
        var figure = await app.Figure("west", 202512, 202512, indicator: "foreign-capital");
        Assert.Equal((150_00, 60m), (figure.Whole.Value, figure.Whole.YearOnYear));
        await app.Reading(db => db.Set<Indicator>().Where(i => i.Code == "foreign-capital").ExecuteUpdateAsync(set => set.SetProperty(i => i.ComparableTo, (string?)null)));
    }

    [Fact]
    public async Task Keeps_the_statistics_bureaus_number_beside_and_never_adds_it()
    {
        var clerk = await app.SignedInAs("clerk");
        using var kept = await FundsScene.Post(clerk, "/api/official-figures", new { indicator = "fixed-asset-investment", unit = "east", from = "2025-01", to = "2025-06", value = 12.34m, source = "统计月报第6期" });
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        var figure = await app.Figure("east", 202501, 202506, indicator: "fixed-asset-investment");
        Assert.Null(figure.Whole.Value);
        Assert.Equal(12_3400_0000_00, figure.Official!.Value);
        Assert.Null((await app.Figure("city", 202501, 202506, indicator: "fixed-asset-investment")).Whole.Value);
        Assert.Contains("12.34", (await clerk.Open("/figures?unit=east&indicator=fixed-asset-investment&from=2025-01&to=2025-06")).Of(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_covers_what_lies_below_its_codes()
    {
        var field = new IndustryField("x", 1, "试", "", "39 C36,7251", "", null);
        Assert.True(field.Covers("3911") && field.Covers("36") && field.Covers("7251"));
        Assert.False(field.Covers("37") || field.Covers("725") || field.Covers(null));
        Assert.Throws<Refusal>(() => new IndustryField("x", 1, "试", "", "9999", "", null));
    }

    private static object Input(string code) => new
    {
        code, name = "省外电子大项目", display = "亿元", @base = "arrived-funds", amountFromWan = 10_000, origins = new[] { "OtherProvince" }, field = "electronics", validFrom = $"{Year}-01-01",
    };

    private Task Define(IndicatorInput input) => app.Inside(services => services.GetRequiredService<DefineIndicator>().Run(input));

    private async Task<long?> Value(string code) => (await app.Figure("east", Year * 100 + 1, Year * 100 + 12, indicator: code)).Whole.Value;

    private async Task<LedgerEntry> Enter(long fen, long project, string origin, string? sector)
    {
        LedgerEntry? entry = null;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var (unit, indicator) = (await db.Set<Unit>().SingleAsync(u => u.Code == "east"), await db.Set<Indicator>().SingleAsync(i => i.Code == "arrived-funds"));
            var evidence = new Evidence(EvidenceKind.Voucher, "进账单", "测试", unit.Id, DateTime.UtcNow);
            db.Add(evidence);
            await db.SaveChangesAsync();
            var first = await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, unit.Id, new Months(Year * 100 + 1, Year * 100 + 1), January, fen) { Origin = origin, Sector = sector, ProjectFen = project, Band = Groups.BandOf(new Money(project)) }]);
            entry = await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.Sequence == first);
        });
        return entry!;
    }
}
