using Bridgehead.Features.Imports.Kinds;

namespace Bridgehead.Features.Imports;

/// <summary>Ledgers in: read, checked, put right, applied as one batch that can be undone.</summary>
public static class ImportsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<Inbox>().AddScoped<JudgeLedger>().AddScoped<CheckLedger>().AddScoped<ChangeCheck>().AddScoped<ApplyCheck>().AddScoped<StopImport>().AddScoped<RememberChoices>().AddScoped<ListChecks>()
        .AddScoped<UndoImport>().AddScoped<RestoreChanges>().AddScoped<LookAtBatch>().AddScoped<ListBatches>().AddScoped<ListBatchRecords>()
        .AddTransient<EnterprisesImport>().AddTransient<ProjectsImport>().AddTransient<FiguresImport>().AddTransient<CountProjects>().AddTransient<EnterpriseLabels>().AddTransient<LookForDoubles>()
        .AddSingleton<RunningImports>().AddScoped<WorkOnCheck>().AddHostedService<RunImports>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        ChecksApi.Map(api);
        ImportsApi.Map(api);
    }
}
