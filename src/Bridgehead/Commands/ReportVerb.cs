using System.CommandLine;
using Bridgehead.Features.Reports;

namespace Bridgehead.Commands;

/// <summary>Writes the work report as a Word file.</summary>
internal static class ReportVerb
{
    private static readonly Option<string> Unit = new("--unit") { Required = true, Description = "单位：代码、名称或简称" };
    private static readonly Option<int> Year = new("--year") { Required = true, Description = "年度" };
    private static readonly Option<int?> Months = new("--months") { Description = "截至月份，1到12" };
    private static readonly Option<FileInfo> Out = new("--out") { Required = true, Description = "写到哪个 docx 文件" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "截至某日所知的口径，如 2026-06-30" };
    private static readonly Option<bool> Masked = new("--masked") { Description = "脱密版：数字和名称全部以星号表示" };


    /// <summary>成文日期 of a report or bulletin.</summary>
    public static Option<DateOnly?> IssuedOn { get; } = new("--issued-on") { Description = "成文日期，如 2026-12-02；不写则不落日期" };

    public static Command Verb()
    {
        var work = new Command("work", "招商引资工作情况报告 / the annual work report") { Unit, Year, Months, AsOf, IssuedOn, Out, Masked };
        work.SetAction((parsed, _) => Session.Run(parsed, "reports.work.word", async (services, cancel) =>
        {
            var report = (await services.GetRequiredService<MakeWorkReport>().Run(
                parsed.GetRequiredValue(Unit), parsed.GetValue(Year), parsed.GetValue(Months), parsed.GetValue(Masked), parsed.GetValue(AsOf), cancel)) with { IssuedOn = parsed.GetValue(IssuedOn) };
            var file = parsed.GetRequiredValue(Out);
            await File.WriteAllBytesAsync(file.FullName, services.GetRequiredService<WordDocument>().Write(report, await services.GetRequiredService<FormOfCity>().Read(cancel)), cancel);
            return new Answer(ReportProjection.Of(report), $"{report.Title} → {file.FullName}");
        }));
        return new Command("report", "报告 / reports") { work, MonthlyReportVerb.Verb(), LedgerReportVerb.Verb(), BriefReportVerb.Verb() };
    }
}
