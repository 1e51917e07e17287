using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>The values of one row as the embedded database stores them: made ready on one core, bound on another, and used again for a later row.</summary>
internal sealed class SqliteRow(int columns)
{
    private const string Moment = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    private readonly Stored[] values = new Stored[columns];
    private byte[] bytes = new byte[1024];
    private int count, length;

    /// <summary>How a value is stored.</summary>
    public enum Storage : byte
    {
        /// <summary>As nothing.</summary>
        Null,
        /// <summary>As a whole number.</summary>
        Number,
        /// <summary>As text.</summary>
        Text,
        /// <summary>As bytes.</summary>
        Blob,
    }

    /// <summary>The values added, in their order.</summary>
    public ReadOnlySpan<Stored> Values => values.AsSpan(0, count);

    /// <summary>The text or the bytes of a value.</summary>
    public ReadOnlySpan<byte> Bytes(in Stored value) => bytes.AsSpan(value.At, (int)value.Number);

    /// <summary>Forgets its values.</summary>
    public void Clear() => (count, length) = (0, 0);

    /// <summary>Adds a value as the provider would store it.</summary>
    /// <exception cref="NotSupportedException">No column holds this type.</exception>
    public void Add(object? value) => values[count++] = value switch
    {
        null => default,
        string text => Text(text),
        long number => new Stored(Storage.Number, 0, number),
        int number => new Stored(Storage.Number, 0, number),
        bool yes => new Stored(Storage.Number, 0, yes ? 1 : 0),
        Guid id => Text(id),
        DateOnly day => Text(day),
        DateTime time => Written(time.TryFormat(Room(32), out var written, Moment, CultureInfo.InvariantCulture), written),
        byte[] blob => Blob(blob),
        _ => throw new NotSupportedException($"{value.GetType().Name} is stored in no column"),
    };

    /// <summary>Adds a text, or nothing.</summary>
    public void Add(string? text) => values[count++] = text is null ? default : Text(text);

    /// <summary>Adds a whole number.</summary>
    public void Add(long number) => values[count++] = new Stored(Storage.Number, 0, number);

    /// <summary>Adds an identity, or nothing.</summary>
    public void Add(Guid? id) => values[count++] = id is { } known ? Text(known) : default;

    /// <summary>Adds a day, or nothing.</summary>
    public void Add(DateOnly? day) => values[count++] = day is { } known ? Text(known) : default;

    private Stored Text(DateOnly day) => Written(day.TryFormat(Room(10), out var written, "O", CultureInfo.InvariantCulture), written);

    private Stored Text(string text) => Written(true, Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length))));

    /// <summary>As the provider writes identities: in capitals.</summary>
    private Stored Text(Guid id)
    {
        var room = Room(36);
        var fits = id.TryFormat(room, out var written);
        Ascii.ToUpperInPlace(room[..written], out _);
        return Written(fits, written);
    }

    private Stored Blob(byte[] blob)
    {
        blob.CopyTo(Room(blob.Length));
        return Written(true, blob.Length) with { As = Storage.Blob };
    }

    private Stored Written(bool fits, int more)
    {
        if (!fits) throw new FormatException();
        length += more;
        return new Stored(Storage.Text, length - more, more);
    }

    private Span<byte> Room(int more)
    {
        if (length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        return bytes.AsSpan(length);
    }

    /// <summary>One value.</summary>
    /// <param name="As">How it is stored.</param>
    /// <param name="At">Where its bytes begin.</param>
    /// <param name="Number">The number itself, or how many bytes.</param>
    public readonly record struct Stored(Storage As, int At, long Number);
}
