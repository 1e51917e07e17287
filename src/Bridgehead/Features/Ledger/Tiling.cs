namespace Bridgehead.Features.Ledger;

/// <summary>
/// Adds sums of one indicator and group over a tree of units. A statement speaks for its whole unit and span: what lies below it is
/// detail, never added. The statement of exactly the span asked for comes first; otherwise the longest ones that fit inside it and do not
/// overlap; the months left over come from the entries and the units below. A longer statement cannot be split.
/// </summary>
internal sealed class Tiling(IEnumerable<Rollup> rollups, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> children)
{
    private readonly ILookup<Guid, Rollup> byUnit = rollups.Where(r => r.Stands).ToLookup(r => r.UnitId);

    /// <summary>The spans covered by a statement that was too long to be used and for which nothing finer is known.</summary>
    public List<(Guid Unit, int From, int To)> Unsplit { get; } = [];

    /// <summary>The sum of a unit and everything below it over a span; null when nothing is known.</summary>
    /// <param name="unit">Which unit.</param>
    /// <param name="span">Which months.</param>
    /// <param name="used">Receives the sums that were added, when somebody wants to see them.</param>
    public (long? Value, long Entries) Of(Guid unit, Months span, List<Rollup>? used = null) => Of(unit, [.. span.Each()], used);

    private (long? Value, long Entries) Of(Guid unit, List<int> months, List<Rollup>? used)
    {
        var (value, entries) = ((long?)null, 0L);
        var left = new HashSet<int>(months);
        foreach (var tile in Tiles(byUnit[unit].Where(r => r.Whole), left))
        {
            (value, entries) = ((value ?? 0) + tile.Value, entries + tile.Entries);
            used?.Add(tile);
            foreach (var month in new Months(tile.FromMonth, tile.ToMonth).Each()) left.Remove(month);
        }
        if (left.Count == 0) return (value, entries);
        var before = value;
        foreach (var detail in byUnit[unit].Where(r => !r.Whole && left.Contains(r.FromMonth) && left.Contains(r.ToMonth)))
        {
            (value, entries) = ((value ?? 0) + detail.Value, entries + detail.Entries);
            used?.Add(detail);
        }
        var rest = left.Order().ToList();
        foreach (var child in children.GetValueOrDefault(unit) ?? [])
            if (Of(child, rest, used) is { Value: { } part } sum) (value, entries) = ((value ?? 0) + part, entries + sum.Entries);
        if (value == before)
            Unsplit.AddRange(byUnit[unit].Where(r => r.Whole && left.Any(m => m >= r.FromMonth && m <= r.ToMonth)).Select(r => (unit, r.FromMonth, r.ToMonth)));
        return (value, entries);
    }

    private static IEnumerable<Rollup> Tiles(IEnumerable<Rollup> statements, HashSet<int> asked)
    {
        var taken = new HashSet<int>();
        foreach (var tile in statements.OrderByDescending(r => new Months(r.FromMonth, r.ToMonth).Count).ThenBy(r => r.FromMonth).ToList())
        {
            var span = new Months(tile.FromMonth, tile.ToMonth).Each().ToList();
            if (!span.TrueForAll(m => asked.Contains(m) && !taken.Contains(m))) continue;
            taken.UnionWith(span);
            yield return tile;
        }
    }
}
