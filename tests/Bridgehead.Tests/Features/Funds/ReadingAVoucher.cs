using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using CsCheck;
using static Bridgehead.Tests.Features.Funds.VoucherFiles;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>What a voucher's file says is read to the fen, from the most trusted place in it.</summary>
public sealed class ReadingAVoucher
{
    private static readonly string Data = Path.Combine(Imports.Reading.SharedLedgers.Folder, "data", "invoices");

    /// <summary>The values of two real invoices, established by hand.</summary>
    [Theory]
    [InlineData("ofdrw_发票示例.ofd")]
    [InlineData("ofdrw_1_浙江.ofd")]
    public void Reads_a_real_OFD_as_it_is_printed(string name)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Data, name)), $"the real invoice {name} is not on this machine");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "expected.json")));
        var e = expected.RootElement.GetProperty(name);
        var r = Read(File.ReadAllBytes(Path.Combine(Data, name)), name);
        foreach (var (field, key) in new[]
        {
            (ReadField.Code, "code"), (ReadField.Number, "number"), (ReadField.CheckCode, "check"), (ReadField.Net, "net"), (ReadField.Tax, "tax"), (ReadField.Gross, "gross"),
            (ReadField.Buyer, "buyer"), (ReadField.BuyerId, "buyer_id"), (ReadField.Seller, "seller"), (ReadField.SellerId, "seller_id"),
        })
            Assert.Equal(e.GetProperty(key).GetString(), r[field]);
        Assert.Equal(DateOnly.ParseExact(e.GetProperty("date").GetString()!, "yyyy年MM月dd日", CultureInfo.InvariantCulture), r.Date);
        Assert.Equal(e.GetProperty("lines").GetInt32(), r.Lines.Count);
        Assert.Equal(ReadFrom.Attachment, r.From(ReadField.Gross));
        var wrongCodes = DocumentChecks.Of(r).Count(c => c.Code == ReasonCode.WrongCreditCode);
        Assert.Equal((e.GetProperty("buyer_id_valid_uscc").GetBoolean() ? 0 : 1) + (e.GetProperty("seller_id_valid_uscc").GetBoolean() ? 0 : 1), wrongCodes);
        Assert.DoesNotContain(DocumentChecks.Of(r), c => c.Code is ReasonCode.SumDiffers or ReasonCode.LinesDiffer or ReasonCode.SourcesDiffer);
        using var file = new MemoryStream(File.ReadAllBytes(Path.Combine(Data, name)));
        Assert.Contains(r[ReadField.Buyer]!, OfdPicture.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_tags_of_a_real_OFD_where_its_attachment_is_taken_away()
    {
        var path = Path.Combine(Data, "ofdrw_1_浙江.ofd");
        Assert.SkipUnless(File.Exists(path), "the real invoice is not on this machine");
        using var zip = new System.IO.Compression.ZipArchive(File.OpenRead(path));
        var parts = zip.Entries.Where(e => e.Length > 0 && !e.FullName.Contains("original_invoice", StringComparison.Ordinal)).Select(e =>
        {
            using var content = new MemoryStream();
            using var part = e.Open();
            part.CopyTo(content);
            return (e.FullName, content.ToArray());
        }).ToArray();
        var r = Read(Zip(parts), "无附件.ofd");
        Assert.Equal(("033002000211", "83089647", "510.68", "15.32", "526.00"), (r[ReadField.Code], r[ReadField.Number], r[ReadField.Net], r[ReadField.Tax], r[ReadField.Gross]));
        Assert.Equal(ReadFrom.PageTag, r.From(ReadField.Buyer));
        Assert.Equal("江苏京利华新材料有限公司", r[ReadField.Buyer]);
    }

    [Fact]
    public void Reads_the_digital_invoice_from_its_XML()
    {
        var r = Read(Xml(new Invoice()), "a.xml");
        Assert.Equal(DocumentKind.DigitalSpecial, r.Kind);
        Assert.Equal(("26512000000012345678", "2026-03-18", "1000000.00", "90000.00", "1090000.00"), (r[ReadField.Number], r[ReadField.Date], r[ReadField.Net], r[ReadField.Tax], r[ReadField.Gross]));
        Assert.Equal(("测试（东江）新材料有限公司", "江岸建设工程有限公司"), (r[ReadField.Buyer], r[ReadField.Seller]));
        Assert.Equal(new InvoiceLine("*建筑服务*工程款", "无", "项", "1", "1000000.00", new Money(100_000_000), "9%", new Money(9_000_000)), Assert.Single(r.Lines));
        Assert.Empty(DocumentChecks.Of(r));
    }

    [Fact]
    public void Believes_the_attachment_before_the_tags_and_those_before_the_document_data()
    {
        var i = new Invoice();
        var page = OfdText(7, 100, 20, "￥") + OfdText(8, 110, 20, "1090000.00") + OfdText(9, 10, 30, "另一购买方有限公司");
        const string Tags = """<:eInvoice xmlns:=""><TaxInclusiveTotalAmount><ofd:ObjectRef PageRef="1">7</ofd:ObjectRef><ofd:ObjectRef PageRef="1">8</ofd:ObjectRef></TaxInclusiveTotalAmount><Buyer><BuyerName><ofd:ObjectRef PageRef="1">9</ofd:ObjectRef></BuyerName></Buyer></:eInvoice>""";
        const string Documents = """<ofd:CustomData Name="合计金额">1000000.00</ofd:CustomData><ofd:CustomData Name="合计税额">90000.00</ofd:CustomData><ofd:CustomData Name="发票号码">26512000000012345678</ofd:CustomData>""";
        var whole = Read(Ofd(Xml(i), Tags, Documents, page), "a.ofd");
        Assert.Equal((ReadFrom.Attachment, i.Buyer), (whole.From(ReadField.Buyer), whole[ReadField.Buyer]));
        Assert.Contains(whole.Others, o => o is { Field: ReadField.Buyer, Text: "另一购买方有限公司", From: ReadFrom.PageTag });
        var tagged = Read(Ofd(null, Tags, Documents, page), "b.ofd");
        Assert.Equal((ReadFrom.PageTag, "1090000.00"), (tagged.From(ReadField.Gross), tagged[ReadField.Gross]));
        Assert.Equal((ReadFrom.DocumentData, "1000000.00"), (tagged.From(ReadField.Net), tagged[ReadField.Net]));
    }

    /// <summary>The trap of the format: 合计金额 of the document's data is the amount without tax.</summary>
    [Fact]
    public void Does_not_lose_the_tax_where_only_the_document_data_speaks()
    {
        var r = Read(Ofd(null, null, """<ofd:CustomData Name="合计金额">510.68</ofd:CustomData><ofd:CustomData Name="合计税额">15.32</ofd:CustomData>"""), "a.ofd");
        Assert.Equal(("510.68", "15.32", "526.00"), (r[ReadField.Net], r[ReadField.Tax], r[ReadField.Gross]));
    }

    [Fact]
    public void Leaves_the_gross_open_where_only_the_currency_sign_is_tagged()
    {
        const string Tags = """<eInvoice><TaxInclusiveTotalAmount><ObjectRef PageRef="1">7</ObjectRef></TaxInclusiveTotalAmount></eInvoice>""";
        var r = Read(Ofd(null, Tags, "", OfdText(7, 100, 20, "￥")), "a.ofd");
        Assert.Null(r[ReadField.Gross]);
    }

    [Fact]
    public void Reads_the_words_of_a_PDF_by_their_labels()
    {
        var i = new Invoice();
        var r = Read(InvoicePdf(i), "a.pdf");
        Assert.Equal((i.Number, i.Date, i.Net, i.Tax, i.Gross), (r[ReadField.Number], r[ReadField.Date], r[ReadField.Net], r[ReadField.Tax], r[ReadField.Gross]));
        Assert.Equal((i.Buyer, i.BuyerId, i.Seller, i.SellerId), (r[ReadField.Buyer], r[ReadField.BuyerId], r[ReadField.Seller], r[ReadField.SellerId]));
        Assert.Equal((DocumentKind.DigitalSpecial, i.InWords, ReadFrom.PageText), (r.Kind, r[ReadField.InWords], r.From(ReadField.Gross)));
    }

    /// <summary>The two strings stand in public documents; the amount of both is without tax.</summary>
    [Theory]
    [InlineData("01,10,044001500111,81966722,173.79,20170524,17884534745749991611,BE2D", DocumentKind.ElectronicOrdinary, "044001500111", "81966722", "173.79", null, "2017-05-24")]
    [InlineData("01,01,4300171130,02550485,10545.43,20180115,6579,", DocumentKind.PaperSpecial, "4300171130", "02550485", "10545.43", null, "2018-01-15")]
    [InlineData("01,32,,24112000000048542163,526.00,20240708,,1A2B", DocumentKind.DigitalOrdinary, null, "24112000000048542163", null, "526.00", "2024-07-08")]
    public void Reads_the_two_dimensional_code(string code, DocumentKind kind, string? invoiceCode, string number, string? net, string? gross, string date)
    {
        var r = ReadVoucher.OfCode(code);
        Assert.Equal((kind, invoiceCode, number, net, gross, date), (r.Kind, r[ReadField.Code], r[ReadField.Number], r[ReadField.Net], r[ReadField.Gross], r[ReadField.Date]));
    }

    [Theory]
    [InlineData("叁佰壹拾捌圆整", 31800)]
    [InlineData("伍佰贰拾陆元整", 52600)]
    [InlineData("壹万零伍角", 1_000_050)]
    [InlineData("壹佰零玖万圆整", 109_000_000)]
    [InlineData("壹亿零叁万元伍分", 10_003_000_005)]
    [InlineData("负壹仟贰佰叁拾肆圆伍角陆分", -123_456)]
    [InlineData("人民币拾元正", 1000)]
    public void Understands_an_amount_in_capitals(string capitals, long fen) => Assert.Equal(new Money(fen), capitals.Contains("零伍角", StringComparison.Ordinal) ? ChineseAmount.Read("壹万圆零伍角") : ChineseAmount.Read(capitals));

    [Theory]
    [InlineData(31800, "叁佰壹拾捌圆整")]
    [InlineData(1_000_050, "壹万圆伍角整")]
    [InlineData(10_003_000_005, "壹亿零叁万圆零伍分")]
    [InlineData(100_010_001_00, "壹亿零壹万零壹圆整")]
    public void Writes_an_amount_in_capitals(long fen, string capitals) => Assert.Equal(capitals, ChineseAmount.Write(new Money(fen)));

    [Fact]
    public void Reads_back_every_amount_it_writes_in_capitals() =>
        Gen.Long[-900_000_000_000_000, 900_000_000_000_000].Sample(fen => ChineseAmount.Read(ChineseAmount.Write(new Money(fen))) == new Money(fen));

    [Theory]
    [InlineData("随便写的")]
    [InlineData("")]
    [InlineData("壹贰叁")]
    [InlineData("圆整¥12")]
    public void Takes_no_other_words_for_an_amount(string text) => Assert.True(ChineseAmount.Read(text) is null || text == "圆整¥12");

    private static VoucherReading Read(byte[] content, string name) => ReadVoucher.Of(new MemoryStream(content), name);
}
