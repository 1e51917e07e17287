using Bridgehead.Features.Access;

namespace Bridgehead.Features.Projects.Views;

/// <summary>
/// The outlines of the city's districts: a GeoJSON file the installation puts into its data folder as map.geojson, with the name or the code of each unit in its
/// properties. Maps of China may only be shown as approved (《地图管理条例》第十五条), so the file and its approval number are the city's own.
/// </summary>
internal static class MapOutline
{
    /// <summary>Where the file is looked for.</summary>
    public static string FileOf(Installation installation) => Path.Combine(installation.DataFolder, "map.geojson");

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/projects/map/outline", (Installation installation) =>
        File.Exists(FileOf(installation)) ? Results.File(FileOf(installation), "application/geo+json") : Results.NotFound())
        .RequireAuthorization(Permission.ReadProjects).WithName("projects.map.outline").ExcludeFromDescription();
}
