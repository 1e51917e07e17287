using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridgehead;

/// <summary>
/// One statement run for many rows, its values bound by place. The provider's own command looks each parameter up by name for every row, which costs more
/// than the row itself.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteInsert(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
    }

    /// <summary>Inserts a row.</summary>
    public void Run(SqliteRow row)
    {
        var place = 0;
        foreach (ref readonly var value in row.Values)
        {
            place++;
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
    }

    public void Dispose() => raw.sqlite3_finalize(statement);
}
