namespace Bridgehead.Features.Ledger;

/// <summary>What stands at the end of a month: the newest statement up to then, and everything entered for later months; below a unit that has no statement, the units under it.</summary>
internal static class Stock
{
    public static (long? Value, long Entries) At(Guid unit, int month, IReadOnlyCollection<Rollup> sums, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> children,
        List<Rollup>? used = null) => After(unit, 0, month, [.. sums.Where(s => s.Stands && s.ToMonth <= month)], children, used);

    private static (long? Value, long Entries) After(
        Guid unit, int after, int month, List<Rollup> sums, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> children, List<Rollup>? used)
    {
        var newest = sums.Where(s => s.UnitId == unit && s.Whole && s.ToMonth > after).OrderByDescending(s => s.ToMonth).ThenBy(s => s.FromMonth).FirstOrDefault();
        var (value, entries) = (newest?.Value, newest?.Entries ?? 0);
        if (newest is not null) used?.Add(newest);
        var from = newest?.ToMonth ?? after;
        foreach (var later in sums.Where(s => s.UnitId == unit && !s.Whole && s.FromMonth > from))
        {
            (value, entries) = ((value ?? 0) + later.Value, entries + later.Entries);
            used?.Add(later);
        }
        if (newest is not null) return (value, entries);
        foreach (var child in children.GetValueOrDefault(unit) ?? [])
            if (After(child, from, month, sums, children, used) is { Value: { } part } sum) (value, entries) = ((value ?? 0) + part, entries + sum.Entries);
        return (value, entries);
    }
}
