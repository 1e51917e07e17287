using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>What the demo city's ledger holds besides its projects: the closed year before as statements, and the annual targets.</summary>
public sealed class DemoFigures(BridgeheadDb db, Figures figures, RecordEntries record, TimeProvider clock)
{
    private static readonly Dictionary<string, (long City, int Share)> Annual = new()
    {
        [DefaultIndicators.SignedProjects] = (160, 1), [DefaultIndicators.ContractedAmount] = (900_00000000_00, 1), [DefaultIndicators.ArrivedFunds] = (420_00000000_00, 1),
        [DefaultIndicators.ForeignCapital] = (9_000_0000_00, 1), [DefaultIndicators.StartedProjects] = (96, 1), [DefaultIndicators.ProducingProjects] = (60, 1),
    };

    private static readonly int[] Weights = [26, 20, 17, 14, 13, 10];

    /// <summary>Enters the statements of the year before the first one and the targets of every year, by district.</summary>
    public async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel = default)
    {
        var indicators = await figures.Current(today, cancel);
        var districts = units.Where(u => u.Kind == UnitKind.District).ToList();
        var city = units.First(u => u.Kind == UnitKind.City);
        var first = today.Year - size.Years + 1;
        var random = new DemoRandom(size.Seed);
        var entries = new List<NewEntry>();
        foreach (var (code, (amount, _)) in Annual)
        {
            var indicator = indicators.First(i => i.Code == code);
            for (var d = 0; d < districts.Count; d++)
            {
                var evidence = new Evidence(EvidenceKind.HistoricalStatement, $"{first - 1}年招商引资月度台账", $"{districts[d].Name}，{indicator.Name}", districts[d].Id, clock.GetUtcNow().UtcDateTime);
                db.Add(evidence);
                for (var month = 1; month <= 12; month++)
                {
                    var value = Round(indicator, amount * 78 / 100 * Weights[d] / 100 / 12 * (70 + random.Next(60)) / 100);
                    var at = (first - 1) * 100 + month;
                    entries.Add(new NewEntry(evidence.Id, indicator.Id, districts[d].Id, new Months(at, at), Months.LastDay(at), Math.Max(value, Round(indicator, 1)))
                    { Whole = true, Currency = indicator.Measure == Measure.Usd ? "USD" : "CNY" });
                }
            }
        }
        for (var year = first; year <= today.Year; year++)
            foreach (var (code, (amount, _)) in Annual)
            {
                var indicator = indicators.First(i => i.Code == code);
                var wanted = amount * (100 + 8 * (year - first)) / 100;
                db.Add(new Target(indicator.Id, city.Id, year, Dimension.None, "", TargetSetter.Own, Round(indicator, wanted), $"青经合〔{year}〕1号"));
                for (var d = 0; d < districts.Count; d++)
                    db.Add(new Target(indicator.Id, districts[d].Id, year, Dimension.None, "", TargetSetter.Own, Math.Max(1, Round(indicator, wanted * Weights[d] / 100)), $"青经合〔{year}〕1号"));
            }
        await db.SaveChangesAsync(cancel);
        await record.Run(entries, cancel);
    }

    private static long Round(Indicator indicator, long value) => indicator.Measure == Measure.Count ? Math.Max(1, value) : Math.Max(100_0000_00, value / 1_000_000_00 * 1_000_000_00);
}
