using System.Buffers.Binary;
using System.Text;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Reads a zip's central directory by hand, so that its claims can be held against what really unpacks (APPNOTE 6.3, sections 4.3 and 4.5).</summary>
internal static class ZipDirectory
{
    private static readonly Refusal Broken = new($"文件已损坏或没有传完，请重新保存后再导入");

    public static IReadOnlyList<ZipPart> Read(Stream file, int limit)
    {
        var tail = Tail(file, out var tailAt);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length) throw Broken;
        long count = U16(tail, end + 10), size = U32(tail, end + 12), at = U32(tail, end + 16);
        if (count == 0xFFFF || at == 0xFFFFFFFF) (count, size, at) = Wide(file, tail, end);
        Refusal.When(count > limit, $"压缩包内有{count}个部件，超过{limit}个的上限，不予读取");
        if (at < 0 || size < 0 || at + size > tailAt + end || size > 64L << 20) throw Broken;
        var directory = Exactly(file, at, (int)size);
        var parts = new List<ZipPart>((int)count);
        for (var i = 0; parts.Count < count;)
        {
            if (i + 46 > directory.Length || U32(directory, i) != 0x02014b50) throw Broken;
            int name = U16(directory, i + 28), extra = U16(directory, i + 30), comment = U16(directory, i + 32);
            if (i + 46 + name + extra + comment > directory.Length) throw Broken;
            parts.Add(Part(directory.AsSpan(i, 46 + name + extra), name));
            i += 46 + name + extra + comment;
        }
        return parts;
    }

    public static byte[] Exactly(Stream file, long at, int length)
    {
        if (at < 0 || at + length > file.Length) throw Broken;
        var bytes = new byte[length];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ZipPart Part(ReadOnlySpan<byte> entry, int nameLength)
    {
        long packed = U32(entry, 20), unpacked = U32(entry, 24), header = U32(entry, 42);
        var extra = entry[(46 + nameLength)..];
        while (extra.Length >= 4)
        {
            int id = U16(extra, 0), length = U16(extra, 2);
            if (length + 4 > extra.Length) break;
            if (id == 1) Widen(extra.Slice(4, length), ref unpacked, ref packed, ref header);
            extra = extra[(4 + length)..];
        }
        var unix = entry[5] == 3 && (U32(entry, 38) >> 28) == 0xA;
        return new ZipPart(Encoding.UTF8.GetString(entry.Slice(46, nameLength)), U16(entry, 8), U16(entry, 10), packed, unpacked, header, unix);
    }

    private static void Widen(ReadOnlySpan<byte> wide, ref long unpacked, ref long packed, ref long header)
    {
        Take(ref wide, ref unpacked);
        Take(ref wide, ref packed);
        Take(ref wide, ref header);

        static void Take(ref ReadOnlySpan<byte> wide, ref long value)
        {
            if (value != 0xFFFFFFFF || wide.Length < 8) return;
            value = BinaryPrimitives.ReadInt64LittleEndian(wide);
            wide = wide[8..];
        }
    }

    private static (long Count, long Size, long At) Wide(Stream file, byte[] tail, int end)
    {
        if (end < 20 || U32(tail, end - 20) != 0x07064b50) throw Broken;
        var record = Exactly(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - 12)), 56);
        if (U32(record, 0) != 0x06064b50) throw Broken;
        return (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(32)),
            BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)));
    }

    private static byte[] Tail(Stream file, out long at)
    {
        var length = (int)Math.Min(file.Length, 66_000);
        at = file.Length - length;
        return Exactly(file, at, length);
    }

    internal static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    internal static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
