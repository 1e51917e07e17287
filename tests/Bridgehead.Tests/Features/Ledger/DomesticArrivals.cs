using System.Text;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>到位内资 is the money of the three domestic origins (domain rules 3.3 and 4.2): by hand 3 + 2 + 1 of 11, of which 5 came from abroad.</summary>
[Trait("needs", "database")]
public sealed class DomesticArrivals(TestApp app) : IClassFixture<TestApp>
{
    private const long Yi = 10_000_000_000;

    [Fact]
    public async Task Are_what_arrived_without_the_money_from_abroad_and_go_with_what_they_came_from()
    {
        await Enter("east", 2024, 5, "Abroad");
        var province = await Enter("east", 2024, 3, "OtherProvince");
        await Enter("east", 2024, 2, "OtherCity");
        await Enter("west", 2024, 1, "CountyToCounty");
        Assert.Equal(11 * Yi, (await app.Figure("city", 202401, 202412, indicator: "到位资金")).Whole.Value);
        var domestic = await app.Figure("city", 202401, 202412, indicator: "到位内资");
        Assert.Equal(("arrived-domestic", 6 * Yi), (domestic.Question.Indicator.Code, domestic.Whole.Value));
        Assert.Equal(5 * Yi, (await app.Figure("east", 202401, 202412, indicator: "到位内资")).Whole.Value);
        await app.Inside(services => services.GetRequiredService<RecordEntries>().Reverse([province], "有误"));
        Assert.Equal(3 * Yi, (await app.Figure("city", 202401, 202412, indicator: "到位内资")).Whole.Value);
        await app.Proves();
    }

    [Fact]
    public async Task Take_a_total_published_in_the_past_to_the_last_digit_and_never_add_it_to_what_lies_within()
    {
        // 眉山, first quarter of 2023: 274亿元 [S3]; single entries of the same months are its detail
        await Enter("west", 2023, 7, "OtherProvince");
        var check = await (await (await app.SignedInAs("reviewer")).Open("/imports")).Submit("main form[enctype]", [("Kind", "Figures")], [("Upload", "通报.csv", Encoding.UTF8.GetBytes("单位,指标,起,止,类别,数值,计量单位,来源\n西岭县,到位内资,2023-01,2023-03,实际,274,亿元,通报\n西岭县,到位内资,2023-01,2023-12,目标,1000,亿元,通报\n"))]);
        Assert.Equal("2", check.Of(".verdict dd"));
        await check.Submit("form[action*='Apply']");
        var figure = await app.Figure("west", 202301, 202303, indicator: "到位内资");
        Assert.Equal((274 * Yi, 27.4m), (figure.Whole.Value, figure.Whole.Target!.Completion));
        Assert.Equal(7 * Yi, (await app.Figure("west", 202301, 202303)).Whole.Value);
        await app.Proves();
    }

    private async Task<LedgerEntry> Enter(string unit, int year, long yi, string origin)
    {
        LedgerEntry? entry = null;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var place = await db.Set<Bridgehead.Features.Organisations.Unit>().SingleAsync(u => u.Code == unit);
            var indicator = (await services.GetRequiredService<Figures>().Named("arrived-funds", new DateOnly(year, 12, 31)))!;
            var evidence = new Evidence(EvidenceKind.Voucher, "进账单", "测试", place.Id, DateTime.UtcNow);
            db.Add(evidence);
            await db.SaveChangesAsync();
            var first = await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, place.Id, new Months(year * 100 + 2, year * 100 + 2), new DateOnly(year, 2, 1), yi * Yi) { Origin = origin }]);
            entry = await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.Sequence == first);
        });
        return entry!;
    }
}
