namespace Bridgehead.Features.Closing;

/// <summary>关账: what has to be in order before a month is closed, the close itself, and what was published with it.</summary>
public static class ClosingModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddClosing(this IServiceCollection services) => services.AddScoped<CloseChecklist>().AddScoped<CloseBooks>().AddScoped<ReadClose>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapClosing(this IEndpointRouteBuilder api) => ClosingApi.Map(api);
}
