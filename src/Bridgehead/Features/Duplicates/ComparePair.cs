namespace Bridgehead.Features.Duplicates;

/// <summary>The two records of a pair field by field, as far as the asker sees them.</summary>
public sealed class ComparePair(BridgeheadDb db, PlanMerge plan)
{
    /// <summary>The fields; the earlier record as the one that stays. Empty when a side is gone or not the asker's to see.</summary>
    public async Task<IReadOnlyList<PlannedField>> Run(PairRow row, CancellationToken cancel = default)
    {
        if (!row.IsWhole) return [];
        var fields = (await plan.Run(row.Pair, row.Pair.FirstId, cancel: cancel)).Fields;
        db.ChangeTracker.Clear();
        return fields;
    }
}
