using System.Text.Json;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Foreign capital in yuan and in dollars, by the rates the city has decided on (domain rule 4.2); never by half an average.</summary>
[Trait("needs", "database")]
public sealed class ForeignMoney(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    [Fact]
    public async Task Yuan_across_the_border_are_foreign_capital_in_dollars()
    {
        var (clerk, district, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"));
        await scene.Rules(r => r.RatePolicy = RatePolicy.ArrivalDay);
        var project = await scene.Project();
        object Facts(string number) => new { kind = "ForeignRegistration", projectId = project, number, issuedOn = "2026-03-18", buyer = Company, seller = "香港某有限公司", currency = "CNY", net = 7_100_000m };
        var without = await Typed(clerk, project, Facts(FreshNumber()));
        Assert.Contains(("no-rate", true), Checks(without));
        using (var rates = await Post(city, "/api/rates", new { lines = "2026-03-18,USD,7.1000", source = "测试中间价" })) await Json(rates);
        var voucher = await Typed(clerk, project, Facts(FreshNumber()));
        // 7,100,000.00 ÷ 7.1000
        Assert.Equal((7_100_000m, 1_000_000m), (voucher.GetProperty("netYuan").GetDecimal(), voucher.GetProperty("usd").GetDecimal()));
        var id = voucher.GetProperty("id").GetGuid();
        using var submitted = await Post(clerk, $"/api/vouchers/{id}/submission", new { }, voucher.GetProperty("version").GetInt64());
        using var accepted = await Post(district, $"/api/vouchers/{id}/decision", new { accept = true }, (await Json(submitted)).GetProperty("version").GetInt64());
        using var recognised = await Post(city, $"/api/vouchers/{id}/decision", new { accept = true, confirm = "市局审核" }, (await Json(accepted)).GetProperty("version").GetInt64());
        await Json(recognised);
        Assert.Equal(710_000_000, await Sum(project, DefaultIndicators.ArrivedFunds));
        Assert.Equal(100_000_000, await Sum(project, DefaultIndicators.ForeignCapital));
        // the innocent neighbour: yuan of a domestic investor are none
        var domestic = await Typed(clerk, project, new { kind = "CapitalSlip", projectId = project, number = FreshNumber(), issuedOn = "2026-03-18", buyer = Company, seller = "投资方有限公司", net = 50_000m });
        Assert.Equal(JsonValueKind.Null, domestic.GetProperty("usd").ValueKind);
    }

    [Fact]
    public async Task A_month_after_the_table_is_averaged_from_the_parities_entered_once_they_cover_it()
    {
        var (clerk, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("reviewer"));
        await scene.Rules(r => r.RatePolicy = RatePolicy.MonthAverage);
        // July 2026 has 23 weekdays and August 21: 18 suffice for the one (17 = 23 − 6), 14 do not for the other (15 = 21 − 6)
        var july = Weekdays(7).Take(18).Select((day, i) => $"{day:yyyy-MM-dd},USD,{(i % 2 == 0 ? "7.1000" : "7.3000")}");
        var august = Weekdays(8).Take(14).Select(day => $"{day:yyyy-MM-dd},USD,7.5000");
        using (var rates = await Post(city, "/api/rates", new { lines = string.Join('\n', july.Concat(august)), source = "测试中间价" })) await Json(rates);
        var project = await scene.Project();
        var known = await Typed(clerk, project, Dollars(project, "2026-07-10"));
        // nine days at 7.1 and nine at 7.3
        Assert.Equal(7_200_000m, known.GetProperty("netYuan").GetDecimal());
        Assert.Contains("18个交易日平均", known.GetProperty("rate").GetString()!, StringComparison.Ordinal);
        Assert.Contains(("no-rate", true), Checks(await Typed(clerk, project, Dollars(project, "2026-08-10"))));
        Assert.Contains("此后的月份按录入的中间价平均", (await city.Open("/funds/rates")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_averaged_only_when_it_is_complete()
    {
        var clerk = await app.SignedInAs("district-clerk");
        await scene.Rules(r => r.RatePolicy = RatePolicy.YearAverage);
        var project = await scene.Project();
        // the twelve months of 2025 in the table come to 86.2526; a twelfth is 7.187717
        Assert.Equal(7_187_717m, (await Typed(clerk, project, Dollars(project, "2025-05-06"))).GetProperty("netYuan").GetDecimal());
        var incomplete = await Typed(clerk, project, Dollars(project, "2026-03-18"));
        Assert.Equal(JsonValueKind.Null, incomplete.GetProperty("rate").ValueKind);
        var finding = incomplete.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "no-rate");
        Assert.True(finding.GetProperty("stops").GetBoolean());
        Assert.Contains("不是全年", finding.GetProperty("sentence").GetString()!, StringComparison.Ordinal);
    }

    private static object Dollars(Guid project, string on) => new { kind = "ForeignRegistration", projectId = project, number = FreshNumber(), issuedOn = on, buyer = Company, seller = "香港某有限公司", currency = "USD", foreign = 1_000_000m };

    private static IEnumerable<DateOnly> Weekdays(int month) => Enumerable.Range(0, 31).Select(d => new DateOnly(2026, month, 1).AddDays(d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static List<(string, bool)> Checks(JsonElement voucher) => [.. voucher.GetProperty("checks").EnumerateArray().Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("stops").GetBoolean()))];

    private Task<long> Sum(Guid project, string indicator) => app.Reading(db => db.Set<LedgerEntry>().Where(e => e.ProjectId == project).Join(db.Set<Indicator>().Where(i => i.Code == indicator), e => e.IndicatorId, i => i.Id, (e, _) => e.Value).SumAsync());
}
