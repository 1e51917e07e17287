namespace Bridgehead.Features.Targets;

/// <summary>What each unit has to reach in a year.</summary>
public static class TargetsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddScoped<SetTarget>().AddScoped<ListTargets>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapTargets(this IEndpointRouteBuilder api) => TargetsApi.Map(api);
}
