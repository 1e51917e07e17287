using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>
/// The small city with two closed years on its books, the same on every run and on both databases. 2024: arrived funds east 60,000, west 40,000 万元.
/// 2025: east 90,000, west 30,000 万元, against targets of 80,000 and 40,000, the city's 120,000. Two projects signed in the east in 2025.
/// </summary>
public sealed class ReportCity : TestApp, IAsyncLifetime
{
    public const long Wan = 1_000_000;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Inside(async services =>
        {
            var (db, units) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<ScopedUnits>());
            var (city, east, west) = ((await units.Named("city"))!, (await units.Named("east"))!, (await units.Named("west"))!);
            var arrived = await db.Set<Indicator>().SingleAsync(i => i.Code == DefaultIndicators.ArrivedFunds);
            foreach (var (unit, value) in new[] { (city, 120_000L), (east, 80_000L), (west, 40_000L) })
                db.Add(new Target(arrived.Id, unit.Id, 2025, Dimension.None, "", TargetSetter.Own, new TargetSetting(value * Wan, null, "测府发〔2025〕1号", "", "测试", new DateTime(2025, 1, 10, 0, 0, 0, DateTimeKind.Utc))));
            await db.SaveChangesAsync();
            foreach (var (unit, month, value) in new[] { (east, 202406, 60_000L), (west, 202406, 40_000L), (east, 202503, 50_000L), (east, 202509, 40_000L), (west, 202505, 30_000L) })
                await Record(services, arrived, unit, month, value * Wan);
            var open = services.GetRequiredService<OpenProject>();
            foreach (var (name, wan, day) in new[] { ("年产10GWh动力电池项目", 120_000L, new DateOnly(2025, 4, 8)), ("智慧冷链物流园", 30_000L, new DateOnly(2025, 8, 20)) })
                await open.Run(new Bridgehead.Features.Projects.ProjectFacts
                {
                    Name = name, UnitId = east.Id, Investor = "远屏能源科技有限公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = new Money(wan * Wan), SignedOn = day,
                }, Stage.Called("signed")!);
        });
    }

    /// <summary>Enters an amount for a unit and month.</summary>
    public Task Enter(string unit, int month, long wan) => Inside(async services =>
    {
        var (db, units) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<ScopedUnits>());
        await Record(services, await db.Set<Indicator>().SingleAsync(i => i.Code == DefaultIndicators.ArrivedFunds), (await units.Named(unit))!, month, wan * Wan);
    });

    /// <summary>A kept work report, begun by a person from outside the tests' personas.</summary>
    public async Task<Guid> Begun(int year = 2025, string unit = "city")
    {
        var id = Guid.Empty;
        await Inside(async services => id = (await services.GetRequiredService<BeginReport>().Run(new NewReportInput { Unit = unit, Year = year, Months = 12 })).Id);
        return id;
    }

    /// <summary>A report with everything that belongs to it.</summary>
    public async Task<KeptParts> Parts(Guid id)
    {
        KeptParts parts = null!;
        await Inside(async services =>
        {
            var find = services.GetRequiredService<FindReports>();
            parts = await find.Whole((await find.Draft(id))!);
        });
        return parts;
    }

    private static async Task Record(IServiceProvider services, Indicator indicator, Unit unit, int month, long fen)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var evidence = new Evidence(EvidenceKind.HistoricalStatement, "台账.xlsx", "测试", unit.Id, DateTime.UtcNow);
        db.Add(evidence);
        await db.SaveChangesAsync();
        await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, unit.Id, new Months(month, month), Months.LastDay(month), fen)]);
    }
}
