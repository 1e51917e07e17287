using System.Net;
using System.Text.Json;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Tests.Support;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>The two parties of a voucher: named on every kind that names them, and the same however their names are written (domain rules 5.2 and 5.3).</summary>
[Trait("needs", "database")]
public sealed class WhoPaidWhom(TestApp app) : IClassFixture<TestApp>
{
    private const string Narrow = "测试(东江) 新材料有限公司";
    private readonly FundsScene scene = new(app);

    /// <summary>The kinds of domain rule 5.2 whose documents name two parties, and the one that names one.</summary>
    [Theory]
    [InlineData(VoucherKind.CapitalSlip, true)]
    [InlineData(VoucherKind.CapitalVerification, true)]
    [InlineData(VoucherKind.ForeignRegistration, true)]
    [InlineData(VoucherKind.WorkingCapital, false)]
    [InlineData(VoucherKind.LandReceipt, true)]
    [InlineData(VoucherKind.ConstructionInvoice, true)]
    [InlineData(VoucherKind.EquipmentInvoice, true)]
    [InlineData(VoucherKind.CustomsDeclaration, true)]
    [InlineData(VoucherKind.OtherFee, true)]
    [InlineData(VoucherKind.Decoration, true)]
    public void Must_be_named_on_every_kind_that_counts(VoucherKind kind, bool both)
    {
        Assert.DoesNotContain(Of("甲公司", "乙公司"), f => f.Code == ReasonCode.Incomplete);
        Assert.Contains(Of(null, "乙公司"), f => f is { Code: ReasonCode.Incomplete, Stops: true });
        Assert.Equal(both, Of("甲公司", null).Any(f => f is { Code: ReasonCode.Incomplete, Stops: true }));
        var finding = Of(null, null).Single(f => f.Code == ReasonCode.Incomplete);
        Assert.All(finding.Sentence.GetArgument(0)!.ToString()!.Split('、'), word => Assert.True(Words.HasEnglish(word), word));

        IReadOnlyList<CheckFinding> Of(string? buyer, string? seller)
        {
            var voucher = new Voucher(Guid.NewGuid(), null, null, "某", DateTime.UtcNow);
            voucher.Restate(new VoucherFacts { Kind = kind, Number = "1", IssuedOn = new DateOnly(2026, 3, 18), Buyer = buyer, Seller = seller, Net = Money.FromWan(1) }, null, null);
            return VoucherChecks.Of(new CheckedVoucher(voucher, new KeptReading(), new FundsRules(), new DateOnly(2026, 6, 30)));
        }
    }

    [Fact]
    public async Task A_slip_without_them_is_not_submitted()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var project = await scene.Project();
        var slip = await Slip(clerk, project, VoucherKind.CapitalSlip, null, null, 12_000m);
        Assert.Contains(slip.GetProperty("checks").EnumerateArray(), c => c.GetProperty("code").GetString() == "incomplete" && c.GetProperty("stops").GetBoolean() && c.GetProperty("sentence").GetString()!.Contains("收款方", StringComparison.Ordinal));
        using var submitted = await Post(clerk, $"/api/vouchers/{slip.GetProperty("id").GetGuid()}/submission", new { }, slip.GetProperty("version").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, submitted.StatusCode);
        Assert.Contains("收款方、付款方", await submitted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // the innocent neighbour
        var named = await Slip(clerk, project, VoucherKind.CapitalSlip, Company, "投资方有限公司", 12_001m);
        Assert.Empty(named.GetProperty("checks").EnumerateArray());
    }

    [Theory]
    [InlineData("测试（东江）新材料有限公司", "测试（东江）新材料有限公司")]
    [InlineData("测试(东江) 新材料有限公司", "测试（东江）新材料有限公司")]
    [InlineData(" 测试 （ 东江 ） 新材料有限公司", "测试（东江）新材料有限公司")]
    [InlineData("Ｂosch  Rexroth（China）", "Bosch Rexroth(China)")]
    [InlineData("ＡＢＣ(成都)有限公司", "ABC（成都）有限公司")]
    [InlineData("  ", null)]
    public void Is_kept_in_one_spelling(string written, string? kept) => Assert.Equal(kept, ReadText.Party(written));

    [Fact]
    public async Task Money_that_leaves_again_is_found_however_the_names_are_written()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var project = await scene.Project();
        // the amounts differ: only the names tell
        await Slip(clerk, project, VoucherKind.PaymentSlip, Narrow, "投资方 (集团) 有限公司", 777_000m, "2026-03-20");
        var slip = await Slip(clerk, project, VoucherKind.CapitalSlip, Company, "投资方（集团）有限公司", 1_234_000m);
        Assert.Contains(slip.GetProperty("checks").EnumerateArray(), c => c.GetProperty("code").GetString() == "round-trip");
    }

    [Fact]
    public async Task A_project_is_found_by_its_company_however_it_is_written()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var company = $"测试（{Guid.NewGuid().ToString("N")[..6]}）材料有限公司";
        var project = await scene.Project(company: company);
        var written = company.Replace('（', '(').Replace("）", ") ", StringComparison.Ordinal);
        using var answer = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = FreshNumber(), Buyer = written }), "a.xml");
        var voucher = await Json(answer);
        Assert.Equal((project, company.ToUpperInvariant()), (voucher.GetProperty("projectId").GetGuid(), voucher.GetProperty("buyer").GetString()!.ToUpperInvariant()));
        Assert.DoesNotContain(voucher.GetProperty("checks").EnumerateArray(), c => c.GetProperty("code").GetString() == "buyer-not-company");
    }

    private static Task<JsonElement> Slip(Visitor by, Guid project, VoucherKind kind, string? buyer, string? seller, decimal net, string on = "2026-03-18") =>
        Typed(by, project, new { kind = kind.ToString(), projectId = project, number = FreshNumber(), issuedOn = on, buyer, seller, net });
}
