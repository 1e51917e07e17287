using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bridgehead.Features.Ledger;

/// <summary>The bytes a hash is taken of: part after part as UTF-8 text, each with its length in four bytes before it, -1 for none.</summary>
internal ref struct HashedParts(Span<byte> buffer)
{
    private const int Length = sizeof(int);
    private Span<byte> bytes = buffer;
    private int at;

    /// <summary>What was added so far.</summary>
    public readonly ReadOnlySpan<byte> Written => bytes[..at];

    /// <summary>Adds a text, or none.</summary>
    public void Add(string? part)
    {
        Room(Length + (part is null ? 0 : Encoding.UTF8.GetMaxByteCount(part.Length)));
        Close(part is null ? -1 : Encoding.UTF8.GetBytes(part, bytes[(at + Length)..]));
    }

    /// <summary>Adds a number, date or identity as text, free of culture.</summary>
    public void Add<T>(T part, string? format = null) where T : struct, IUtf8SpanFormattable
    {
        Room(Length + 64);
        if (!part.TryFormat(bytes[(at + Length)..], out var count, format, CultureInfo.InvariantCulture)) throw new FormatException(format);
        Close(count);
    }

    /// <summary>Adds a number or identity as text, or none.</summary>
    public void Add<T>(T? part) where T : struct, IUtf8SpanFormattable
    {
        if (part is { } value) Add(value);
        else Add((string?)null);
    }

    private void Close(int count)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], count);
        at += Length + Math.Max(0, count);
    }

    private void Room(int more)
    {
        if (at + more <= bytes.Length) return;
        var wider = new byte[Math.Max(bytes.Length * 2, at + more)];
        Written.CopyTo(wider);
        bytes = wider;
    }
}
