using System.Net;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Tests.Support;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>One document is used once whatever kind it is declared as; two documents of one inflow are pointed out; two companies may number their contracts alike (domain rule 5.4).</summary>
[Trait("needs", "database")]
public sealed class OneDocumentOneKey(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    [Fact]
    public async Task An_invoice_declared_as_a_land_receipt_joins_the_invoice()
    {
        var (clerk, number) = (await app.SignedInAs("district-clerk"), FreshNumber());
        using var first = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml", await scene.Project());
        var id = (await Json(first)).GetProperty("id").GetGuid();
        using var second = await Upload(clerk, VoucherFiles.InvoicePdf(new VoucherFiles.Invoice { Number = number }), "a.pdf", await scene.Project(), "&kind=LandReceipt");
        Assert.Equal((HttpStatusCode.OK, id), (second.StatusCode, (await Json(second)).GetProperty("id").GetGuid()));
        // a photograph of it, typed by hand as a land receipt
        var project = await scene.Project();
        using var typed = await Change(clerk, project, new { kind = "LandReceipt", projectId = project, number, issuedOn = "2026-03-18", buyer = Company, seller = "某税务局", net = 1_000_000m });
        Assert.Equal(HttpStatusCode.Conflict, typed.StatusCode);
        Assert.Contains("同一凭证全市只能使用一次", await typed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WorkingCapital")]
    [InlineData("ForeignRegistration")]
    [InlineData("CapitalVerification")]
    public async Task A_bank_slip_is_one_document_whatever_it_is_declared_as(string other)
    {
        var (clerk, project, serial) = (await app.SignedInAs("district-clerk"), await scene.Project(), FreshNumber()[..16]);
        await Typed(clerk, project, new { kind = "CapitalSlip", projectId = project, number = $"JZ-{serial}", issuedOn = "2026-03-18", buyer = Company, seller = "投资方有限公司", net = 500_000m });
        // the same serial written otherwise, on the same day, with the same amount
        using var again = await Change(clerk, project, new { kind = other, projectId = project, number = $"ＪＺ.{serial}", issuedOn = "2026-03-18", buyer = Company, seller = "投资方有限公司", net = 500_000m });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var later = await Change(clerk, project, new { kind = other, projectId = project, number = $"JZ-{serial}", issuedOn = "2026-03-19", buyer = Company, seller = "投资方有限公司", net = 500_000m });
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Two_proofs_of_one_inflow_are_pointed_out_and_do_not_stop()
    {
        var (clerk, project) = (await app.SignedInAs("district-clerk"), await scene.Project());
        await Typed(clerk, project, new { kind = "CapitalSlip", projectId = project, number = FreshNumber(), issuedOn = "2026-03-18", buyer = Company, seller = "投资方有限公司", net = 4_560_000m });
        async Task<List<(string?, bool)>> Codes(decimal net, string on) =>
            [.. (await Typed(clerk, project, new { kind = "CapitalVerification", projectId = project, number = FreshNumber(), issuedOn = on, buyer = Company, seller = "投资方有限公司", net })).GetProperty("checks").EnumerateArray().Select(c => (c.GetProperty("code").GetString(), c.GetProperty("stops").GetBoolean()))];
        // 30 days of the rules: 17 April is the last of them
        Assert.Equal(("duplicate", false), Assert.Single(await Codes(4_560_000m, "2026-04-17")));
        Assert.Empty(await Codes(4_560_000m, "2026-04-18"));
        Assert.Empty(await Codes(4_560_001m, "2026-03-20"));
    }

    [Fact]
    public async Task Two_companies_may_number_their_contracts_alike_but_a_land_contract_is_one()
    {
        var (clerk, project, number) = (await app.SignedInAs("district-clerk"), await scene.Project(), "HT" + FreshNumber());
        object Contract(string buyer, string seller = "江岸建设工程有限公司") => new { kind = "Contract", projectId = project, number, issuedOn = "2026-03-01", buyer, seller, net = 10m };
        foreach (var (buyer, expected) in new[] { ("甲（东江）有限公司", HttpStatusCode.OK), ("乙有限公司", HttpStatusCode.OK), ("甲(东江) 有限公司", HttpStatusCode.Conflict) })
        {
            using var answer = await Change(clerk, project, Contract(buyer));
            Assert.Equal(expected, answer.StatusCode);
        }
        foreach (var (buyer, expected) in new[] { ("丙有限公司", HttpStatusCode.OK), ("丁有限公司", HttpStatusCode.Conflict) })
        {
            using var answer = await Change(clerk, project, Contract(buyer, "东江县自然资源和规划局"));
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    /// <summary>The keys as they stand in the database, by the words of domain rule 5.4.</summary>
    [Fact]
    public void Follows_the_document_and_not_the_name_given_to_it()
    {
        var facts = new VoucherFacts { Kind = VoucherKind.Settlement, Number = "12345678", Code = "044001500111", IssuedOn = new DateOnly(2026, 3, 18), Net = Money.FromYuan(100) };
        Assert.Equal((VoucherKeyKind.Invoice, "04400150011112345678"), VoucherKey.Of(facts, DocumentKind.ElectronicOrdinary));
        Assert.Equal((VoucherKeyKind.Other, "Settlement/12345678/20260318/10000"), VoucherKey.Of(facts, DocumentKind.Other));
        // dollars are told by the dollars that came in, whatever the day's rate makes of them
        var dollars = facts with { Kind = VoucherKind.CapitalSlip, Currency = CurrencyCode.Dollar, Foreign = 1234.5m };
        Assert.Equal((VoucherKeyKind.Bank, "12345678/20260318/123450USD"), VoucherKey.Of(dollars, DocumentKind.Other));
        Assert.Null(VoucherKey.Of(facts with { Number = " - " }, DocumentKind.Other));
    }

    private static async Task<HttpResponseMessage> Change(Visitor by, Guid project, object facts)
    {
        using var photo = await Upload(by, [0xFF, 0xD8, 0xFF, 0xE0, .. Guid.NewGuid().ToByteArray()], "照片.jpg", project);
        var voucher = await Json(photo);
        return await Post(by, $"/api/vouchers/{voucher.GetProperty("id").GetGuid()}", facts, voucher.GetProperty("version").GetInt64(), HttpMethod.Put);
    }
}
