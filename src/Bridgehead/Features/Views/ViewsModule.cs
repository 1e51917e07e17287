namespace Bridgehead.Features.Views;

/// <summary>Saved views: a question about the projects with a name, for oneself, for the unit or for everybody.</summary>
public static class ViewsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddViews(this IServiceCollection services) => services.AddScoped<KeepViews>();

    /// <summary>Maps its endpoints: /api/views.</summary>
    public static void MapViews(this IEndpointRouteBuilder api) => ViewsApi.Map(api);
}
