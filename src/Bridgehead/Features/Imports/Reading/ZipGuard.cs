using System.IO.Compression;
using System.Text;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>
/// Judges a zip package before any parser sees it: number and names of its parts, encryption, links, overlaps, packages within
/// the package, and its true size, which is counted while inflating because headers lie.
/// </summary>
internal static class ZipGuard
{
    /// <summary>Longest run without markup in a spreadsheet's XML, in bytes: the longest cell text, each character written as a reference.</summary>
    private const int LongestRun = 1 << 20;

    public static IReadOnlyList<ZipPart> Inspect(Stream file, ReadingLimits limits)
    {
        var parts = ZipDirectory.Read(file, limits.Entries);
        JudgeClaims(parts, limits);
        JudgePlaces(parts);
        var buffer = new byte[1 << 16];
        long total = 0;
        foreach (var part in parts.Where(part => !part.Folder)) total += Count(file, part, total, buffer, limits);
        return parts;
    }

    private static void JudgeClaims(IReadOnlyList<ZipPart> parts, ReadingLimits limits)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            Refusal.When(part.Encrypted, $"文件设有密码，无法读取；请取消密码后另存，再导入");
            Refusal.Unless(part.Method is 0 or 8, $"文件用了不支持的压缩方式，请用 Excel 或 WPS 另存为 xlsx 后再导入");
            Refusal.Unless(names.Add(part.Name.Replace('\\', '/')), $"压缩包内有重名部件“{part.Name}”，文件不可信，不予读取");
            Refusal.When(part.Link || Escapes(part.Name), $"压缩包内部件“{part.Name}”指向包外，文件不可信，不予读取");
            Refusal.When(part.Unpacked > limits.EntryBytes, $"压缩包内“{part.Name}”展开后超过{limits.EntryBytes >> 20} MB 的上限，请拆分后再导入");
        }
        Refusal.When(parts.Sum(part => (decimal)part.Unpacked) > limits.UnpackedBytes, $"文件展开后超过{limits.UnpackedBytes >> 20} MB 的上限，请拆分后再导入");
    }

    private static bool Escapes(string name) =>
        name.StartsWith('/') || name.Contains(':') || name.Split('/', '\\').Contains("..");

    private static void JudgePlaces(IReadOnlyList<ZipPart> parts)
    {
        long free = 0;
        foreach (var part in parts.OrderBy(part => part.HeaderAt))
        {
            Refusal.Unless(part.HeaderAt >= free && part.Packed >= 0, $"压缩包内的部件互相重叠，文件不可信，不予读取");
            free = checked(part.HeaderAt + 30 + part.Packed);
        }
    }

    private static long Count(Stream file, ZipPart part, long before, byte[] buffer, ReadingLimits limits)
    {
        using var unpacked = Open(file, part);
        long counted = 0;
        long run = 0;
        for (int read; (read = unpacked.Read(buffer)) > 0;)
        {
            if (counted == 0) JudgeStart(part, buffer.AsSpan(0, read));
            counted += read;
            Refusal.When(counted > limits.EntryBytes || before + counted > limits.UnpackedBytes,
                $"文件展开后超过{limits.UnpackedBytes >> 20} MB 的上限，请拆分后再导入");
            Refusal.When(counted > limits.RatioFloorBytes && counted / Math.Max(1, part.Packed) > limits.Ratio,
                $"“{part.Name}”的压缩比超过{limits.Ratio}倍，疑似压缩炸弹，不予读取");
            if (part.SpreadsheetXml) run = JudgeRun(buffer.AsSpan(0, read), run);
        }
        Refusal.Unless(counted == part.Unpacked, $"压缩包内“{part.Name}”的实际大小与所写不符，文件已损坏或不可信，不予读取");
        Refusal.When(counted > limits.SharedTextBytes && part.Name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase),
            $"工作簿的文本表超过{limits.SharedTextBytes >> 20} MB 的上限，请拆分后再导入");
        return counted;
    }

    private static Stream Open(Stream file, ZipPart part)
    {
        var header = ZipDirectory.Exactly(file, part.HeaderAt, 30);
        Refusal.Unless(ZipDirectory.U32(header, 0) == 0x04034b50, $"文件已损坏或没有传完，请重新保存后再导入");
        int name = ZipDirectory.U16(header, 26), extra = ZipDirectory.U16(header, 28);
        var here = Encoding.UTF8.GetString(ZipDirectory.Exactly(file, part.HeaderAt + 30, name));
        Refusal.Unless(here == part.Name, $"压缩包内有重名部件“{part.Name}”，文件不可信，不予读取");
        var start = part.HeaderAt + 30 + name + extra;
        Refusal.Unless(start + part.Packed <= file.Length, $"文件已损坏或没有传完，请重新保存后再导入");
        var packed = new Window(file, start, part.Packed);
        return part.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static void JudgeStart(ZipPart part, ReadOnlySpan<byte> start) =>
        Refusal.When(start.StartsWith("PK\u0003\u0004"u8), $"工作簿内嵌有另一个压缩文件“{part.Name}”，请删除嵌入对象后再导入");

    private static long JudgeRun(ReadOnlySpan<byte> bytes, long run)
    {
        var first = bytes.IndexOf((byte)'<');
        run += first < 0 ? bytes.Length : first;
        Refusal.When(run > LongestRun, $"工作簿内有超长内容，超出电子表格的单元格上限，不予读取");
        return first < 0 ? run : bytes.Length - 1 - bytes.LastIndexOf((byte)'<');
    }
}
