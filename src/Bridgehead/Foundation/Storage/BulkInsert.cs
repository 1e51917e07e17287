using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bridgehead;

/// <summary>
/// Writes many new rows of one table in the open transaction, past the tracker: a prepared statement on SQLite, COPY on
/// PostgreSQL. The caller notes what it did in the trail, once for the batch.
/// </summary>
public static class BulkInsert
{
    private const int Many = 1_000;

    /// <summary>Inserts the rows, which may be made on another thread as they are taken; new versioned things start at version 1. Returns how many.</summary>
    public static async Task<int> Into<T>(BridgeheadDb db, IEnumerable<T> rows, CancellationToken cancel = default) where T : class
    {
        await db.BeginWrite(cancel);
        var table = new TableShape(db.Model.FindEntityType(typeof(T))!);
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return db.IsPostgres
            ? await Copy((NpgsqlConnection)transaction.Connection!, table, rows, cancel)
            : Insert((SqliteConnection)transaction.Connection!, table, rows, cancel);
    }

    private static int Insert<T>(SqliteConnection connection, TableShape table, IEnumerable<T> rows, CancellationToken cancel) where T : class
    {
        using var insert = new SqliteInsert(connection, table.InsertStatement);
        var (count, spare) = (0, new ConcurrentQueue<SqliteRow>());
        // of many rows the values are made ready on another core, while the database stores those before
        var ready = rows.Select(row => table.Store(row, spare.TryDequeue(out var used) ? used : new SqliteRow(table.Columns.Length)));
        foreach (var row in rows.TryGetNonEnumeratedCount(out var few) && few < Many ? ready : Ahead.Of(ready, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            insert.Run(row);
            spare.Enqueue(row);
            count++;
        }
        return count;
    }

    private static async Task<int> Copy<T>(NpgsqlConnection connection, TableShape table, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(table.CopyStatement, cancel);
        var count = 0;
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancel);
            foreach (var column in table.Columns)
            {
                if (column.Of(row) is { } value) await writer.WriteAsync(value, column.StoreType, cancel);
                else await writer.WriteNullAsync(cancel);
            }
            count++;
        }
        await writer.CompleteAsync(cancel);
        return count;
    }

    private sealed class TableShape
    {
        public TableShape(IEntityType type)
        {
            var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            Columns = [.. type.GetProperties()
                .Where(p => !(p.ValueGenerated == ValueGenerated.OnAdd && p.ClrType == typeof(long) && p.IsPrimaryKey()))
                .Select(p => new Column(p, p.GetColumnName(store)!))];
            var names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
            InsertStatement = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
            CopyStatement = $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)";
        }

        public Column[] Columns { get; }

        public SqliteRow Store<T>(T row, SqliteRow values) where T : class
        {
            values.Clear();
            foreach (var column in Columns) values.Add(column.Of(row));
            return values;
        }

        public string InsertStatement { get; }
        public string CopyStatement { get; }
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly bool isVersion = property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(property.DeclaringType.ClrType);
        private readonly IClrPropertyGetter getter = property.GetGetter();

        public string Name => name;
        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public object? Of(object row)
        {
            if (isVersion) return 1L;
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
