using Bridgehead.Features.Closing;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Closing;

/// <summary>Puts figures into the ledger and closes months, as the tests of closing need them.</summary>
internal static class LedgerScene
{
    /// <summary>Enters one figure of arrived funds on evidence of its own; gives the entry.</summary>
    public static async Task<LedgerEntry> Enter(IServiceProvider services, string unit, DateOnly on, long fen, EvidenceKind kind = EvidenceKind.Voucher, string indicator = "arrived-funds", bool statement = false, Guid? project = null)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var place = await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Code == unit);
        var measured = (await services.GetRequiredService<Figures>().Named(indicator, on))!;
        var evidence = new Evidence(kind, "凭据" + Guid.NewGuid().ToString("N")[..6], "测试", place.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync();
        var month = Months.Of(on);
        var sequence = await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, measured.Id, place.Id, new Months(month, month), on, fen) { ProjectId = project, Whole = statement, Origin = statement ? null : "OtherProvince" }]);
        return await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.Sequence == sequence);
    }

    /// <summary>Enters it inside the application.</summary>
    public static async Task<LedgerEntry> Enter(this TestApp app, string unit, DateOnly on, long fen, EvidenceKind kind = EvidenceKind.Voucher, string indicator = "arrived-funds", bool statement = false)
    {
        LedgerEntry? entry = null;
        await app.Inside(async services => entry = await Enter(services, unit, on, fen, kind, indicator, statement));
        return entry!;
    }

    /// <summary>Closes a month as the operator.</summary>
    public static Task Close(this TestApp app, int month) => app.Inside(services => services.GetRequiredService<CloseBooks>().Run(new CloseInput { Month = Months.Text(month), Note = "测试" }));

    /// <summary>A figure of arrived funds.</summary>
    public static async Task<FigureAnswer> Figure(this TestApp app, string unit, int from, int to, DateOnly? asOf = null, string indicator = "arrived-funds")
    {
        FigureAnswer? answer = null;
        await app.Inside(async services => answer = await services.GetRequiredService<AskFigure>().Run(new FigureInput
        {
            Unit = unit, Indicator = indicator, From = Months.Text(from), To = Months.Text(to), AsOf = asOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }));
        return answer!;
    }

    /// <summary>The ledger proves.</summary>
    public static Task Proves(this TestApp app) => app.Inside(async services => Assert.Equal([], (await services.GetRequiredService<VerifyLedger>().Run()).Select(f => f.ToString(System.Globalization.CultureInfo.InvariantCulture))));
}
