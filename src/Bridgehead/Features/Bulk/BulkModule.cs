namespace Bridgehead.Features.Bulk;

/// <summary>One change made to many projects: preview, carried out in the background, result row by row, undone as a whole.</summary>
public static class BulkModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddBulk(this IServiceCollection services) => services.AddScoped<BulkChange>().AddScoped<PrepareBulk>().AddScoped<BulkJobs>().AddSingleton<TryBulk>().AddSingleton<CarryOutBulk>();

    /// <summary>Maps its endpoints: /api/bulk.</summary>
    public static void MapBulk(this IEndpointRouteBuilder api) => BulkApi.Map(api);

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => BulkResult.Map(site);
}
