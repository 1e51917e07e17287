namespace Bridgehead.Features.Signals;

/// <summary>虚高苗头: what may hint at inflated figures, as a list to verify.</summary>
public static class SignalsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddSignals(this IServiceCollection services) => services.AddScoped<GatherFacts>().AddScoped<FindSignals>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapSignals(this IEndpointRouteBuilder api) => SignalsApi.Map(api);
}
