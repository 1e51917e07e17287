using System.CommandLine;
using Bridgehead.Features.Reports.LedgerFiles;

namespace Bridgehead.Commands;

/// <summary>Writes a ledger as a workbook.</summary>
internal static class LedgerReportVerb
{
    private static readonly Option<LedgerFileKind> Kind = new("--kind") { Required = true, Description = "Leads 线索、NewlySigned 签约、Started 开工、Producing 投产、Stalled 推进缓慢、Arrivals 到位资金" };
    private static readonly Option<string?> Unit = new("--unit") { Description = "单位：代码、名称或简称，不写为全部" };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "起始日期，如 2026-01-01" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "截止日期，如 2026-10-31" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "截至某日所知的口径，如 2026-10-31" };
    private static readonly Option<decimal?> AtLeast = new("--at-least") { Description = "投资额不少于多少亿元" };
    private static readonly Option<LedgerPaper?> Paper = new("--paper") { Description = "A4 或 A3，横向" };
    private static readonly Option<FileInfo> Out = new("--out") { Required = true, Description = "写到哪个 xlsx 文件" };

    public static Command Verb()
    {
        var ledger = new Command("ledger", "分单位台账 / a ledger by unit") { Kind, Unit, From, To, AsOf, AtLeast, Paper, Out };
        ledger.SetAction((parsed, _) => Session.Run(parsed, "reports.ledger.file", async (services, cancel) =>
        {
            var words = services.GetRequiredService<Words>();
            var made = await services.GetRequiredService<MakeLedgerFile>().Run(new LedgerFileQuery
            {
                Kind = parsed.GetValue(Kind), Unit = parsed.GetValue(Unit), From = parsed.GetValue(From), To = parsed.GetValue(To), AsOf = parsed.GetValue(AsOf), AtLeast = parsed.GetValue(AtLeast),
            }, cancel);
            var file = parsed.GetRequiredValue(Out);
            await using var to = file.Create();
            var mark = LedgerWorkbook.Mark(words, await services.GetRequiredService<ScopedUnits>().Giver(words, cancel), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var lines = await LedgerWorkbook.Write(to, made, words, parsed.GetValue(Paper) ?? LedgerPaper.A4, mark, cancel);
            return new Answer(LedgerFileView.Of(made), $"{made.Title} {lines} → {file.FullName}");
        }));
        return ledger;
    }
}
