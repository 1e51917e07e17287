using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridgehead;

/// <summary>
/// One statement run for many rows, its values bound by place as the provider would store them. The provider's own command looks each
/// parameter up by name for every row, which costs more than the row itself.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);

    public SqliteInsert(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
    }

    /// <summary>Binds a value; places count from 1.</summary>
    /// <exception cref="NotSupportedException">No column holds this type.</exception>
    public void Bind(int place, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => Text(place, text),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
            Guid id => Text(place, id),
            DateOnly day => Text(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTime time => Text(place, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            _ => throw new NotSupportedException($"{value.GetType().Name} is stored in no column"),
        };
        SqliteException.ThrowExceptionForRC(code, database);
    }

    /// <summary>Inserts the row bound.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
    }

    public void Dispose()
    {
        raw.sqlite3_finalize(statement);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private int Text(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(most);
        }
        return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    /// <summary>As the provider writes identities: in capitals.</summary>
    private int Text(int place, Guid id)
    {
        id.TryFormat(buffer, out var length);
        Ascii.ToUpperInPlace(buffer.AsSpan(0, length), out _);
        return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, length));
    }
}
