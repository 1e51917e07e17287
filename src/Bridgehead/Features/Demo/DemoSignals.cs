using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Signals;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>A few planted patterns for the rules to find, all invented: round amounts in one county and a month's end in another, a project beyond its agreement. It runs before the books are closed.</summary>
internal sealed class DemoSignals(BridgeheadDb db, Figures figures, RecordEntries record, TimeProvider clock) : DemoChapter
{
    /// <inheritdoc />
    public override int Order => 240;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var (county, other, random) = (units.First(u => u.Code == "songyan"), units.First(u => u.Code == "chengtang"), new DemoRandom(size.Seed + 77));
        var funds = (await figures.Named(DefaultIndicators.ArrivedFunds, today, cancel))!.Id;
        var evidence = new Evidence(EvidenceKind.Declaration, "两县到位资金申报汇总", "县投资促进局", county.Id, clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync(cancel);
        var entries = new List<NewEntry>();
        for (var back = 11; back >= 1; back--)
            for (var n = 0; n < 3; n++)
            {
                var day = today.AddMonths(-back);
                Add(county, new DateOnly(day.Year, day.Month, 5 + 6 * n), (1 + random.Next(3)) * AmountSignals.Round);
            }
        var end = Months.LastDay(Months.Of(today.AddMonths(-1)));
        for (var n = 0; n < 6; n++) Add(other, end.AddDays(-(n % 3)), (9 + random.Next(3)) * AmountSignals.Round + 1_000_000 * (n + 1));
        if (await db.Set<Project>().Where(p => p.UnitId == county.Id && p.SignedOn != null && p.AmountFen > 0).OrderBy(p => p.AmountFen).ThenBy(p => p.Id).FirstOrDefaultAsync(cancel) is { } project)
            entries.Add(new NewEntry(evidence.Id, funds, county.Id, new Months(Months.Of(end), Months.Of(end)), end.AddDays(-12), project.AmountFen + 3_210_000_000) { ProjectId = project.Id, Origin = "OtherProvince", Industry = project.Branch?.ToString(), Band = Groups.BandOf(project.Amount) });
        await record.Run(entries, cancel);

        void Add(Unit unit, DateOnly on, long fen) => entries.Add(new NewEntry(evidence.Id, funds, unit.Id, new Months(Months.Of(on), Months.Of(on)), on, fen) { Origin = "OtherProvince", Industry = "Secondary" });
    }
}
