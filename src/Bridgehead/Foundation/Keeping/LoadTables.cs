using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bridgehead;

/// <summary>Writes the tables of a backup into a freshly migrated database, in one transaction.</summary>
internal sealed class LoadTables(BridgeheadDb db, BackupFile backup)
{
    /// <summary>Writes them all. Refused when a table or column of the backup is not one of this program's.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var tables = KeptTable.All(db);
        var names = tables.Select(t => $"tables/{t.Name}.jsonl").ToHashSet();
        Refusal.Unless(names.SetEquals(backup.Manifest.Parts.Where(p => p.Rows is not null).Select(p => p.Name)), $"备份中的数据表与本程序不符，请用制作备份时的版本恢复");
        await db.BeginWrite(cancel);
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (!db.IsPostgres) await Execute(transaction, "PRAGMA defer_foreign_keys=ON", cancel);
        foreach (var table in tables.Reverse()) await Execute(transaction, $"DELETE FROM \"{table.Name}\"", cancel);
        foreach (var table in tables)
        {
            var part = backup.Manifest.Parts.Single(p => p.Name == $"tables/{table.Name}.jsonl");
            Refusal.Unless(await Load(transaction, table, part.Name, cancel) == part.Rows, $"备份文件已损坏：{part.Name}与其校验值不符");
            if (db.IsPostgres) await CountOn(transaction, table, cancel);
        }
        await SearchIndex.Rebuild(db, cancel);
        await db.Database.CommitTransactionAsync(cancel);
    }

    private async Task<long> Load(DbTransaction transaction, KeptTable table, string part, CancellationToken cancel)
    {
        using var from = new StreamReader(await backup.Part(part, cancel));
        var columns = JsonSerializer.Deserialize<string[]>(await from.ReadLineAsync(cancel) ?? "[]")!;
        Refusal.Unless(columns.SequenceEqual(table.Columns.Select(c => c.Name)), $"备份中的数据表与本程序不符，请用制作备份时的版本恢复");
        return db.IsPostgres ? await Copy((NpgsqlConnection)transaction.Connection!, table, from, cancel) : await Insert(transaction, table, from, cancel);
    }

    private static async Task<long> Insert(DbTransaction transaction, KeptTable table, StreamReader from, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (table.InsertStatement, transaction);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }
        var rows = 0L;
        for (; await from.ReadLineAsync(cancel) is { } line; rows++)
        {
            using var row = JsonDocument.Parse(line);
            for (var i = 0; i < table.Columns.Count; i++) command.Parameters[i].Value = Cell(table.Columns[i], row.RootElement[i]) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
        return rows;
    }

    private static async Task<long> Copy(NpgsqlConnection connection, KeptTable table, StreamReader from, CancellationToken cancel)
    {
        await using var writer = await connection.BeginBinaryImportAsync(table.CopyStatement, cancel);
        var rows = 0L;
        for (; await from.ReadLineAsync(cancel) is { } line; rows++)
        {
            using var row = JsonDocument.Parse(line);
            await writer.StartRowAsync(cancel);
            for (var i = 0; i < table.Columns.Count; i++)
                if (Cell(table.Columns[i], row.RootElement[i]) is { } value) await writer.WriteAsync(value, Plain(table.Columns[i].StoreType), cancel);
                else await writer.WriteNullAsync(cancel);
        }
        await writer.CompleteAsync(cancel);
        return rows;
    }

    private static object? Cell(KeptColumn column, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : column.Kind.Parse(value);

    private static string Plain(string storeType) => storeType.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? storeType[..at] : storeType;

    /// <summary>PostgreSQL counts on from the highest number restored.</summary>
    private static async Task CountOn(DbTransaction transaction, KeptTable table, CancellationToken cancel)
    {
        foreach (var column in table.Columns.Where(c => c.IsCounted))
            await Execute(transaction,
                $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}'), (SELECT coalesce(max(\"{column.Name}\"), 0) + 1 FROM \"{table.Name}\"), false)", cancel);
    }

    private static async Task Execute(DbTransaction transaction, string statement, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (statement, transaction);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
