namespace Bridgehead.Tests.PowerCut;

/// <summary>A file: the bytes that were flushed, and what was done since.</summary>
internal sealed class DiskFile(byte[] content)
{
    private const int Sector = 512;
    private readonly List<(long At, ReadOnlyMemory<byte>? Data)> since = [];
    private byte[] flushed = content;
    private int size = content.Length;

    public void Write(long at, ReadOnlyMemory<byte> data) => since.Add((at, data));

    public void SetSize(long bytes) => since.Add((bytes, null));

    /// <summary>Everything done so far is on the disk.</summary>
    public void Flush()
    {
        (flushed, size) = Apply(flushed, size, static () => true);
        since.Clear();
    }

    /// <summary>What is left: sector by sector as chance says, in the order of the writes.</summary>
    public byte[] Left(Func<bool> chance)
    {
        var (bytes, length) = Apply([.. flushed], size, chance);
        return bytes[..length];
    }

    private (byte[] Bytes, int Size) Apply(byte[] bytes, int length, Func<bool> chance)
    {
        foreach (var (at, data) in since)
        {
            if (data is not { } written)
            {
                if (!chance()) continue;
                if (at < length) Array.Clear(bytes, (int)at, length - (int)at);
                else Grow(ref bytes, (int)at);
                length = (int)at;
                continue;
            }
            for (var done = 0; done < written.Length;)
            {
                var piece = Math.Min(written.Length - done, Sector - (int)((at + done) % Sector));
                if (chance())
                {
                    var end = (int)at + done + piece;
                    Grow(ref bytes, end);
                    written.Span.Slice(done, piece).CopyTo(bytes.AsSpan((int)at + done));
                    length = Math.Max(length, end);
                }
                done += piece;
            }
        }
        return (bytes, length);
    }

    private static void Grow(ref byte[] bytes, int size)
    {
        if (size > bytes.Length) Array.Resize(ref bytes, Math.Max(size, bytes.Length * 2));
    }
}
