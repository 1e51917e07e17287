using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bridgehead;

/// <summary>
/// Sets what the embedded database promises on every connection: write-ahead log, full synchronisation (an acknowledged
/// commit outlives a power cut), foreign keys, and deleted content overwritten (reliability rule 10). Never lowered.
/// </summary>
internal sealed class DurableConnection : DbConnectionInterceptor
{
    /// <summary>The statements, one a command.</summary>
    public static IReadOnlyList<string> Pragmas { get; } =
        [
            // of a new file only: larger pages than usual, for what is written here is written in whole ledgers
            "PRAGMA page_size=16384",
            "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON", "PRAGMA cache_size=-65536",
            // the engine waits for the writer before it in steps of 1 to 100 ms; the driver alone would look again only every 150 ms
            "PRAGMA busy_timeout=30000",
        ];

    /// <summary>What is set holds as long as the engine's own connection, which the pool hands out again and again.</summary>
    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } engine || Prepared.TryGetValue(engine, out _)) return;
        // a look whether the file is there writes nothing, and may come before the file is in this mode
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly) return;
        using var command = connection.CreateCommand();
        foreach (var pragma in Pragmas)
        {
            command.CommandText = pragma;
            command.ExecuteNonQuery();
        }
        Prepared.AddOrUpdate(engine, engine);
    }
}
