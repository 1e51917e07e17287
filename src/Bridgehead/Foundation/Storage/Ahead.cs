using System.Collections.Concurrent;

namespace Bridgehead;

/// <summary>
/// Makes a sequence on another thread a little ahead of its reader, so that what costs thought is ready when the database asks for it. The first part is made
/// where it is asked for: what is no longer than that needs no other thread.
/// </summary>
internal static class Ahead
{
    // handed over in parts: a lock for each item costs more than most items
    private const int Part = 200, Lead = 10;

    /// <summary>The same sequence, in the same order, with its exception where it fails. It must touch nothing the reader touches meanwhile.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancel = default) => Of(source, Part, Lead, cancel);

    /// <summary>The same, of items that are large or dear in themselves.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="together">How many are handed over together.</param>
    /// <param name="lead">How many times that many may be ready and wait.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, int together, int lead, CancellationToken cancel = default)
    {
        using var parts = source.Chunk(together).GetEnumerator();
        if (!parts.MoveNext()) yield break;
        foreach (var item in parts.Current) yield return item;
        if (parts.Current.Length < together) yield break;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ready = new BlockingCollection<T[]>(lead);
        var stop = gone.Token;
        var making = Task.Run(
            () =>
            {
                try
                {
                    while (parts.MoveNext()) ready.Add(parts.Current, stop);
                }
                finally
                {
                    ready.CompleteAdding();
                }
            }, CancellationToken.None);
        try
        {
            foreach (var part in ready.GetConsumingEnumerable(cancel))
                foreach (var item in part) yield return item;
            making.GetAwaiter().GetResult();
        }
        finally
        {
            gone.Cancel();
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
        }
    }
}
