using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Bridgehead.Features.Funds.Reading;
using CsCheck;
using static Bridgehead.Tests.Features.Funds.VoucherFiles;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Files made to harm are refused in a sentence, quickly and without taking memory (reliability goals 11 and 12); each has an innocent neighbour that is read.</summary>
public sealed class AHostileVoucher
{
    public static IReadOnlyDictionary<string, (string Name, Func<byte[]> Content)> Files { get; } = new Dictionary<string, (string, Func<byte[]>)>
    {
        ["external entity in XML"] = ("a.xml", () => Doctype("""<!DOCTYPE EInvoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>""", "&x;")),
        ["billion laughs in XML"] = ("a.xml", () => Doctype("""<!DOCTYPE EInvoice [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""", "&b;")),
        ["plain document type"] = ("a.xml", () => Doctype("<!DOCTYPE EInvoice>", "1")),
        ["truncated XML"] = ("a.xml", () => Xml(new Invoice())[..400]),
        ["XML of something else"] = ("a.xml", () => Text("<?xml version=\"1.0\"?><note>hello</note>")),
        ["XML declared as UTF-7"] = ("a.xml", () => Text("<?xml version=\"1.0\" encoding=\"UTF-7\"?><EInvoice>+ADw-</EInvoice>")),
        ["XML with a NUL"] = ("a.xml", () => Text("<?xml version=\"1.0\"?><EInvoice>\0</EInvoice>")),
        ["XML of 20 MB"] = ("a.xml", () => Text("<?xml version=\"1.0\"?><EInvoice>" + new string('a', 20 << 20) + "</EInvoice>")),
        ["page called XML"] = ("a.xml", () => Text("<html><script>alert(1)</script></html>")),
        ["page called OFD"] = ("a.ofd", () => Text("<!doctype html><html></html>")),
        ["picture with script"] = ("a.svg", () => Text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
        ["program called PDF"] = ("a.pdf", () => [0x4D, 0x5A, 0x90, 0, .. new byte[200]]),
        ["zip called OFD"] = ("a.ofd", () => Zip(("readme.txt", Text("x")))),
        ["OFD without document"] = ("a.ofd", () => Zip(("OFD.xml", Text("<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>")))),
        ["OFD whose part is a bomb"] = ("a.ofd", () => Ofd(more: ("Doc_0/Res/big.xml", new byte[20 << 20]))),
        ["OFD with an entity in its document"] = ("a.ofd", () => Ofd(attached: Doctype("<!DOCTYPE eInvoice [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]>", "&x;"))),
        ["OFD with an entity in its first part"] = ("a.ofd", () => Zip(("OFD.xml", Text("<!DOCTYPE OFD [<!ENTITY x \"y\">]><OFD>&x;</OFD>")))),
        ["OFD reaching out of its package"] = ("a.ofd", () => Ofd(more: ("../../etc/cron.d/x", Text("x")))),
        ["OFD with absolute paths"] = ("a.ofd", () => Ofd(more: ("/etc/passwd", Text("x")))),
        ["OFD with a package inside"] = ("a.ofd", () => Ofd(more: ("Doc_0/inner.zip", Zip(("a", Text("b")))))),
        ["OFD with one name twice"] = ("a.ofd", () => Ofd(more: [("Doc_0/x.xml", Text("<a/>")), ("Doc_0/x.xml", Text("<b/>"))])),
        ["OFD of 1,000 parts"] = ("a.ofd", () => Ofd(more: [.. Enumerable.Range(0, 1000).Select(i => ($"Doc_0/{i}", Text("x")))])),
        ["OFD that lies about a size"] = ("a.ofd", Lying),
        ["truncated OFD"] = ("a.ofd", () => Ofd(Xml(new Invoice()))[..600]),
        ["OFD with nothing to read"] = ("a.ofd", () => Ofd()),
        ["PDF with a script"] = ("a.pdf", () => Pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", "<< /Type /Pages /Kids [] /Count 0 >>")),
        ["PDF that starts a program"] = ("a.pdf", () => Pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >> >>", "<< /Type /Pages /Kids [] /Count 0 >>")),
        ["PDF with a bomb"] = ("a.pdf", () => Packed(150 << 20, "")),
        ["PDF packed twice"] = ("a.pdf", () => Packed(1000, " [/FlateDecode /FlateDecode]")),
        ["PDF nested without end"] = ("a.pdf", () => Pdf("<< /Type /Catalog /Pages 2 0 R /A " + new string('[', 100_000) + new string(']', 100_000) + " >>", "<< /Type /Pages /Kids [] /Count 0 >>")),
        ["PDF that is locked"] = ("a.pdf", () => Pdf("<< /Type /Catalog /Pages 2 0 R /Encrypt 3 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>")),
        ["truncated PDF"] = ("a.pdf", () => "%PDF-1.7\n1 0 obj\n<< /Type"u8.ToArray()),
        ["empty file"] = ("a.pdf", () => []),
        ["name that lies"] = ("a.jpg", () => Xml(new Invoice())),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Is_refused_in_a_sentence(string name)
    {
        var (file, make) = Files[name];
        var content = make();
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(true));
        var refusal = Assert.Throws<Refusal>(() => ReadVoucher.Of(new MemoryStream(content), file));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 9000);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 200 << 20);
        Assert.True(refusal.Message.Length > 8 && refusal.Message.Any(c => c > 0x4E00), refusal.Message);
        Assert.True(Words.HasEnglish(refusal.Sentence.Format), refusal.Sentence.Format);
        Assert.DoesNotContain("root:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_told_from_its_innocent_neighbours()
    {
        Assert.True(Files.Count >= 30);
        Assert.NotEmpty(Read(Xml(new Invoice()), "a.xml").Values);
        Assert.NotEmpty(Read(Ofd(Xml(new Invoice())), "a.ofd").Values);
        Assert.NotEmpty(Read(InvoicePdf(new Invoice()), "a.pdf").Values);
        Assert.NotEmpty(Read(Encoding.UTF8.GetBytes("01,10,044001500111,81966722,173.79,20170524,17884534745749991611,BE2D"), "a.txt").Values);
        Assert.Empty(Read([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]], "手机照片.jpg").Values);
        Assert.Empty(Read(Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "a.pdf").Values);
        // a file of Windows-1252 or GBK bytes inside an otherwise sound XML is read by its declaration
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding("GB18030").GetBytes(Encoding.UTF8.GetString(Xml(new Invoice())).Replace("UTF-8", "GB18030", StringComparison.Ordinal));
        Assert.Equal("江岸建设工程有限公司", Read(gbk, "a.xml")[ReadField.Seller]);
    }

    /// <summary>Reliability goal 11: whatever the bytes, the answer is a reading or a refusal.</summary>
    [Fact]
    public void Ends_in_a_reading_or_a_refusal_however_its_bytes_are_turned()
    {
        byte[][] sound = [Xml(new Invoice()), Ofd(Xml(new Invoice()), "<a><ObjectRef>1</ObjectRef></a>", "", OfdText(1, 1, 1, "发票号码")), InvoicePdf(new Invoice())];
        string[] names = ["a.xml", "a.ofd", "a.pdf"];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1 << 20].Array[1, 12], Gen.Byte.Array[12]).Sample((which, places, bytes) =>
        {
            var content = sound[which].ToArray();
            for (var i = 0; i < places.Length; i++) content[places[i] % content.Length] = bytes[i];
            try
            {
                Read(content, names[which]);
            }
            catch (Refusal)
            {
                // a refusal is an answer
            }
        }, iter: 600);
    }

    private static VoucherReading Read(byte[] content, string name) => ReadVoucher.Of(new MemoryStream(content), name);

    private static byte[] Doctype(string declaration, string content) => Text($"<?xml version=\"1.0\"?>{declaration}<EInvoice><EInvoiceData><SellerInformation><SellerName>{content}</SellerName></SellerInformation></EInvoiceData></EInvoice>");

    private static byte[] Lying()
    {
        var ofd = Ofd(Xml(new Invoice()));
        // the uncompressed size of the last entry in the central directory
        var at = ofd.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        ofd[at + 24] ^= 0x55;
        return ofd;
    }

    private static byte[] Packed(int size, string filters)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var left = size; left > 0; left -= zeros.Length) zip.Write(zeros, 0, Math.Min(left, zeros.Length));
        }
        return Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 10 10] >>",
            Stream(Encoding.Latin1.GetString(packed.ToArray()), $" /Filter{(filters.Length > 0 ? filters : " /FlateDecode")}"));
    }
}
