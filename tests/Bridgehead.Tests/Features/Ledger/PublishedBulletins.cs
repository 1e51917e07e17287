using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>Two published notices, entered as statements: every percentage they print comes out again to the last digit (domain.md 4.7).</summary>
[Trait("needs", "database")]
public sealed class PublishedBulletins(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Panzhihua_2006_comes_out_to_the_last_digit()
    {
        var answer = await Panzhihua(Dimension.Origin);
        Assert.Equal(100_513_600_000_0, answer.Whole.Value);
        Assert.Equal(125.64m, Ratio.Rounded(answer.Whole.Target!.Completion));
        Assert.Equal(42.31m, Ratio.Rounded(answer.Whole.Target.Pace));
        Assert.Equal(125.00m, Ratio.Rounded(answer.Whole.YearOnYear));
        Assert.Equal([41.06m, 17.51m, 41.43m], answer.Parts.Select(p => Ratio.Rounded(p.Share)!.Value));
        Assert.Equal((495.69m, 412.36m), (Ratio.Rounded(answer.Parts[0].Target!.Completion), Ratio.Rounded(answer.Parts[0].Target!.Pace)));
        var industry = await Panzhihua(Dimension.Industry);
        Assert.Equal([3.27m, 65.41m, 31.32m], industry.Parts.Select(p => Ratio.Rounded(p.Share)!.Value));
        Assert.Equal([82.06m, 131.49m, 121.10m], industry.Parts.Select(p => Ratio.Rounded(p.Target!.Completion)!.Value));
        var band = await Panzhihua(Dimension.Band);
        Assert.Equal(62.30m, Ratio.Rounded(Assert.Single(band.Parts).Share));
    }

    [Fact]
    public async Task Nothing_is_known_of_a_month_a_longer_statement_covers()
    {
        await Panzhihua(Dimension.None);
        var answer = await Ask("east", "arrived-funds", new Months(200603, 200603), Dimension.None);
        Assert.Null(answer.Whole.Value);
        Assert.Contains(answer.Notes, n => n.Format.Contains("无法拆分", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_an_entry_back_leaves_the_figure_as_it_was_and_the_ledger_verifies()
    {
        var before = await Ask("west", "signed-projects", Months.OfYear(2020), Dimension.None);
        await app.Inside(async services =>
        {
            var entries = await Enter(services, "west", "signed-projects", new Months(202001, 202012), (5, Dimension.None, ""));
            var db = services.GetRequiredService<BridgeheadDb>();
            var made = db.Set<LedgerEntry>().Where(e => e.EvidenceId == entries).ToList();
            Assert.Equal(1, await services.GetRequiredService<RecordEntries>().Reverse(made, "录入有误"));
        });
        Assert.Null(before.Whole.Value);
        Assert.Null((await Ask("west", "signed-projects", Months.OfYear(2020), Dimension.None)).Whole.Value);
        await app.Inside(async services => Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run()));
    }

    private async Task<FigureAnswer> Panzhihua(Dimension by)
    {
        var span = new Months(200601, 200610);
        if ((await Ask("east", "arrived-funds", span, Dimension.None)).Whole.Value is null)
        {
            await app.Inside(async services =>
            {
                var ten = 1_000_000L;
                await Enter(services, "east", "arrived-funds", span, (1005136 * ten, Dimension.None, ""),
                    (412678 * ten, Dimension.Origin, "OtherProvince"), (176031 * ten, Dimension.Origin, "OtherCity"), (416427 * ten, Dimension.Origin, "CountyToCounty"),
                    (32824 * ten, Dimension.Industry, "Primary"), (657465 * ten, Dimension.Industry, "Secondary"), (314847 * ten, Dimension.Industry, "Tertiary"),
                    (626207 * ten, Dimension.Band, "1-"));
                await Enter(services, "east", "arrived-funds", span.YearBefore, (446727 * ten, Dimension.None, ""));
                var (unit, indicator) = await Find(services, "east", "arrived-funds");
                var db = services.GetRequiredService<BridgeheadDb>();
                db.AddRange(
                    new Target(indicator.Id, unit.Id, 2006, Dimension.None, "", TargetSetter.Own, new TargetSetting(800000 * ten, null, "通报", "", "", DateTime.UtcNow)),
                    new Target(indicator.Id, unit.Id, 2006, Dimension.Origin, "OtherProvince", TargetSetter.Province, new TargetSetting(83253 * ten, null, "通报", "", "", DateTime.UtcNow)),
                    new Target(indicator.Id, unit.Id, 2006, Dimension.Industry, "Primary", TargetSetter.Own, new TargetSetting(40000 * ten, null, "通报", "", "", DateTime.UtcNow)),
                    new Target(indicator.Id, unit.Id, 2006, Dimension.Industry, "Secondary", TargetSetter.Own, new TargetSetting(500000 * ten, null, "通报", "", "", DateTime.UtcNow)),
                    new Target(indicator.Id, unit.Id, 2006, Dimension.Industry, "Tertiary", TargetSetter.Own, new TargetSetting(260000 * ten, null, "通报", "", "", DateTime.UtcNow)));
                await db.SaveChangesAsync();
            });
        }
        return await Ask("east", "arrived-funds", span, by);
    }

    private static async Task<Guid> Enter(IServiceProvider services, string unitCode, string indicatorCode, Months span, params (long Value, Dimension Side, string Key)[] figures)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var (unit, indicator) = await Find(services, unitCode, indicatorCode);
        var evidence = new Evidence(EvidenceKind.HistoricalStatement, "通报", "测试", unit.Id, DateTime.UtcNow);
        db.Add(evidence);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([.. figures.Select(f => new NewEntry(evidence.Id, indicator.Id, unit.Id, span, Months.LastDay(span.To), f.Value)
        {
            Whole = true, Breakdown = f.Side,
            Origin = f.Side == Dimension.Origin ? f.Key : null, Industry = f.Side == Dimension.Industry ? f.Key : null, Band = f.Side == Dimension.Band ? f.Key : null,
        })]);
        return evidence.Id;
    }

    private async Task<FigureAnswer> Ask(string unitCode, string indicatorCode, Months span, Dimension by)
    {
        FigureAnswer? answer = null;
        await app.Inside(async services =>
        {
            var (unit, indicator) = await Find(services, unitCode, indicatorCode);
            answer = await services.GetRequiredService<Figures>().Answer(new FigureQuestion(indicator, unit, span) { By = by });
        });
        return answer!;
    }

    private static async Task<(Unit, Indicator)> Find(IServiceProvider services, string unit, string indicator) =>
        ((await services.GetRequiredService<ScopedUnits>().Named(unit))!, (await services.GetRequiredService<Figures>().Named(indicator, new DateOnly(2020, 1, 1)))!);
}
