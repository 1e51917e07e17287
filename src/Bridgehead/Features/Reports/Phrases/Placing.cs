namespace Bridgehead.Features.Reports;

/// <summary>Orders units by completion: equal completion shares a place, and the next place is left out.</summary>
public static class Placing
{
    /// <summary>The groups with their places, best first; those whose completion is unknown stand last without one.</summary>
    public static IReadOnlyList<(GroupFact Group, int? Place)> ByCompletion(IEnumerable<GroupFact> groups)
    {
        var ordered = groups.OrderByDescending(group => group.Completion ?? decimal.MinValue).ToList();
        return [.. ordered.Select(group => (group, Place(ordered, group)))];
    }

    private static int? Place(List<GroupFact> ordered, GroupFact group) =>
        group.Completion is { } completion ? 1 + ordered.Count(other => other.Completion > completion) : null;
}
