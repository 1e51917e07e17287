using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The sums of entries: gathered one by one, added to the stored ones, or made again to verify or to look back at an earlier day.</summary>
internal sealed class KeptSums
{
    private readonly Dictionary<(Guid, Guid, int, int, bool, Dimension, string), Rollup> sums = [];

    /// <summary>The sums of entries.</summary>
    public static IReadOnlyCollection<Rollup> Sum(IEnumerable<LedgerEntry> entries)
    {
        var kept = new KeptSums();
        foreach (var entry in entries) kept.Add(entry);
        return kept.sums.Values;
    }

    /// <summary>Gathers one more entry.</summary>
    public void Add(LedgerEntry entry)
    {
        foreach (var part in Rollup.Of(entry))
        {
            if (sums.TryGetValue(part.Place, out var sum)) (sum.Value, sum.Entries) = (checked(sum.Value + part.Value), sum.Entries + part.Entries);
            else sums.Add(part.Place, part);
        }
    }

    /// <summary>Adds what was gathered to the stored sums in the open transaction. One statement a sum, the same on both databases.</summary>
    public async Task Store(BridgeheadDb db, CancellationToken cancel)
    {
        foreach (var sum in sums.Values.OrderBy(s => s.Place))
        {
            var dimension = sum.Dimension.ToString();
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Rollups" ("IndicatorId", "UnitId", "Dimension", "FromMonth", "ToMonth", "Whole", "Key", "Value", "Entries")
                VALUES ({sum.IndicatorId}, {sum.UnitId}, {dimension}, {sum.FromMonth}, {sum.ToMonth}, {sum.Whole}, {sum.Key}, {sum.Value}, {sum.Entries})
                ON CONFLICT ("IndicatorId", "UnitId", "Dimension", "FromMonth", "ToMonth", "Whole", "Key")
                DO UPDATE SET "Value" = "Rollups"."Value" + excluded."Value", "Entries" = "Rollups"."Entries" + excluded."Entries"
                """, cancel);
        }
    }
}
