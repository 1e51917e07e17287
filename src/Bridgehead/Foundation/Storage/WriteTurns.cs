using System.Collections.Concurrent;

namespace Bridgehead;

/// <summary>
/// The embedded database lets one write at a time, and those who wait for its lock look again and again, holding a thread each. Here they
/// queue instead: first come, first served, without a thread. A turn not given within half a minute is left to the database to decide.
/// </summary>
internal static class WriteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> ByFile = new();

    /// <summary>Waits for the turn to write to a database file. Null when it did not come.</summary>
    public static async Task<SemaphoreSlim?> Take(string file, CancellationToken cancel)
    {
        var turn = ByFile.GetOrAdd(file, static _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(TimeSpan.FromSeconds(30), cancel) ? turn : null;
    }

    /// <summary>Whether somebody is writing to a database file now.</summary>
    public static bool IsTaken(string file) => ByFile.TryGetValue(file, out var turn) && turn.CurrentCount == 0;
}
