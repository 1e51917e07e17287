using System.Collections.Concurrent;

namespace Bridgehead;

/// <summary>Makes a sequence on another thread a little ahead of its reader, so that what costs thought is ready when the database asks for it.</summary>
internal static class Ahead
{
    private const int Lead = 2_000;

    /// <summary>The same sequence, in the same order, with its exception where it fails. It must touch nothing the reader touches meanwhile.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancel = default)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ready = new BlockingCollection<T>(Lead);
        var stop = gone.Token;
        var making = Task.Run(
            () =>
            {
                try
                {
                    foreach (var item in source) ready.Add(item, stop);
                }
                finally
                {
                    ready.CompleteAdding();
                }
            }, CancellationToken.None);
        try
        {
            foreach (var item in ready.GetConsumingEnumerable(cancel)) yield return item;
            making.GetAwaiter().GetResult();
        }
        finally
        {
            gone.Cancel();
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
        }
    }
}
