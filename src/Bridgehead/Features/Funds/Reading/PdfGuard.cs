using System.IO.Compression;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Judges a PDF before a parser sees it: what it would unpack to, how deep it is nested, and whether it would run something.</summary>
internal static class PdfGuard
{
    private const int Largest = 20 << 20;
    private const long MostUnpacked = 96L << 20;
    private const int Deepest = 200;
    private const int MostStreams = 5_000;

    private static readonly byte[][] Forbidden = ["/JavaScript"u8.ToArray(), "/JS "u8.ToArray(), "/JS("u8.ToArray(), "/Launch"u8.ToArray(), "/RichMedia"u8.ToArray()];

    /// <summary>Judges it. Refused with what is wrong.</summary>
    public static void Inspect(ReadOnlySpan<byte> pdf)
    {
        Refusal.When(pdf.Length > Largest, $"PDF超过20MB，只能作为附件保存，无法自动读取；请上传电子发票原件", "File");
        Refusal.Unless(pdf.StartsWith("%PDF-"u8), $"文件内容不是PDF，请重新下载后上传", "File");
        foreach (var word in Forbidden)
            Refusal.When(pdf.IndexOf(word) >= 0, $"PDF中含有可执行的脚本或程序，不予读取；请从税务平台重新下载", "File");
        Refusal.When(pdf.IndexOf("/Encrypt"u8) >= 0, $"PDF设有密码或权限保护，无法读取；请上传未加密的原件", "File");
        var (unpacked, streams) = (0L, 0);
        var rest = pdf;
        while (rest.IndexOf("stream"u8) is >= 0 and var at)
        {
            var head = rest[..at];
            JudgeDepth(head);
            var body = rest[(at + 6)..];
            var end = body.IndexOf("endstream"u8);
            if (end < 0) break;
            Refusal.When(++streams > MostStreams, $"PDF的内部对象过多，不予读取；请上传电子发票原件", "File");
            var packed = Filters(head);
            Refusal.When(packed > 1, $"PDF的内容被多层压缩，疑似压缩炸弹，不予读取", "File");
            if (packed == 1) unpacked += Count(body[..end].TrimStart("\r\n"u8), unpacked);
            rest = body[(end + 9)..];
        }
        JudgeDepth(rest);
    }

    private static int Filters(ReadOnlySpan<byte> head)
    {
        var start = head.LastIndexOf("obj"u8);
        var rest = start < 0 ? head : head[start..];
        var count = 0;
        foreach (var name in (byte[][])["/FlateDecode"u8.ToArray(), "/LZWDecode"u8.ToArray(), "/RunLengthDecode"u8.ToArray(), "/Fl"u8.ToArray()])
            for (var left = rest; left.IndexOf(name) is >= 0 and var at; left = left[(at + name.Length)..])
                if (name.Length > 3 || at + 3 < left.Length && left[at + 3] is (byte)' ' or (byte)']' or (byte)'/') count++;
        return count;
    }

    private static long Count(ReadOnlySpan<byte> packed, long before)
    {
        if (packed.Length < 6) return 0;
        using var inflating = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var (buffer, counted, first) = (new byte[1 << 16], 0L, true);
        try
        {
            for (int read; (read = inflating.Read(buffer)) > 0; first = false)
            {
                counted += read;
                if (first) JudgeDepth(buffer.AsSpan(0, read));
                Refusal.When(before + counted > MostUnpacked, $"PDF展开后超过{MostUnpacked >> 20}MB，疑似压缩炸弹，不予读取", "File");
            }
        }
        catch (InvalidDataException)
        {
            // a stream that is not what it says is the parser's to judge: it is short
        }
        return counted;
    }

    private static void JudgeDepth(ReadOnlySpan<byte> text)
    {
        var (depth, strings) = (0, 0);
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case (byte)'\\' when strings > 0: i++; break;
                case (byte)'(': strings++; break;
                case (byte)')' when strings > 0: strings--; break;
                case (byte)'[' or (byte)'<' when strings == 0: depth++; break;
                case (byte)']' or (byte)'>' when strings == 0 && depth > 0: depth--; break;
                default: break;
            }
        Refusal.When(depth > Deepest || strings > Deepest, $"PDF的内部结构嵌套过深，不予读取；请上传电子发票原件", "File");
    }
}
