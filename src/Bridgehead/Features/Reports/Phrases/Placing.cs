namespace Bridgehead.Features.Reports;

/// <summary>Orders units by completion: equal completion shares a place, and the next place is left out.</summary>
public static class Placing
{
    /// <summary>The groups with their places, best first; those whose completion is unknown stand last without one.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="lowerIsBetter">Whether less is better.</param>
    public static IReadOnlyList<(GroupFact Group, int? Place)> ByCompletion(IEnumerable<GroupFact> groups, bool lowerIsBetter = false)
    {
        decimal? Good(GroupFact group) => lowerIsBetter ? -group.Completion : group.Completion;
        var ordered = groups.OrderByDescending(group => Good(group) ?? decimal.MinValue).ToList();
        return [.. ordered.Select(group => (group, Good(group) is { } mine ? (int?)(1 + ordered.Count(other => Good(other) > mine)) : null))];
    }
}
