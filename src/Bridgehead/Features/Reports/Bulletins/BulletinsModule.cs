namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The monthly bulletin with its ranking.</summary>
public static class BulletinsModule
{
    /// <summary>Registers what makes and keeps them.</summary>
    public static IServiceCollection AddBulletins(this IServiceCollection services) =>
        services.AddScoped<KeepRankSetting>().AddScoped<CollectBulletin>().AddScoped<MakeBulletin>().AddScoped<HandleRanks>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapBulletins(this IEndpointRouteBuilder api) => BulletinsApi.Map(api);
}
