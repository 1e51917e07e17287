using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Files of vouchers made for tests: the fully digital invoice as XML, an OFD around it, a PDF with the same words, and what somebody who means ill would send.</summary>
internal static class VoucherFiles
{
    /// <summary>What an invoice of the tests says.</summary>
    public sealed record Invoice
    {
        public string Number { get; init; } = "26512000000012345678";
        public string Date { get; init; } = "2026-03-18";
        public string Buyer { get; init; } = "测试（东江）新材料有限公司";
        public string BuyerId { get; init; } = Code("91510000MA00000001");
        public string Seller { get; init; } = "江岸建设工程有限公司";
        public string SellerId { get; init; } = Code("91510000MA00000002");
        public string Net { get; init; } = "1000000.00";
        public string Tax { get; init; } = "90000.00";
        public string Gross { get; init; } = "1090000.00";
        public string InWords { get; init; } = "壹佰零玖万圆整";
        public string Item { get; init; } = "*建筑服务*工程款";
        public string LineAmount { get; init; } = "1000000.00";
        public string LineTax { get; init; } = "90000.00";
        public string Rate { get; init; } = "0.09";
        public string Original { get; init; } = "";
        public string Remark { get; init; } = "";
    }

    /// <summary>The first 17 characters with the check character that belongs to them.</summary>
    public static string Code(string like) => like[..17] + CreditCode.CheckCharacter(like);

    /// <summary>The invoice as its XML.</summary>
    public static byte[] Xml(Invoice i) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <EInvoice><Header><EIid>{i.Number}</EIid><EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.31</Version><InherentLabel><GeneralOrSpecialVAT><LabelCode>01</LabelCode></GeneralOrSpecialVAT></InherentLabel></Header>
        <EInvoiceData>
        <SellerInformation><SellerIdNum>{i.SellerId}</SellerIdNum><SellerName>{i.Seller}</SellerName></SellerInformation>
        <BuyerInformation><BuyerIdNum>{i.BuyerId}</BuyerIdNum><BuyerName>{i.Buyer}</BuyerName></BuyerInformation>
        <BasicInformation><TotalAmWithoutTax>{i.Net}</TotalAmWithoutTax><TotalTaxAm>{i.Tax}</TotalTaxAm><TotalTax-includedAmount>{i.Gross}</TotalTax-includedAmount><TotalTax-includedAmountInChinese>{i.InWords}</TotalTax-includedAmountInChinese><RequestTime>{i.Date} 10:20:30</RequestTime></BasicInformation>
        <IssuItemInformation><ItemName>{i.Item}</ItemName><SpecMod>无</SpecMod><MeaUnits>项</MeaUnits><Quantity>1</Quantity><UnPrice>{i.LineAmount}</UnPrice><Amount>{i.LineAmount}</Amount><TaxRate>{i.Rate}</TaxRate><ComTaxAm>{i.LineTax}</ComTaxAm></IssuItemInformation>
        <SpecificInformation><RedEInvoice><OriginalInvoiceCode>{i.Original}</OriginalInvoiceCode></RedEInvoice></SpecificInformation>
        <AdditionalInformation><Remark>{i.Remark}</Remark></AdditionalInformation></EInvoiceData>
        <TaxSupervisionInfo><InvoiceNumber>{i.Number}</InvoiceNumber><IssueTime>{i.Date}</IssueTime></TaxSupervisionInfo></EInvoice>
        """);

    /// <summary>A zip package of parts.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        return file.ToArray();
    }

    /// <summary>An OFD; what is left out is not in it.</summary>
    public static byte[] Ofd(byte[]? attached = null, string? tags = null, string data = "", string page = "", params (string Name, byte[] Content)[] more) => Zip(
    [
        ("OFD.xml", Text($"""<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>{data}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""")),
        ("Doc_0/Document.xml", Text("""<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>""")),
        ("Doc_0/Pages/Page_0/Content.xml", Text($"""<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>""")),
        .. attached is null ? Array.Empty<(string, byte[])>() : [("Doc_0/Attachs/Attachments.xml", Text("""<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>""")), ("Doc_0/Attachs/original_invoice.xml", attached)],
        .. tags is null ? Array.Empty<(string, byte[])>() : [("Doc_0/Tags/CustomTag.xml", Text(tags))],
        .. more,
    ]);

    /// <summary>A text object of an OFD page.</summary>
    public static string OfdText(int id, decimal x, decimal y, string text) => string.Create(CultureInfo.InvariantCulture,
        $"""<ofd:TextObject ID="{id}" Boundary="{x} {y} 80 5" Size="3"><ofd:TextCode X="0" Y="4" DeltaX="g {Math.Max(1, text.Length - 1)} 3">{text}</ofd:TextCode></ofd:TextObject>""");

    /// <summary>A PDF with texts at places in points from the lower left corner; a font that is not embedded and a map from codes to letters, as tax bureaus' files have.</summary>
    public static byte[] Pdf(params (int X, int Y, string Text)[] texts)
    {
        var content = new StringBuilder("BT /F1 10 Tf\n");
        foreach (var (x, y, text) in texts)
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj\n");
        content.Append("ET");
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in texts.SelectMany(t => t.Text).Distinct().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var c in part) map.Append(CultureInfo.InvariantCulture, $"<{(int)c:X4}> <{(int)c:X4}>\n");
            map.Append("endbfchar\n");
        }
        map.Append("endcmap end end");
        return Pdf(
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1100 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            Stream(content.ToString()),
            "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>",
            Stream(map.ToString()),
            "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>");
    }

    /// <summary>A PDF of objects as they stand, numbered from 1; the first is the catalogue.</summary>
    public static byte[] Pdf(params string[] objects)
    {
        var (file, places) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var at = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A stream of a PDF.</summary>
    public static string Stream(string content, string more = "") => string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length}{more} >>\nstream\n{content}\nendstream");

    /// <summary>A PDF of an invoice, its words where the tax bureau's form has them.</summary>
    public static byte[] InvoicePdf(Invoice i) => Pdf(
        (220, 370, "电子发票（增值税专用发票）"), (620, 370, $"发票号码：{i.Number}"), (620, 352, $"开票日期：{i.Date[..4]}年{i.Date[5..7]}月{i.Date[8..10]}日"),
        (30, 320, $"名称：{i.Buyer}"), (520, 320, $"名称：{i.Seller}"),
        (30, 300, $"统一社会信用代码/纳税人识别号：{i.BuyerId}"), (520, 300, $"统一社会信用代码/纳税人识别号：{i.SellerId}"),
        (30, 260, i.Item), (60, 160, "合"), (110, 160, "计"), (520, 160, $"¥{i.Net}"), (760, 160, $"¥{i.Tax}"),
        (60, 140, "价税合计（大写）"), (180, 140, i.InWords), (520, 140, $"（小写）¥{i.Gross}"));

    /// <summary>Text as bytes.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
