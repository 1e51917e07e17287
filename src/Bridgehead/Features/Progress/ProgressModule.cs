using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>How projects come on after signing: plan, monthly reports, forecasts, what changed, and who was looked at when.</summary>
public static class ProgressModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddProgress(this IServiceCollection services) => services
        .AddScoped<MakePlan>().AddScoped<FileReport>().AddScoped<FileSheet>().AddScoped<RecordLook>().AddScoped<GatherCoverage>().AddScoped<ForecastProject>()
        .AddScoped<ReadProgress>().AddScoped<ListDuties>().AddScoped<ListChanges>().AddScoped<ListCoverage>()
        .AddAttachmentOwner("report", (with, id, cancel) => May(with, Permission.ReadProjects, id, cancel), (with, id, cancel) => May(with, Permission.WriteProjects, id, cancel))
        .AddCheck("全覆盖摸清", (with, cancel) => VerifyCoverage.Run(with.GetRequiredService<BridgeheadDb>(), cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapProgress(this IEndpointRouteBuilder api)
    {
        ProgressApi.Map(api);
        DispatchApi.Map(api);
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => ExportCoverage.Map(site);

    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, CancellationToken cancel)
    {
        if (!with.GetRequiredService<Asker>().May(permission)) return false;
        var reports = with.GetRequiredService<BridgeheadDb>().Set<MonthlyReport>();
        return await (await with.GetRequiredService<ListProjects>().Visible(cancel)).AnyAsync(p => reports.Any(r => r.Id == id && r.ProjectId == p.Id), cancel);
    }
}
