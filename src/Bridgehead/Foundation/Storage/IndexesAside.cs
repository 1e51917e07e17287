using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead;

/// <summary>
/// Lets very many rows come into a table of the embedded database without keeping its indexes in order row by row: they are taken away before and made
/// anew after, sorted once, all in the one open transaction. Whoever reads meanwhile sees what stood before, indexes and all, and so does everybody when
/// the transaction comes to nothing. What must be unique is never taken away: each row is still held against it.
/// </summary>
public static class IndexesAside
{
    /// <summary>Fewer rows are written faster with the indexes in place.</summary>
    public const int Least = 10_000;

    /// <summary>Writes rows of one kind while the plain indexes of its table are away, when it is worth it: the rows are many, and not fewer than those that stand.</summary>
    /// <param name="db">The database, in whose unit of work is written.</param>
    /// <param name="rows">How many rows come.</param>
    /// <param name="write">Writes them; reads nothing of the table by what its indexes hold.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task During<T>(BridgeheadDb db, int rows, Func<Task> write, CancellationToken cancel = default) where T : class
    {
        await db.BeginWrite(cancel);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var indexes = !db.IsPostgres && rows >= Least && !await HasMoreThan(db, table, rows, cancel) ? await Plain(db, table, cancel) : [];
        foreach (var (name, _) in indexes) await Execute(db, $"DROP INDEX \"{name}\"", cancel);
        await write();
        foreach (var (_, statement) in indexes) await Execute(db, statement, cancel);
        if (indexes.Count > 0) FlushAhead.Begin(db.Database.GetDbConnection());
    }

    private static async Task<bool> HasMoreThan(BridgeheadDb db, string table, int rows, CancellationToken cancel)
    {
        await using var command = Command(db, $"SELECT 1 FROM \"{table}\" LIMIT 1 OFFSET {rows}");
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>The indexes that only help to find, each with the statement that made it, in their order.</summary>
    private static async Task<List<(string Name, string Statement)>> Plain(BridgeheadDb db, string table, CancellationToken cancel)
    {
        await using var command = Command(db, $"SELECT m.name, m.sql FROM sqlite_master m JOIN pragma_index_list('{table}') l ON l.name = m.name WHERE m.type = 'index' AND m.sql IS NOT NULL AND l.\"unique\" = 0 ORDER BY m.rowid");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var plain = new List<(string, string)>();
        while (await reader.ReadAsync(cancel)) plain.Add((reader.GetString(0), reader.GetString(1)));
        return plain;
    }

    private static async Task Execute(BridgeheadDb db, string statement, CancellationToken cancel)
    {
        await using var command = Command(db, statement);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static DbCommand Command(BridgeheadDb db, string text)
    {
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        return command;
    }
}
