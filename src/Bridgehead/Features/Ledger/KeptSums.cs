using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead.Features.Ledger;

/// <summary>The sums of entries: gathered one by one, added to the stored ones, or made again to verify or to look back at an earlier day.</summary>
internal sealed class KeptSums
{
    private readonly Dictionary<(Guid, Guid, int, int, bool, Dimension, string), Rollup> sums = [];

    /// <summary>What was gathered.</summary>
    public IReadOnlyCollection<Rollup> All => sums.Values;

    /// <summary>Gathers one more entry.</summary>
    public void Add(LedgerEntry entry, EvidenceTier tier)
    {
        foreach (var part in Rollup.Of(entry, tier)) Add(part);
    }

    /// <summary>Gathers what an entry adds to one tier and takes from another.</summary>
    public void Move(LedgerEntry entry, EvidenceTier from, EvidenceTier to)
    {
        foreach (var part in Rollup.Of(entry, from).Where(p => p.Dimension == Dimension.Tier))
        {
            (part.Value, part.Entries) = (-part.Value, -part.Entries);
            Add(part);
        }
        foreach (var part in Rollup.Of(entry, to).Where(p => p.Dimension == Dimension.Tier)) Add(part);
    }

    /// <summary>Gathers a part.</summary>
    public void Add(Rollup part)
    {
        if (sums.TryGetValue(part.Place, out var sum)) (sum.Value, sum.Entries) = (checked(sum.Value + part.Value), sum.Entries + part.Entries);
        else sums.Add(part.Place, part);
    }

    /// <summary>Adds what was gathered to the stored sums in the open transaction: one prepared statement for them all, the same on both databases.</summary>
    public async Task Store(BridgeheadDb db, CancellationToken cancel)
    {
        await db.BeginWrite(cancel);
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, Upsert);
        foreach (var sum in sums.Values.OrderBy(s => s.Place))
        {
            object[] values = [sum.IndicatorId, sum.UnitId, sum.Dimension.ToString(), sum.FromMonth, sum.ToMonth, sum.Whole, sum.Key, sum.Value, sum.Entries];
            for (var i = 0; i < values.Length; i++)
            {
                if (command.Parameters.Count == i) command.Parameters.Add(Parameter(command, i));
                command.Parameters[i].Value = values[i];
            }
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private const string Upsert = """
        INSERT INTO "Rollups" ("IndicatorId", "UnitId", "Dimension", "FromMonth", "ToMonth", "Whole", "Key", "Value", "Entries")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
        ON CONFLICT ("IndicatorId", "UnitId", "Dimension", "FromMonth", "ToMonth", "Whole", "Key")
        DO UPDATE SET "Value" = "Rollups"."Value" + excluded."Value", "Entries" = "Rollups"."Entries" + excluded."Entries"
        """;

    private static DbParameter Parameter(DbCommand command, int place)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{place}");
        return parameter;
    }
}
