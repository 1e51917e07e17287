using Bridgehead.Features.Access;

namespace Bridgehead.Features.Organisations;

/// <summary>The organisation tree: city bureau, departments, districts, parks, outposts and the others.</summary>
public static class OrganisationsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services.AddScoped<FoundUnit>();

    /// <summary>Maps its endpoints: GET /api/units.</summary>
    public static void MapOrganisations(this IEndpointRouteBuilder api) => api
        .MapGet("/units", async (string? after, int? limit, ScopedUnits units, CancellationToken cancel) => Listed.Page(
            (await units.All(cancel)).Select(u => new UnitView(u.Id, u.Code, u.Name, u.ShortName, u.EnglishName, u.Kind, u.ParentId, u.Path, u.Version)), u => u.Code, after, limit))
        .RequireAuthorization(Permission.SignedIn).WithName("units.list").WithTags("units").Says("列出数据范围内的单位", "按行政次序；path 说明上下级");
}

/// <summary>A unit as the API shows it.</summary>
public sealed record UnitView(
    Guid Id, string Code, string Name, string? ShortName, string? EnglishName, UnitKind Kind, Guid? ParentId, string Path, long Version);
