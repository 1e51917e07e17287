using System.CommandLine;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Bulletins;

namespace Bridgehead.Commands;

/// <summary>Writes the monthly bulletin as a Word file.</summary>
internal static class MonthlyReportVerb
{
    private static readonly Option<string> Unit = new("--unit") { Required = true, Description = "单位：代码、名称或简称" };
    private static readonly Option<int> Year = new("--year") { Required = true, Description = "年度" };
    private static readonly Option<int> Month = new("--month") { Required = true, Description = "截至月份，1到12" };
    private static readonly Option<FileInfo> Out = new("--out") { Required = true, Description = "写到哪个 docx 文件" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "截至某日所知的口径，如 2026-06-30" };

    public static Command Verb()
    {
        var monthly = new Command("monthly", "月度通报 / the monthly bulletin") { Unit, Year, Month, AsOf, ReportVerb.IssuedOn, Out };
        monthly.SetAction((parsed, _) => Session.Run(parsed, "reports.bulletin.word", async (services, cancel) =>
        {
            var report = (await services.GetRequiredService<MakeBulletin>().Run(new BulletinInput
            {
                Unit = parsed.GetRequiredValue(Unit), Year = parsed.GetValue(Year), Month = parsed.GetValue(Month), AsOf = parsed.GetValue(AsOf),
            }, cancel)) with { IssuedOn = parsed.GetValue(ReportVerb.IssuedOn) };
            var file = parsed.GetRequiredValue(Out);
            await File.WriteAllBytesAsync(file.FullName, services.GetRequiredService<WordDocument>().Write(report, await services.GetRequiredService<FormOfCity>().Read(cancel)), cancel);
            return new Answer(ReportProjection.Of(report), $"{report.Title} → {file.FullName}");
        }));
        return monthly;
    }
}
