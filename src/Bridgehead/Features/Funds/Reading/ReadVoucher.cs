using System.Security.Cryptography;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>Reads a voucher's file by what it holds, never by its name alone: the digital invoice's XML, OFD, the text of a PDF, the text of a two-dimensional code. A picture is kept and typed by a person.</summary>
public static class ReadVoucher
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int Largest = 50 << 20;

    /// <summary>Reads a file. Refused in a sentence when it is broken, hostile, or none of the kinds taken.</summary>
    /// <param name="file">The whole content, seekable.</param>
    /// <param name="name">The name it came with.</param>
    public static VoucherReading Of(Stream file, string name)
    {
        Refusal.When(file.Length == 0, $"文件是空的，请检查后重新上传", "File");
        Refusal.When(file.Length > Largest, $"文件超过50MB，请压缩或拆分后再上传", "File");
        var reading = new VoucherReading();
        var kind = FileKind.Of(file, name);
        file.Position = 0;
        switch (kind.MediaType)
        {
            case "application/xml":
                var root = SafeXml.Load(file);
                Refusal.Unless(EInvoice.Is(root), $"这不是电子发票的XML（根元素应为EInvoice），请上传税务平台下载的数电票XML", "File");
                EInvoice.Read(root, reading, ReadFrom.Xml);
                break;
            case "application/ofd":
                OfdInvoice.Read(file, reading);
                break;
            case "application/pdf":
                var pdf = new byte[file.Length];
                file.ReadExactly(pdf);
                PdfInvoice.Read(pdf, reading);
                break;
            case "text/plain":
                using (var text = new StreamReader(file, leaveOpen: true))
                    foreach (var row in Lines(text)) QrText.Read(row, reading);
                break;
            default: break;
        }
        file.Position = 0;
        return reading;
    }

    /// <summary>Reads the text of a two-dimensional code.</summary>
    public static VoucherReading OfCode(string text)
    {
        Refusal.Unless(QrText.Is(text), $"看不懂这段二维码内容，应为以逗号分隔的发票信息，如“01,10,发票代码,发票号码,金额,日期,校验码,…”", "Code");
        var reading = new VoucherReading();
        QrText.Read(text, reading);
        return reading;
    }

    /// <summary>The SHA-256 of a file, 64 hexadecimal digits.</summary>
    public static string Digest(Stream file)
    {
        file.Position = 0;
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        return digest;
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        for (var i = 0; i < 100 && text.ReadLine() is { } row; i++) yield return row;
    }
}
