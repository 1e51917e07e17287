using System.Globalization;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Checking;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Bench;

/// <summary>A city with 1,000,000 entries in its ledger and 100,000 vouchers: the cockpit, the checks of one voucher, the proof of everything.</summary>
internal static class MoneyOfACity
{
    private const int Vouchers = 100_000;
    private const int Asked = 300;

    public static async Task Run(Cities cities, Results results)
    {
        var data = await City(cities);
        await using (var site = await RunningSite.Of(data))
        {
            using var time = new ServerTime();
            var cockpit = (await time.InTurn(300, 200, (site.Client, "/")))[0];
            results.Add("cockpit with 1,000,000 entries and 100,000 vouchers", $"median {cockpit.Median:0.0} ms, 95th percentile {cockpit.At(95):0.0} ms", "< 50 ms", cockpit.At(95) < 50);
            var checks = new Timing();
            foreach (var voucher in await Some(site, Asked)) checks.Add(await Checked(site, voucher));
            results.Add("all checks of one voucher, duplicates among 100,000 with them", $"median {checks.Median:0.0} ms, 95th percentile {checks.At(95):0.0} ms", "< 20 ms", checks.At(95) < 20);
        }
        var (seconds, megabytes, said) = await Cities.Program("verify", "--data", data);
        results.Add("verify: chain, sums, entries, vouchers, from the program's start to its end", $"{seconds:0.0} s, {megabytes} MB", "< 60 s", seconds < 60);
        Console.Error.WriteLine(said);
    }

    private static async Task<List<Guid>> Some(RunningSite site, int count)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<BridgeheadDb>().Set<Voucher>().OrderBy(v => v.Number).Select(v => v.Id).ToListAsync();
        return [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Count / count)])];
    }

    // as a request does it: a scope of its own, the voucher read, its key looked up, everything about it checked
    private static async Task<double> Checked(RunningSite site, Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, check) = (scope.ServiceProvider.GetRequiredService<BridgeheadDb>(), scope.ServiceProvider.GetRequiredService<CheckVoucher>());
        var voucher = await db.Set<Voucher>().AsNoTracking().SingleAsync(v => v.Id == id);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (voucher.Number is { } number) await db.Set<VoucherKey>().Where(k => k.Kind == VoucherKeyKind.Invoice && k.Key == number).Select(k => (Guid?)k.VoucherId).FirstOrDefaultAsync();
        await check.Run(voucher);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<string> City(Cities cities)
    {
        var data = await cities.Of(131_000);
        var told = Path.Combine(data, "vouchers");
        if (File.Exists(told)) return data;
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "bridgehead.db")}");
        await connection.OpenAsync();
        var entries = (long)(await Ask(connection, """SELECT count(*) FROM "LedgerEntries" """))!;
        if (entries < 1_000_000) throw new InvalidOperationException($"The city has {entries} entries only");
        await Multiply(connection);
        await File.WriteAllTextAsync(told, "");
        return data;
    }

    /// <summary>The vouchers of the demo city again and again, as drafts, each with a number of its own and a seller who has some twenty.</summary>
    private static async Task Multiply(SqliteConnection connection)
    {
        await using var all = (SqliteTransaction)await connection.BeginTransactionAsync();
        var originals = new List<(string Id, string? Number)>();
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = """SELECT "Id", "Number" FROM "Vouchers" """;
            await using var row = await read.ExecuteReaderAsync();
            while (await row.ReadAsync()) originals.Add((row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)));
        }
        var columns = new List<string>();
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = """SELECT name FROM pragma_table_info('Vouchers') WHERE name NOT IN ('Id', 'Number', 'Seller', 'State', 'EvidenceId', 'AllocatedFen', 'RecognisedFen', 'Original')""";
            await using var row = await read.ExecuteReaderAsync();
            while (await row.ReadAsync()) columns.Add($"\"{row.GetString(0)}\"");
        }
        await using var add = connection.CreateCommand();
        add.CommandText = $"""
            INSERT INTO "Vouchers" ("Id", "Number", "Seller", "State", "EvidenceId", "AllocatedFen", "RecognisedFen", "Original", {string.Join(", ", columns)})
            SELECT $id, $number, "Seller" || $group, 'Draft', NULL, 0, 0, NULL, {string.Join(", ", columns)} FROM "Vouchers" WHERE "Id" = $of
            """;
        await using var key = connection.CreateCommand();
        key.CommandText = """INSERT INTO "VoucherKeys" ("Kind", "Key", "VoucherId") VALUES ('Invoice', $number, $id)""";
        for (var i = originals.Count; i < Vouchers; i++)
        {
            var (of, id, number) = (originals[i % originals.Count].Id, Guid.CreateVersion7().ToString().ToUpperInvariant(), (88_000_000_000_000_000_000m + i * 3).ToString(CultureInfo.InvariantCulture));
            await Do(add, ("$id", id), ("$of", of), ("$number", number), ("$group", $"{i / originals.Count / 20}分公司"));
            await Do(key, ("$id", id), ("$number", number));
        }
        await all.CommitAsync();
    }

    private static Task<int> Do(SqliteCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Ask(SqliteConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written above
        command.CommandText = question;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
