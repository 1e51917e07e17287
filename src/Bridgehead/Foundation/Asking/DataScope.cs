using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;

namespace Bridgehead;

/// <summary>
/// The root of what a role in a unit may see. City-level offices see the city; the others see their own unit and below. Those who are not of the administration,
/// enterprises, agents and banks, see nothing of any unit's data, whatever unit keeps their account: an enterprise sees its own projects, and only those.
/// </summary>
public static class DataScope
{
    /// <summary>The path the scope is rooted at; null for those who see nothing of the units' data.</summary>
    public static string? RootFor(Role role, Unit unit) => unit.Kind switch
    {
        _ when role is Role.Enterprise or Role.Agent or Role.Bank => null,
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
