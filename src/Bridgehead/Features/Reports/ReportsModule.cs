using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Reports.Briefs;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Features.Reports.LedgerFiles;
using Bridgehead.Features.Reports.Schedules;

namespace Bridgehead.Features.Reports;

/// <summary>Registers the reports.</summary>
public static class ReportsModule
{
    /// <summary>The collectors of facts, the composer, the writer, the checker, and what keeps reports.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<CollectActions>().AddScoped<CollectServices>().AddScoped<CollectWeakness>().AddScoped<LastMeasures>().AddScoped<CollectFacts>().AddScoped<MakeWorkReport>()
        .AddSingleton<ComposeWorkReport>().AddSingleton<WordDocument>().AddSingleton<ReportChecker>().AddSingleton<PrintAsPdf>().AddSingleton<FillTemplate>()
        .AddScoped<FindReports>().AddScoped<BeginReport>().AddScoped<EditReport>().AddScoped<DecideReport>().AddScoped<CurrentFigures>().AddScoped<KeepMeasures>()
        .AddScoped<FormOfCity>().AddScoped<KeepTemplates>().AddScoped<GiveOut>().AddScoped<VerifyReports>()
        .AddLedgerFiles().AddBulletins().AddBriefs().AddSchedules()
        .AddCheck("发布的报告", (with, cancel) => with.GetRequiredService<VerifyReports>().Run(cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        ReportsApi.Map(api);
        api.MapLedgerFiles();
        api.MapBulletins();
        api.MapBriefs();
        api.MapSchedules();
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => SchedulesModule.MapFiles(site);
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
    /// <summary>As it stood at the end of this day; today when left out.</summary>
    public DateOnly? AsOf { get; set; }
    /// <summary>Every number and name starred.</summary>
    public bool? Masked { get; set; }
}
