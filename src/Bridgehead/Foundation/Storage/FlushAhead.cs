using System.Data.Common;

namespace Bridgehead;

/// <summary>
/// Lets the disk begin with what a long transaction has written to the log of the embedded database while it goes on: at the commit, which waits for the disk, the
/// less is left. It changes nothing of what is promised; where it cannot be done, the commit does it all.
/// </summary>
internal static class FlushAhead
{
    /// <summary>Begins, on another thread.</summary>
    public static void Begin(DbConnection connection)
    {
        var log = connection.DataSource + "-wal";
        _ = Task.Run(() =>
        {
            try
            {
                // the log alone: closing the database file itself would give up the locks the engine holds on it
                using var file = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // the commit flushes
            }
        });
    }
}
