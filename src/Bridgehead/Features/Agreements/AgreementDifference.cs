namespace Bridgehead.Features.Agreements;

/// <summary>What a supplementary agreement did to a promise.</summary>
public enum DifferenceKind
{
    /// <summary>It is new.</summary>
    [Label("新增")] Added,
    /// <summary>It is no longer in the agreement.</summary>
    [Label("已取消")] Dropped,
    /// <summary>It says something else.</summary>
    [Label("变更")] Changed,
    /// <summary>It stands as before.</summary>
    [Label("未变")] Same,
}

/// <summary>One promise in two versions.</summary>
/// <param name="Line">The promise through all versions.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Before">As it stood; null when it is new.</param>
/// <param name="After">As it stands; null when it was dropped.</param>
public sealed record PromiseDifference(Guid Line, DifferenceKind Kind, PromiseTerms? Before, PromiseTerms? After);

/// <summary>The difference between two versions of an agreement, promise by promise.</summary>
public static class AgreementDifference
{
    /// <summary>Every promise of either version once, in the order of the later one, the dropped last.</summary>
    public static IReadOnlyList<PromiseDifference> Between(IReadOnlyList<Promise> before, IReadOnlyList<Promise> after)
    {
        var earlier = before.ToDictionary(p => p.LineId, p => p.Terms);
        var kept = after.Select(p => p.LineId).ToHashSet();
        return
        [
            .. after.Select(p => earlier.TryGetValue(p.LineId, out var old)
                ? new PromiseDifference(p.LineId, old == p.Terms ? DifferenceKind.Same : DifferenceKind.Changed, old, p.Terms)
                : new PromiseDifference(p.LineId, DifferenceKind.Added, null, p.Terms)),
            .. before.Where(p => !kept.Contains(p.LineId)).Select(p => new PromiseDifference(p.LineId, DifferenceKind.Dropped, p.Terms, null)),
        ];
    }
}
