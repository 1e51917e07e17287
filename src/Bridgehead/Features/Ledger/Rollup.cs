namespace Bridgehead.Features.Ledger;

/// <summary>
/// The sum of the entries of one indicator, unit, span and group, kept in the transaction of the entry. Everything shown is read
/// from here, so it costs the same for a hundred projects and for a million.
/// </summary>
public sealed class Rollup
{
    /// <summary>Which indicator.</summary>
    public Guid IndicatorId { get; internal set; }
    /// <summary>Which unit, without what is below it.</summary>
    public Guid UnitId { get; internal set; }
    /// <summary>The first month, as yyyymm.</summary>
    public int FromMonth { get; internal set; }
    /// <summary>The last month, as yyyymm.</summary>
    public int ToMonth { get; internal set; }
    /// <summary>Whether it is a statement for the whole unit and span.</summary>
    public bool Whole { get; internal set; }
    /// <summary>By which side.</summary>
    public Dimension Dimension { get; internal set; }
    /// <summary>Which group; empty for the whole.</summary>
    public string Key { get; internal set; } = "";
    /// <summary>The sum, in the indicator's smallest unit.</summary>
    public long Value { get; internal set; }
    /// <summary>How many entries stand, those taken back not counted; below 0 where more was taken back than entered, as when a closed month is corrected.</summary>
    public long Entries { get; internal set; }

    /// <summary>Whether anything is known: where all was taken back there is nothing, not 0.</summary>
    public bool Stands => Entries != 0 || Value != 0;

    /// <summary>The sums an entry goes into: the total, unless it is a part of a statement, and one for each side it says something of.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="tier">How well its evidence proves it.</param>
    public static IEnumerable<Rollup> Of(LedgerEntry entry, EvidenceTier tier)
    {
        if (entry.Breakdown == Dimension.None)
        {
            yield return Of(entry, Dimension.None, "");
            yield return Of(entry, Dimension.Tier, tier.ToString());
        }
        foreach (var side in Sides)
            if ((entry.Breakdown == Dimension.None || entry.Breakdown == side) && entry.Key(side) is { } key)
                yield return Of(entry, side, key);
    }

    private static readonly Dimension[] Sides = [Dimension.Origin, Dimension.Industry, Dimension.Band, Dimension.Other];

    private static Rollup Of(LedgerEntry entry, Dimension dimension, string key) => new()
    {
        IndicatorId = entry.IndicatorId, UnitId = entry.UnitId, FromMonth = entry.FromMonth, ToMonth = entry.ToMonth, Whole = entry.Whole,
        Dimension = dimension, Key = key, Value = entry.Value, Entries = entry.ReversesSequence is null ? 1 : -1,
    };

    /// <summary>What tells one sum from another.</summary>
    public (Guid, Guid, int, int, bool, Dimension, string) Place => (IndicatorId, UnitId, FromMonth, ToMonth, Whole, Dimension, Key);
}
