namespace Bridgehead.Features.Reports;

/// <summary>Registers the reports.</summary>
public static class ReportsModule
{
    /// <summary>The report's composer, its writer and its checker.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ComposeWorkReport>().AddSingleton<WordDocument>().AddSingleton<ReportChecker>();
}
