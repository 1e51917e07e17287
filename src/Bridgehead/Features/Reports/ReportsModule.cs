using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports;

/// <summary>Registers the reports.</summary>
public static class ReportsModule
{
    /// <summary>The collector of facts, the composer, the writer and the checker.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<CollectActions>().AddScoped<CollectFacts>().AddScoped<MakeWorkReport>().AddSingleton<ComposeWorkReport>().AddSingleton<WordDocument>().AddSingleton<ReportChecker>();

    /// <summary>Maps its endpoints: the report as plain values, and as a Word file.</summary>
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("reports");
        reports.MapGet("/work", async ([AsParameters] WorkReportQuery query, MakeWorkReport make, CancellationToken cancel) =>
            ReportProjection.Of(await make.Run(query.Unit, query.Year, query.Months, query.Masked ?? false, cancel)))
            .RequireAuthorization(Permission.MakeReports).WithName("reports.work").Says("生成年度工作报告", "文字、表格，以及其中每个数字的出处");
        reports.MapGet("/work/word", async ([AsParameters] WorkReportQuery query, MakeWorkReport make, WordDocument word, UnitOfWork work, CancellationToken cancel) =>
        {
            var report = await make.Run(query.Unit, query.Year, query.Months, query.Masked ?? false, cancel);
            work.Reason = $"{query.Unit} {query.Year}{(query.Masked == true ? " masked" : "")}";
            await work.Commit("api.reports.word", cancel: cancel);
            return Results.File(word.Write(report), WordDocument.ContentType, $"{report.Title}.docx");
        }).RequireAuthorization(Permission.MakeReports).WithName("reports.word").Says("取得工作报告的 Word 文件", "版式依 GB/T 9704-2012；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, WordDocument.ContentType);
    }
}

/// <summary>Which work report.</summary>
public sealed class WorkReportQuery
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required, MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The year.</summary>
    [Range(1990, 2100)] public int Year { get; set; }
    /// <summary>Up to which month, 1 to 12; the whole year when left out.</summary>
    [Range(1, 12)] public int? Months { get; set; }
    /// <summary>Every number starred.</summary>
    public bool? Masked { get; set; }
}
