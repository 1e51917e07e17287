using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;

namespace Bridgehead;

/// <summary>The root of what a role in a unit may see. City-level offices see the city; the others see their own unit and below.</summary>
public static class DataScope
{
    /// <summary>The path the scope is rooted at; null for those who see nothing of the units' data.</summary>
    public static string? RootFor(Role role, Unit unit) => unit.Kind switch
    {
        UnitKind.City => unit.Path,
        UnitKind.CityBureau or UnitKind.CityDepartment or UnitKind.Leaders or UnitKind.Auditors => ParentOf(unit.Path),
        UnitKind.District or UnitKind.Park or UnitKind.Outpost => unit.Path,
        _ => null,
    };

    private static string ParentOf(string path)
    {
        var cut = path.TrimEnd('/').LastIndexOf('/');
        return path[..(cut + 1)];
    }
}
