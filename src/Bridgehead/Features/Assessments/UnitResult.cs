using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Assessments;

/// <summary>What an assessment comes to for one unit.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Group">Its group by its place in the scheme.</param>
/// <param name="Numbers">Its numbers, by item and input.</param>
/// <param name="Items">Its points with their arithmetic, by item.</param>
/// <param name="Total">The published total.</param>
/// <param name="Rank">The place in the group; ties share it; null for who is ruled out or incomplete.</param>
public sealed record UnitResult(Unit Unit, int Group, IReadOnlyList<IReadOnlyList<InputValue?>> Numbers, IReadOnlyList<ItemResult> Items, decimal Total, int? Rank)
{
    /// <summary>Whether it is ruled out.</summary>
    public bool Vetoed => Items.Any(i => i.Vetoed);

    /// <summary>Whether numbers are missing: the total is then only of what is known, and gives no place.</summary>
    public bool Incomplete => Items.Any(i => i.Missing);

    /// <summary>The points of items a document exempts it from; the others count for them in proportion.</summary>
    public WaivedPoints? Waived { get; init; }
}
