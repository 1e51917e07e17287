using Bridgehead.Features.Access;

namespace Bridgehead.Features.Organisations;

/// <summary>The organisation tree: city bureau, departments, districts, parks, outposts and the others.</summary>
public static class OrganisationsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services.AddScoped<FoundUnit>();

    /// <summary>Maps its endpoints: GET /api/units.</summary>
    public static void MapOrganisations(this IEndpointRouteBuilder api) => api
        .MapGet("/units", async (ScopedUnits units, CancellationToken cancel) => (await units.All(cancel))
            .Select(u => new UnitView(u.Id, u.Code, u.Name, u.ShortName, u.EnglishName, u.Kind.ToString(), u.ParentId, u.Path, u.Version)))
        .RequireAuthorization(Permission.SignedIn).WithName("units.list");
}

/// <summary>A unit as the API shows it.</summary>
public sealed record UnitView(
    Guid Id, string Code, string Name, string? ShortName, string? EnglishName, string Kind, Guid? ParentId, string Path, long Version);
