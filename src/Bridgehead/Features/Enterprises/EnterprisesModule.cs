using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Bridgehead.Features.Enterprises;

/// <summary>The register of enterprises.</summary>
public static class EnterprisesModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services.AddScoped<ListEnterprises>();

    /// <summary>The addresses its pages have besides their own.</summary>
    public static void Routes(PageConventionCollection pages) => pages.AddPageRoute("/Enterprises/Edit", "/enterprises/{id:guid}");

    /// <summary>Maps its endpoints: /api/enterprises.</summary>
    public static void MapEnterprises(this IEndpointRouteBuilder api) => EnterprisesApi.Map(api);
}
