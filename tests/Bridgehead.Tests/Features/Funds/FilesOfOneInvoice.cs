using System.Net;
using System.Text.Json;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>XML, PDF and two-dimensional code of one invoice are one voucher: the more trusted file is believed whichever came first, and what differs is shown.</summary>
[Trait("needs", "database")]
public sealed class FilesOfOneInvoice(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    // the true invoice comes to 1,000,000.00 + 90,000.00; somebody made 2,000,000.00 + 180,000.00 of it in the PDF
    private static VoucherFiles.Invoice Forged(string number) => new() { Number = number, Net = "2000000.00", Tax = "180000.00", Gross = "2180000.00", InWords = "贰佰壹拾捌万圆整" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_XML_is_believed_over_a_PDF_that_says_more(bool forgedFirst)
    {
        var (clerk, project, number) = (await app.SignedInAs("district-clerk"), await scene.Project(), FreshNumber());
        var (pdf, xml) = (VoucherFiles.InvoicePdf(Forged(number)), VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }));
        using var first = await Upload(clerk, forgedFirst ? pdf : xml, forgedFirst ? "a.pdf" : "a.xml", project);
        Assert.Equal(forgedFirst ? 2_000_000m : 1_000_000m, (await Json(first)).GetProperty("netYuan").GetDecimal());
        using var second = await Upload(clerk, forgedFirst ? xml : pdf, forgedFirst ? "a.xml" : "a.pdf", project);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var voucher = await Json(second);
        Assert.Equal((1_000_000m, 90_000m, 1_090_000m), (voucher.GetProperty("netYuan").GetDecimal(), voucher.GetProperty("taxYuan").GetDecimal(), voucher.GetProperty("grossYuan").GetDecimal()));
        Assert.Contains(Checks(voucher), c => c.Code == "sources-differ" && c.Sentence.Contains("2000000.00", StringComparison.Ordinal) && c.Sentence.Contains("1000000.00", StringComparison.Ordinal));
        Assert.DoesNotContain(Checks(voucher), c => c is { Code: "sources-differ", Stops: true });
    }

    [Fact]
    public async Task Files_that_agree_say_nothing()
    {
        var (clerk, number) = (await app.SignedInAs("district-clerk"), FreshNumber());
        var like = new VoucherFiles.Invoice { Number = number };
        using var first = await Upload(clerk, VoucherFiles.InvoicePdf(like with { Buyer = "测试(东江)新材料有限公司" }), "a.pdf", await scene.Project());
        await Json(first);
        using var second = await Upload(clerk, VoucherFiles.Xml(like), "a.xml");
        Assert.DoesNotContain(Checks(await Json(second)), c => c.Code == "sources-differ");
    }

    [Fact]
    public async Task An_invoice_known_by_its_code_alone_is_filled_by_its_XML()
    {
        var (clerk, project, number) = (await app.SignedInAs("district-clerk"), await scene.Project(), FreshNumber());
        var code = $"01,31,,{number},1090000.00,20260318,,";
        using var first = await Upload(clerk, [0xFF, 0xD8, 0xFF, 0xE0, .. Guid.NewGuid().ToByteArray()], "手机.jpg", project, "&code=" + Uri.EscapeDataString(code));
        Assert.Equal(JsonValueKind.Null, (await Json(first)).GetProperty("buyer").ValueKind);
        using var second = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml");
        var voucher = await Json(second);
        Assert.Equal((Company, "江岸建设工程有限公司"), (voucher.GetProperty("buyer").GetString(), voucher.GetProperty("seller").GetString()));
        // the code gives the gross amount alone, which stood for the net one
        Assert.Equal((1_000_000m, 1_090_000m), (voucher.GetProperty("netYuan").GetDecimal(), voucher.GetProperty("grossYuan").GetDecimal()));
        Assert.DoesNotContain(Checks(voucher), c => c.Code is "sources-differ" or "incomplete");
    }

    [Fact]
    public async Task What_a_person_corrected_with_a_reason_stays_and_the_difference_is_shown()
    {
        var (clerk, project, number) = (await app.SignedInAs("district-clerk"), await scene.Project(), FreshNumber());
        using var first = await Upload(clerk, VoucherFiles.InvoicePdf(new VoucherFiles.Invoice { Number = number }), "a.pdf", project);
        var draft = await Json(first);
        var id = draft.GetProperty("id").GetGuid();
        using var corrected = await Post(clerk, $"/api/vouchers/{id}", new
        {
            kind = "ConstructionInvoice", projectId = project, number, issuedOn = "2026-03-19", buyer = Company, buyerId = draft.GetProperty("buyerId").GetString(), seller = "江岸建设工程有限公司", sellerId = draft.GetProperty("sellerId").GetString(),
            net = 1_000_000m, tax = 90_000m, gross = 1_090_000m, inWords = "壹佰零玖万圆整", why = "盖章日期为19日",
        }, draft.GetProperty("version").GetInt64(), HttpMethod.Put);
        await Json(corrected);
        using var second = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml");
        var voucher = await Json(second);
        Assert.Equal("2026-03-19", voucher.GetProperty("issuedOn").GetString());
        Assert.Contains(Checks(voucher), c => c is { Code: "sources-differ", Stops: false } && c.Sentence.Contains("2026-03-18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_that_one_file_bears_holds_for_all()
    {
        var (clerk, number) = (await app.SignedInAs("district-clerk"), FreshNumber());
        using var first = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number, Remark = "一期" }), "a.xml", await scene.Project());
        Assert.DoesNotContain(Checks(await Json(first)), c => c.Code == "voided");
        using var second = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number, Remark = "已作废" }), "b.xml");
        Assert.Contains(Checks(await Json(second)), c => c is { Code: "voided", Stops: true });
    }

    [Fact]
    public async Task A_voucher_in_review_keeps_its_amounts_and_cannot_be_accepted_with_them()
    {
        var (clerk, district, number) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), FreshNumber());
        var project = await scene.Project();
        using var pdf = await Upload(clerk, VoucherFiles.InvoicePdf(Forged(number)), "a.pdf", project, "&kind=ConstructionInvoice");
        var id = (await Json(pdf)).GetProperty("id").GetGuid();
        await scene.Complete(id, project);
        using var submitted = await Post(clerk, $"/api/vouchers/{id}/submission", new { }, (await Get(clerk, id)).GetProperty("version").GetInt64());
        await Json(submitted);
        using var xml = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml");
        var voucher = await Json(xml);
        Assert.Equal(("Submitted", 2_000_000m), (voucher.GetProperty("state").GetString(), voucher.GetProperty("netYuan").GetDecimal()));
        Assert.Contains(Checks(voucher), c => c is { Code: "sources-differ", Stops: true });
        using var accepted = await Post(district, $"/api/vouchers/{id}/decision", new { accept = true }, voucher.GetProperty("version").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, accepted.StatusCode);
        Assert.Equal(2, await app.Reading(db => db.Set<Attachment>().CountAsync(a => a.RecordId == id)));
    }

    [Fact]
    public async Task A_recognised_voucher_keeps_its_amounts_and_shows_what_came_to_light()
    {
        var (clerk, district, city, number) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"), FreshNumber());
        var project = await scene.Project();
        using var pdf = await Upload(clerk, VoucherFiles.InvoicePdf(Forged(number)), "a.pdf", project, "&kind=ConstructionInvoice");
        var id = (await Json(pdf)).GetProperty("id").GetGuid();
        await scene.Complete(id, project);
        using var submitted = await Post(clerk, $"/api/vouchers/{id}/submission", new { }, (await Get(clerk, id)).GetProperty("version").GetInt64());
        using var accepted = await Post(district, $"/api/vouchers/{id}/decision", new { accept = true }, (await Json(submitted)).GetProperty("version").GetInt64());
        using var recognised = await Post(city, $"/api/vouchers/{id}/decision", new { accept = true, confirm = "市局审核" }, (await Json(accepted)).GetProperty("version").GetInt64());
        Assert.Empty(Checks(await Json(recognised)));
        using var xml = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml");
        var voucher = await Json(xml);
        Assert.Equal(("Recognised", 2_000_000m, 2_000_000m), (voucher.GetProperty("state").GetString(), voucher.GetProperty("netYuan").GetDecimal(), voucher.GetProperty("recognisedYuan").GetDecimal()));
        Assert.Contains(Checks(voucher), c => c.Code == "sources-differ");
        Assert.Contains("后来收到的文件", (await city.Open($"/funds/vouchers/{id}")).Text, StringComparison.Ordinal);
    }

    private static List<(string Code, bool Stops, string Sentence)> Checks(JsonElement voucher) =>
        [.. voucher.GetProperty("checks").EnumerateArray().Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("stops").GetBoolean(), c.GetProperty("sentence").GetString()!))];
}
