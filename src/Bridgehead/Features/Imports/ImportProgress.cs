namespace Bridgehead.Features.Imports;

/// <summary>How far an import is; written by the one that runs it, read by those who ask. Counts may lag a little behind.</summary>
public sealed class ImportProgress
{
    /// <summary>The share of judging, in percent of all.</summary>
    public const int JudgingShare = 45;

    private long done;
    private long total;
    private int stage;

    /// <summary>What is being done, by its order: 0 reading and judging, 1 writing records, 2 entering figures, 3 the search index, 4 finished.</summary>
    public int Stage => Volatile.Read(ref stage);

    /// <summary>Rows done of the stage.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Rows there are; 0 while unknown.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>All of it in percent. Judging takes about half of the time, writing the other half.</summary>
    public int Percent
    {
        get
        {
            var share = Total == 0 ? 0 : Math.Min(1m, (decimal)Done / Total);
            return (int)(Stage switch { 0 => share * JudgingShare, 1 => JudgingShare + share * 20, 2 => 65 + share * 15, 3 => 80 + share * 18, _ => 100 });
        }
    }

    /// <summary>Begins a stage with so many rows.</summary>
    public void Begin(int next, long rows)
    {
        Interlocked.Exchange(ref done, 0);
        Interlocked.Exchange(ref total, rows);
        Volatile.Write(ref stage, next);
    }

    /// <summary>One more row is done.</summary>
    public void Step() => Interlocked.Increment(ref done);

    /// <summary>The same rows, counted as they are taken.</summary>
    public IEnumerable<T> Counting<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
            Step();
        }
    }
}
