using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// Reads the database in one state over many queries, whatever is written meanwhile. What proves the books needs it: entries, sums and
/// heads read at different moments do not agree in a city that is at work.
/// </summary>
public sealed class OneState(IServiceScopeFactory scopes)
{
    /// <summary>Lets a service of its own, on a connection of its own, read one state.</summary>
    /// <typeparam name="TService">Who reads; asks for nothing that depends on the asker.</typeparam>
    /// <typeparam name="TResult">What is read.</typeparam>
    /// <param name="read">The reading.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<TResult> Read<TService, TResult>(Func<TService, Task<TResult>> read, CancellationToken cancel) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var held = await Hold(scope.ServiceProvider.GetRequiredService<BridgeheadDb>(), cancel);
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Holds this context at the state the database is in now, until the answer is disposed. Not inside a transaction; nothing can be saved meanwhile.</summary>
    internal static async Task<IAsyncDisposable> Hold(BridgeheadDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var snapshot = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(snapshot, cancel);
        return new Held(db, snapshot);
    }

    private sealed class Held(BridgeheadDb db, DbTransaction snapshot) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await snapshot.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
