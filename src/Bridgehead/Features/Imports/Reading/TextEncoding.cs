using System.Text;
using System.Text.Unicode;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Which encoding a text file is in, found by reading all of it; a file that fits none is refused rather than guessed at.</summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, strict: it throws on a byte that does not belong to it.</summary>
    public static Encoding Detect(Stream file)
    {
        file.Position = 0;
        var head = new byte[4096];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        if (start.StartsWith((byte[])[0xFF, 0xFE])) return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        if (start.StartsWith((byte[])[0xFE, 0xFF])) return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        if (WideWithoutMark(start) is { } wide) return wide;
        Refusal.When(start.Contains((byte)0), $"这不是表格文件，请导入 xlsx、xls 或 csv 文件");
        if (IsUtf8(file)) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        var chinese = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        Refusal.Unless(Fits(file, chinese), $"无法识别文件的文字编码，请另存为 UTF-8 编码的 csv 或 xlsx 后再导入");
        return chinese;
    }

    private static UnicodeEncoding? WideWithoutMark(ReadOnlySpan<byte> start)
    {
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0) _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
        if (oddZeros > 0 && evenZeros == 0) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
        if (evenZeros > 0 && oddZeros == 0) return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
        return null;
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[1 << 16];
        var kept = 0;
        for (int read; (read = file.Read(bytes, kept, bytes.Length - kept)) > 0;)
        {
            var filled = kept + read;
            var whole = filled;
            for (var back = 1; back <= 3 && back <= filled; back++)
            {
                var lead = bytes[filled - back];
                if ((lead & 0xC0) == 0x80) continue;
                var needed = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
                if (needed > back) whole = filled - back;
                break;
            }
            if (!Utf8.IsValid(bytes.AsSpan(0, whole))) return false;
            kept = filled - whole;
            bytes.AsSpan(whole, kept).CopyTo(bytes);
        }
        return kept == 0;
    }

    private static bool Fits(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[1 << 16];
        var characters = new char[(1 << 16) + 16];
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;)
            {
                var decoded = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
                if (characters.AsSpan(0, decoded).ContainsAnyInRange('\uE000', '\uF8FF')) return false;
            }
            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
