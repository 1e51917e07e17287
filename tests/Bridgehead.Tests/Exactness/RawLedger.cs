using System.Globalization;
using System.Numerics;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Exactness;

/// <summary>The sums worked out once more, from the raw rows and in whole numbers without bound: shares no line with the program.</summary>
internal sealed class RawLedger
{
    private readonly Dictionary<string, string> parents = [];
    private readonly Dictionary<string, string> codes = [];
    private readonly List<(string Indicator, string Unit, int From, int To, BigInteger Value)> entries = [];

    /// <summary>The agreed investment of the projects in use, in fen, by unit.</summary>
    public Dictionary<string, BigInteger> Projects { get; } = [];

    /// <summary>Reads the raw rows.</summary>
    public static async Task<RawLedger> Of(BridgeheadDb db)
    {
        var raw = new RawLedger();
        foreach (var row in await Rows(db, """SELECT "Id", "Code", "ParentId" FROM "Units" """))
        {
            raw.codes[row[0]] = row[1];
            if (row[2].Length > 0) raw.parents[row[0]] = row[2];
        }
        var indicators = (await Rows(db, """SELECT "Id", "Code" FROM "Indicators" """)).ToDictionary(r => r[0], r => r[1]);
        foreach (var row in await Rows(db, """SELECT "IndicatorId", "UnitId", "FromMonth", "ToMonth", "Value", "Breakdown" FROM "LedgerEntries" """))
            if (row[5] == "None") raw.entries.Add((indicators[row[0]], row[1], Number(row[2]), Number(row[3]), BigInteger.Parse(row[4], CultureInfo.InvariantCulture)));
        foreach (var row in await Rows(db, """SELECT "UnitId", "AmountFen" FROM "Projects" WHERE "DeletedAt" IS NULL"""))
            raw.Projects[row[0]] = raw.Projects.GetValueOrDefault(row[0]) + BigInteger.Parse(row[1], CultureInfo.InvariantCulture);
        return raw;
    }

    /// <summary>The sum of an indicator for a unit and everything below it; null where there is no entry.</summary>
    public BigInteger? Sum(string indicator, string unit, int from, int to)
    {
        var found = entries.Where(e => e.Indicator == indicator && e.From >= from && e.To <= to && Below(e.Unit, unit)).ToList();
        return found.Count == 0 ? null : found.Aggregate(BigInteger.Zero, (sum, e) => sum + e.Value);
    }

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Count;

    private bool Below(string id, string code)
    {
        for (string? at = id; at is not null; at = parents.GetValueOrDefault(at))
            if (codes[at] == code) return true;
        return false;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<List<string[]>> Rows(BridgeheadDb db, string question)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the questions stand above
        command.CommandText = question;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string[]>();
        while (await rows.ReadAsync())
            found.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? "" : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!.ToUpperInvariant())
                .Select((text, i) => rows.GetName(i).EndsWith("Id", StringComparison.Ordinal) ? text : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return found;
    }
}
