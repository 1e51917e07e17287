using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Keeps the sums: adds entries to them, and makes them from entries again to verify or to look back at an earlier day.</summary>
internal static class KeptSums
{
    /// <summary>Adds the entries to the stored sums in the open transaction. One statement a sum, the same on both databases.</summary>
    public static async Task Add(BridgeheadDb db, IEnumerable<LedgerEntry> entries, CancellationToken cancel)
    {
        foreach (var sum in Sum(entries).OrderBy(s => s.Place))
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

    /// <summary>The sums of entries.</summary>
    public static IReadOnlyCollection<Rollup> Sum(IEnumerable<LedgerEntry> entries)
    {
        var sums = new Dictionary<(Guid, Guid, int, int, bool, Dimension, string), Rollup>();
        foreach (var part in entries.SelectMany(Rollup.Of))
        {
            if (sums.TryGetValue(part.Place, out var sum)) (sum.Value, sum.Entries) = (checked(sum.Value + part.Value), sum.Entries + part.Entries);
            else sums.Add(part.Place, part);
        }
        return sums.Values;
    }
}
