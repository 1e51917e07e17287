using System.Buffers.Binary;
using System.Text;

namespace Bridgehead.Tests.PowerCut;

/// <summary>One act of the recorded server on its files, as tests/powercut/powercut.c wrote it down.</summary>
/// <param name="Kind">C made, O opened, W written, T size set, S file flushed, D folder flushed, R renamed, L linked, U removed, M folder made.</param>
/// <param name="Node">The number of the file.</param>
/// <param name="At">Where it wrote, or the size it set.</param>
/// <param name="Name">The name, below the data folder.</param>
/// <param name="Data">What was written, or the second name.</param>
/// <param name="End">Where the record ends in the journal.</param>
internal sealed record Act(char Kind, ulong Node, long At, string Name, ReadOnlyMemory<byte> Data, long End)
{
    /// <summary>The second name of a renaming.</summary>
    public string Other => Encoding.UTF8.GetString(Data.Span);

    /// <summary>All acts of a journal, in order.</summary>
    public static List<Act> Read(byte[] journal)
    {
        var acts = new List<Act>();
        for (var i = 0; i < journal.Length;)
        {
            var head = journal.AsSpan(i, 25);
            var (name, size) = (BinaryPrimitives.ReadInt32LittleEndian(head[17..]), BinaryPrimitives.ReadInt32LittleEndian(head[21..]));
            var end = i + 25 + name + size;
            acts.Add(new Act((char)head[0], BinaryPrimitives.ReadUInt64LittleEndian(head[1..]), BinaryPrimitives.ReadInt64LittleEndian(head[9..]),
                Encoding.UTF8.GetString(journal, i + 25, name), journal.AsMemory(i + 25 + name, size), end));
            i = end;
        }
        return acts;
    }

    /// <summary>The acts with PRAGMA synchronous=NORMAL: the log is flushed only before it is copied into the database, not at every commit.</summary>
    public static List<Act> WithoutFlushAtCommit(List<Act> acts)
    {
        var names = acts.Where(a => a.Kind is 'C' or 'O').GroupBy(a => a.Node).ToDictionary(g => g.Key, g => g.Last().Name);
        var kept = new List<Act>();
        var copying = false;
        for (var i = acts.Count - 1; i >= 0; i--)
        {
            if (acts[i].Kind == 'W' && names.TryGetValue(acts[i].Node, out var name)) copying = name.EndsWith(".db", StringComparison.Ordinal) || !name.EndsWith("-wal", StringComparison.Ordinal) && copying;
            var begins = i > 0 && acts[i - 1] is { Kind: 'W', At: 0, Data.Length: 32 };
            if (acts[i].Kind != 'S' || copying || begins || !acts[i].Name.EndsWith("-wal", StringComparison.Ordinal)) kept.Add(acts[i]);
        }
        kept.Reverse();
        return kept;
    }
}
