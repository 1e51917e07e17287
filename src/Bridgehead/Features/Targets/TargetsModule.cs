namespace Bridgehead.Features.Targets;

/// <summary>What each unit has to reach in a year, and in campaigns beside it.</summary>
public static class TargetsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddScoped<SetTarget>().AddScoped<ListTargets>().AddScoped<SetTargetSheet>().AddScoped<FindCampaigns>().AddScoped<RunCampaign>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapTargets(this IEndpointRouteBuilder api)
    {
        TargetsApi.Map(api);
        CampaignsApi.Map(api);
    }
}
