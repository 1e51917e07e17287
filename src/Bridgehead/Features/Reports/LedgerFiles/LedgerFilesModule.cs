namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>Ledgers as workbooks.</summary>
public static class LedgerFilesModule
{
    /// <summary>Registers what makes them.</summary>
    public static IServiceCollection AddLedgerFiles(this IServiceCollection services) => services.AddScoped<LinesOfProjects>().AddScoped<LinesOfArrivals>().AddScoped<MakeLedgerFile>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapLedgerFiles(this IEndpointRouteBuilder api) => LedgerFilesApi.Map(api);
}
