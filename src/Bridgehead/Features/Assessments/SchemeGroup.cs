using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Assessments;

/// <summary>Units that are comparable with each other and ranked apart from others.</summary>
/// <param name="Name">What the group is called: 区县, A组.</param>
/// <param name="Kind">All units of this kind; null for the named ones only.</param>
/// <param name="Units">The codes of single units.</param>
public sealed record SchemeGroup(string Name, UnitKind? Kind, IReadOnlyList<string> Units)
{
    /// <summary>Whether a unit belongs to it.</summary>
    public bool Has(Unit unit) => unit.Kind == Kind || Units.Contains(unit.Code);
}
