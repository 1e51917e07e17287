using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Demo;

/// <summary>What the demo city's ledger holds besides its projects: the closed year before as monthly statements, and the annual targets.</summary>
public sealed class DemoFigures(BridgeheadDb db, Figures figures)
{
    private static readonly string[] Codes =
    [
        DefaultIndicators.SignedProjects, DefaultIndicators.ContractedAmount, DefaultIndicators.ArrivedFunds, DefaultIndicators.ForeignCapital,
        DefaultIndicators.StartedProjects, DefaultIndicators.ProducingProjects,
    ];

    /// <summary>Sets the targets near what was reached, some above and some below, and enters the statements of the year before the first.</summary>
    internal async Task Run(DemoSize size, IReadOnlyList<Unit> units, DemoTotals totals, DateOnly today, CancellationToken cancel)
    {
        var indicators = (await figures.Current(today, cancel)).ToDictionary(i => i.Code);
        var districts = units.Where(u => u.Kind == UnitKind.District).ToList();
        var city = units.First(u => u.Kind == UnitKind.City);
        var first = today.Year - size.Years + 1;
        var random = new DemoRandom(size.Seed);
        for (var year = first; year <= today.Year + 1; year++)
            foreach (var code in Codes)
            {
                var whole = 0L;
                foreach (var district in districts)
                {
                    var reached = totals.Of(code, district.Id, Math.Min(year, today.Year));
                    if (year >= today.Year) reached = reached * 365 / today.DayOfYear * (year > today.Year ? 108 : 100) / 100;
                    var target = Round(indicators[code], reached * (88 + random.Next(26)) / 100);
                    whole += target;
                    db.Add(new Target(indicators[code].Id, district.Id, year, Dimension.None, "", TargetSetter.Own, Setting(indicators[code], target, $"青经合〔{year}〕1号", year, today)));
                }
                db.Add(new Target(indicators[code].Id, city.Id, year, Dimension.None, "", TargetSetter.Own, Setting(indicators[code], Round(indicators[code], whole * 96 / 100), $"青府发〔{year}〕3号", year, today)));
            }
        await db.SaveChangesAsync(cancel);
        await new RecordEntries(db, new DemoMoment(Published(first)), []).Run(await Statements(districts, indicators, totals, first, random, cancel), cancel);
    }

    // the year before is settled and published in January
    private static DateTime Published(int first) => new(first, 1, 4, 2, 0, 0, DateTimeKind.Utc);

    private async Task<List<NewEntry>> Statements(List<Unit> districts, Dictionary<string, Indicator> indicators, DemoTotals totals, int first, DemoRandom random, CancellationToken cancel)
    {
        var entries = new List<NewEntry>();
        foreach (var district in districts)
        {
            var evidence = new Evidence(EvidenceKind.HistoricalStatement, $"{first - 1}年招商引资月度台账", $"{district.Name}年终核定", district.Id, Published(first));
            db.Add(evidence);
            foreach (var code in Codes)
                for (var month = (first - 1) * 100 + 1; month <= (first - 1) * 100 + 12; month++)
                    entries.Add(new NewEntry(evidence.Id, indicators[code].Id, district.Id, new Months(month, month), Months.LastDay(month),
                        Round(indicators[code], totals.Of(code, district.Id, first) / 12 * (70 + random.Next(50)) / 100))
                    { Whole = true, Currency = indicators[code].Measure == Measure.Usd ? "USD" : "CNY" });
        }
        await db.SaveChangesAsync(cancel);
        return entries;
    }

    // set in January of its year, next year's today; striven for is a tenth more
    private static TargetSetting Setting(Indicator indicator, long value, string document, int year, DateOnly today) => new(value, Math.Max(value, Round(indicator, value * 110 / 100)), document, "", "何立群",
        (year > today.Year ? today : new DateOnly(year, 1, 10)).ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc));

    private static long Round(Indicator indicator, long value)
    {
        var step = indicator.Measure == Measure.Count ? 1 : 1_000_000L;
        return Math.Max(step, value / step * step);
    }
}
