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
    private const int Together = 200, Lead = 10;

    /// <summary>Inserts the rows, which may be made on another thread as they are taken; new versioned things start at version 1. Returns how many.</summary>
    public static Task<int> Into<T>(BridgeheadDb db, IEnumerable<T> rows, CancellationToken cancel = default) where T : class => Into(db, rows, null, cancel);

    /// <summary>The same, with something done on the embedded database each time so many rows are in, and after the last of them.</summary>
    internal static async Task<int> Into<T>(BridgeheadDb db, IEnumerable<T> rows, Interludes? between, CancellationToken cancel) where T : class
    {
        await db.BeginWrite(cancel);
        var table = new TableShape<T>(db.Model.FindEntityType(typeof(T))!);
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return db.IsPostgres
            ? await Copy((NpgsqlConnection)transaction.Connection!, table, rows, cancel)
            : await Insert((SqliteConnection)transaction.Connection!, table, rows, between, cancel);
    }

    private static async Task<int> Insert<T>(SqliteConnection connection, TableShape<T> table, IEnumerable<T> rows, Interludes? between, CancellationToken cancel) where T : class
    {
        using var insert = new SqliteInsert(connection, table.InsertStatement);
        var (count, spare) = (0, new ConcurrentQueue<SqliteRow>());
        // of many rows the values are made ready on another core, while the database stores those before
        var ready = rows.Select(row => table.Store(row, spare.TryDequeue(out var used) ? used : new SqliteRow(table.Columns.Length)));
        foreach (var row in Ahead.Of(ready, Together, Math.Max(Lead, between?.Rows / Together ?? 0), cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (insert.Run(row) is { } free) spare.Enqueue(free);
            count++;
            if (between is not null && count % between.Rows == 0) await between.Do();
        }
        if (between is not null && count % between.Rows > 0) await between.Do();
        if (count >= IndexesAside.Least) FlushAhead.Begin(connection);
        return count;
    }

    private static async Task<int> Copy<T>(NpgsqlConnection connection, TableShape<T> table, IEnumerable<T> rows, CancellationToken cancel)
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

    private sealed class TableShape<T> where T : class
    {
        public TableShape(IEntityType type)
        {
            var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            Columns = [.. type.GetProperties()
                .Where(p => !(p.ValueGenerated == ValueGenerated.OnAdd && p.ClrType == typeof(long) && p.IsPrimaryKey()))
                .Select(p => new Column<T>(p, p.GetColumnName(store)!))];
            var names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
            InsertStatement = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
            CopyStatement = $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)";
        }

        public Column<T>[] Columns { get; }

        public SqliteRow Store(T row, SqliteRow values)
        {
            values.Clear();
            foreach (var column in Columns) column.Store(row, values);
            return values;
        }

        public string InsertStatement { get; }
        public string CopyStatement { get; }
    }

    private sealed class Column<T>(IProperty property, string name) where T : class
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly bool isVersion = property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(property.DeclaringType.ClrType);
        private readonly IClrPropertyGetter getter = property.GetGetter();

        public string Name => name;
        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        private readonly Action<T, SqliteRow>? store = property.Name == nameof(IVersioned.Version) || property.GetTypeMapping().Converter is not null ? null : Plain(property);

        /// <summary>Adds the value of a row to others; the plain types without making an object of each.</summary>
        public void Store(T row, SqliteRow values)
        {
            if (store is not null) store(row, values);
            else values.Add(Of(row));
        }

        private static Action<T, SqliteRow>? Plain(IProperty property)
        {
            // only what is nothing but its field: another property may tell more than is stored
            if (property.PropertyInfo?.GetMethod is not { } getter || property.FieldInfo?.Name != $"<{property.Name}>k__BackingField") return null;
            var type = property.ClrType;
            return type == typeof(string) ? Stored<string?>((values, value) => values.Add(value))
                : type == typeof(Guid) ? Stored<Guid>((values, value) => values.Add(value))
                : type == typeof(Guid?) ? Stored<Guid?>((values, value) => values.Add(value))
                : type == typeof(long) ? Stored<long>((values, value) => values.Add(value))
                : type == typeof(int) ? Stored<int>((values, value) => values.Add(value))
                : type == typeof(bool) ? Stored<bool>((values, value) => values.Add(value ? 1 : 0))
                : type == typeof(DateOnly) ? Stored<DateOnly>((values, value) => values.Add(value))
                : type == typeof(DateOnly?) ? Stored<DateOnly?>((values, value) => values.Add(value))
                : null;

            Action<T, SqliteRow> Stored<TValue>(Action<SqliteRow, TValue> add)
            {
                var read = getter.CreateDelegate<Func<T, TValue>>();
                return (row, values) => add(values, read(row));
            }
        }

        public object? Of(T row)
        {
            if (isVersion) return 1L;
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}

/// <summary>What is done between the rows of a bulk insert.</summary>
/// <param name="Rows">Each time so many are in, as many may be ready and wait.</param>
/// <param name="Do">Does it.</param>
internal sealed record Interludes(int Rows, Func<Task> Do);
