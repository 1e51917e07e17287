using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridgehead;

/// <summary>
/// One statement run for many rows, its values bound by place. The provider's own command looks each parameter up by name for every row, which costs more
/// than the row itself. A value that is the same as in the row before stays bound: in a ledger that holds for most of them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private SqliteRow? before;

    public SqliteInsert(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
    }

    /// <summary>Inserts a row, which must stay as it is until the next one. Returns the row before it, which is free again.</summary>
    public SqliteRow? Run(SqliteRow row)
    {
        var (place, free) = (0, before);
        var bounds = free is null ? [] : free.Values;
        foreach (ref readonly var value in row.Values)
        {
            place++;
            if (free is not null && value.As == bounds[place - 1].As && Same(row, value, free, bounds[place - 1])) continue;
            var bound = value.As switch
            {
                SqliteRow.Storage.Null => raw.sqlite3_bind_null(statement, place),
                SqliteRow.Storage.Number => raw.sqlite3_bind_int64(statement, place, value.Number),
                SqliteRow.Storage.Text => raw.sqlite3_bind_text(statement, place, row.Bytes(value)),
                _ => raw.sqlite3_bind_blob(statement, place, row.Bytes(value)),
            };
            if (bound != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(bound, database);
        }
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        before = row;
        return free;
    }

    private static bool Same(SqliteRow row, in SqliteRow.Stored value, SqliteRow other, in SqliteRow.Stored bound) => value.Number == bound.Number
        && (value.As is SqliteRow.Storage.Null or SqliteRow.Storage.Number || row.Bytes(value).SequenceEqual(other.Bytes(bound)));

    public void Dispose() => raw.sqlite3_finalize(statement);
}
