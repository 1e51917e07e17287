using Bridgehead.Features.Imports.Kinds;

namespace Bridgehead.Features.Imports;

/// <summary>Ledgers in: read, checked, applied as one batch that can be undone.</summary>
public static class ImportsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<ImportLedger>().AddScoped<Inbox>().AddScoped<UndoImport>().AddScoped<ListBatches>().AddTransient<EnterprisesImport>().AddTransient<ProjectsImport>().AddTransient<FiguresImport>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapImports(this IEndpointRouteBuilder api) => ImportsApi.Map(api);
}
