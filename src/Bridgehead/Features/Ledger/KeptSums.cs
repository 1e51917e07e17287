using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead.Features.Ledger;

/// <summary>The sums of entries: gathered one by one, added to the stored ones, or made again to verify or to look back at an earlier day.</summary>
internal sealed class KeptSums
{
    private readonly Dictionary<(Guid, Guid, int, int, bool, Dimension, string), Rollup> sums = [];
    private readonly Dictionary<Alike, (LedgerEntry First, long Value, long Entries)> entered = [];

    /// <summary>What was gathered.</summary>
    public IReadOnlyCollection<Rollup> All
    {
        get
        {
            foreach (var (alike, (first, value, entries)) in entered)
                foreach (var part in Rollup.Of(first, alike.Tier))
                {
                    (part.Value, part.Entries) = (value, entries);
                    Add(part);
                }
            entered.Clear();
            return sums.Values;
        }
    }

    /// <summary>Gathers one more entry. Entries that go into the same sums are added up first and taken apart once.</summary>
    public void Add(LedgerEntry entry, EvidenceTier tier)
    {
        var alike = new Alike(entry.IndicatorId, entry.UnitId, entry.FromMonth, entry.ToMonth, entry.Whole, entry.Breakdown, entry.Origin, entry.Industry, entry.Band, entry.Other, tier);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(entered, alike, out _);
        sum = (sum.First ?? entry, checked(sum.Value + entry.Value), sum.Entries + (entry.ReversesSequence is null ? 1 : -1));
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
        foreach (var sum in All.OrderBy(s => s.Place))
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

    /// <summary>What decides which sums an entry goes into.</summary>
    private readonly record struct Alike(Guid Indicator, Guid Unit, int From, int To, bool Whole, Dimension Breakdown, string? Origin, string? Industry, string? Band, string? Other, EvidenceTier Tier);

    private static DbParameter Parameter(DbCommand command, int place)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{place}");
        return parameter;
    }
}
