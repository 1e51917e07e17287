using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports;

/// <summary>Registers the reports.</summary>
public static class ReportsModule
{
    /// <summary>The collector of facts, the composer, the writer and the checker.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<CollectFacts>().AddScoped<MakeWorkReport>().AddSingleton<ComposeWorkReport>().AddSingleton<WordDocument>().AddSingleton<ReportChecker>();

    /// <summary>Maps its endpoints: the report as plain values.</summary>
    public static void MapReports(this IEndpointRouteBuilder api) => api
        .MapGet("/reports/work", async (string unit, int year, int? months, bool? masked, MakeWorkReport make, CancellationToken cancel) =>
            ReportProjection.Of(await make.Run(unit, year, months, masked ?? false, cancel)))
        .RequireAuthorization(Permission.MakeReports).WithName("reports.work").WithTags("reports");
}
