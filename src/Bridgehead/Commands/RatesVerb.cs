using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Rates;

namespace Bridgehead.Commands;

/// <summary>The five rates of a cohort: signed in a window, state on a day.</summary>
internal static class RatesVerb
{
    private static readonly Option<string?> Unit = new("--unit") { Description = "单位：代码、名称或简称" };
    private static readonly Option<string?> From = new("--from") { Description = "签约起始月份，如 2026-01" };
    private static readonly Option<string?> To = new("--to") { Description = "签约截止月份，如 2026-10" };
    private static readonly Option<string?> On = new("--on") { Description = "口径日，如 2026-10-31" };

    public static Command Verb()
    {
        var verb = new Command("rates", "一批项目的五率 / the five rates of a cohort") { Unit, From, To, On };
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            var rates = await services.GetRequiredService<AskRates>().Run(new RateQuery { Unit = parsed.GetValue(Unit), From = parsed.GetValue(From), To = parsed.GetValue(To), On = parsed.GetValue(On) }, cancel);
            return new Answer(RatesView.Of(rates), Text(rates, services.GetRequiredService<Words>()));
        }));
        return verb;
    }

    private static string Text(CohortRates r, Words words)
    {
        var (text, w) = (new StringBuilder(), r.Whole);
        text.Append(CultureInfo.InvariantCulture, $"{r.Unit.NameIn(words)} {r.Window} {r.Day:yyyy-MM-dd}");
        foreach (var (name, rate, part, whole) in new[]
        {
            ("履约率", w.PerformanceRate, w.Performing, w.SignedCount), ("开工率", w.StartRate, w.Started, w.SignedCount), ("投产率", w.ProductionRate, w.Producing, w.SignedCount),
            ("资金到位率", w.ArrivalRate, w.ArrivedFen, w.ContractedFen), ("转化率", r.Funnel.ConversionRate, r.Funnel.SignedCount, r.Funnel.Leads),
        })
            text.Append(CultureInfo.InvariantCulture, $"\n{words[name]}\t{FigureText.Percent(rate)}\t{part} ÷ {whole}");
        return text.ToString();
    }
}
