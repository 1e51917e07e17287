using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Each check against a voucher that deserves it and one that does not (domain rules 5.1, 5.3 and 5.4).</summary>
public sealed class CheckingAVoucher
{
    private static readonly DateOnly Day = new(2026, 3, 18);
    private static readonly CheckedProject Project = new(Guid.CreateVersion7(), "新材料项目", "测试（东江）新材料有限公司", new DateOnly(2026, 1, 10), []);

    private static readonly CheckedPiece[] Set =
    [
        new(Guid.CreateVersion7(), VoucherKind.Contract, "HT-1", Day, 500_000_000, null, null), new(Guid.CreateVersion7(), VoucherKind.PaymentSlip, "FK-1", Day, 109_000_000, null, null),
        new(Guid.CreateVersion7(), VoucherKind.AccountingEntry, "记-1", Day, 109_000_000, null, null),
    ];

    private static VoucherFacts Sound => new()
    {
        Kind = VoucherKind.ConstructionInvoice, Number = "26512000000012345678", IssuedOn = Day, Buyer = "测试(东江)新材料有限公司", BuyerId = VoucherFiles.Code("91510000MA00000001"), Seller = "江岸建设工程有限公司", SellerId = VoucherFiles.Code("91510000MA00000002"),
        Net = new Money(100_000_000), Tax = new Money(9_000_000), Gross = new Money(109_000_000), InWords = "壹佰零玖万圆整",
    };

    [Fact]
    public void Finds_nothing_in_a_sound_voucher_with_its_set_complete() => Assert.Empty(Check());

    public static TheoryData<string> Faults => [.. Cases.Keys];

    private static readonly Dictionary<string, (ReasonCode Code, bool Stops, Func<CheckedVoucher, CheckedVoucher> Make)> Cases = new()
    {
        ["buyer is another company"] = (ReasonCode.BuyerNotCompany, true, c => With(c, Sound with { Buyer = "别家有限公司" })),
        ["project has no company"] = (ReasonCode.BuyerNotCompany, true, c => c with { Projects = [Project with { Company = null }] }),
        ["day before the signing"] = (ReasonCode.BeforeSigning, true, c => With(c, Sound with { IssuedOn = new DateOnly(2026, 1, 9) })),
        ["project not signed"] = (ReasonCode.BeforeSigning, true, c => c with { Projects = [Project with { SignedOn = null }] }),
        ["day after today"] = (ReasonCode.OutsidePeriod, true, c => c with { Today = Day.AddDays(-1) }),
        ["day before the period"] = (ReasonCode.OutsidePeriod, true, c => Rule(c, r => r.PeriodFrom = Day.AddDays(1))),
        ["day after the period"] = (ReasonCode.OutsidePeriod, true, c => Rule(c, r => r.PeriodTo = Day.AddDays(-1))),
        ["net and tax are not the gross"] = (ReasonCode.SumDiffers, true, c => With(c, Sound with { Gross = new Money(109_000_002), InWords = null })),
        ["words are not the figure"] = (ReasonCode.WordsDiffer, true, c => With(c, Sound with { InWords = "壹佰零捌万圆整" })),
        ["lines do not add up"] = (ReasonCode.LinesDiffer, true, c => c with { Reading = new KeptReading { Lines = [new KeptLine("工程款", "", "1", 99_999_000, "9%", null)] } }),
        ["tax as stars"] = (ReasonCode.TaxHidden, false, c => c with { Reading = new KeptReading { TaxHidden = true } }),
        ["exempt"] = (ReasonCode.TaxExempt, false, c => c with { Reading = new KeptReading { Exempt = true } }),
        ["red letter"] = (ReasonCode.RedLetter, true, c => With(c, Sound with { Original = "26512000000012340000" })),
        ["void"] = (ReasonCode.Voided, true, c => With(c, Sound with { Remark = "已作废，另行开具" })),
        ["taken back elsewhere"] = (ReasonCode.TakenBack, true, c => c with { TakenBackBy = "26512000000099999999" }),
        ["wrong credit code"] = (ReasonCode.WrongCreditCode, false, c => With(c, Sound with { SellerId = "91500106MA2CE71F65" })),
        ["number of another year"] = (ReasonCode.WrongNumber, true, c => With(c, Sound with { Number = "25512000000012345678" })),
        ["number too short"] = (ReasonCode.WrongNumber, true, c => With(c, Sound with { Number = "1234567" })),
        ["customs number of 17 digits"] = (ReasonCode.WrongNumber, true, c => With(c, Sound with { Kind = VoucherKind.CustomsDeclaration, Number = "12345678901234567" })),
        ["no number"] = (ReasonCode.Incomplete, true, c => With(c, Sound with { Number = null })),
        ["the same elsewhere"] = (ReasonCode.Duplicate, true, c => c with { SameAs = "建安发票 26512000000012345678" }),
        ["land, which does not count"] = (ReasonCode.NotCountable, true, c => With(c, Sound with { Kind = VoucherKind.LandReceipt })),
        ["working capital, which does not count"] = (ReasonCode.NotCountable, true, c => With(c, Sound with { Kind = VoucherKind.WorkingCapital })),
        ["a lease, which does not count"] = (ReasonCode.NotCountable, true, c => With(c, Sound with { Kind = VoucherKind.Decoration })),
        ["second-hand machines"] = (ReasonCode.NotCountable, true, c => c with { Reading = new KeptReading { Lines = [new KeptLine("*通用设备*二手注塑机", "", "1", 100_000_000, "9%", null)] } }),
        ["levelling alone"] = (ReasonCode.NotCountable, true, c => c with { Reading = new KeptReading { Lines = [new KeptLine("*建筑服务*土地平整", "", "1", 100_000_000, "9%", null)] } }),
        ["local shareholders' part"] = (ReasonCode.LocalShare, false, c => With(c, Sound with { Kind = VoucherKind.CapitalSlip, LocalShare = new Money(30_000_000) })),
        ["no rate"] = (ReasonCode.NoRate, true, c => With(c, Sound with { Kind = VoucherKind.CapitalSlip, Currency = CurrencyCode.Dollar, Foreign = 100 })),
        ["contract missing"] = (ReasonCode.SetIncomplete, true, c => c with { Pieces = [Set[1], Set[2]] }),
        ["payment missing"] = (ReasonCode.SetIncomplete, true, c => c with { Pieces = [Set[0], Set[2]] }),
        ["bookkeeping missing"] = (ReasonCode.SetIncomplete, true, c => c with { Pieces = [Set[0], Set[1]] }),
        ["more billed than agreed"] = (ReasonCode.AboveContract, true, c => c with { BilledFen = 500_000_001 }),
        ["same seller over projects"] = (ReasonCode.SameSeller, false, c => c with { SellersOtherProjects = 2 }),
        ["consecutive number"] = (ReasonCode.Consecutive, false, c => c with { Neighbour = ("26512000000012345679", "另一项目") }),
        ["money that left again"] = (ReasonCode.RoundTrip, true, c => With(c, Sound with { Kind = VoucherKind.CapitalSlip }) with { LeftAgain = ("FK-9", Day.AddDays(3)) }),
        ["no project"] = (ReasonCode.NotAllocated, true, c => With(c with { Projects = [] }, Sound)),
    };

    [Theory, MemberData(nameof(Faults))]
    public void Finds(string fault)
    {
        var (code, stops, make) = Cases[fault];
        var finding = Assert.Single(VoucherChecks.Of(make(Start())), f => f.Code == code);
        Assert.Equal(stops, finding.Stops);
        Assert.True(Words.HasEnglish(finding.Sentence.Format), finding.Sentence.Format);
        Assert.True(finding.Sentence.ToString(System.Globalization.CultureInfo.InvariantCulture).Length > 10);
    }

    /// <summary>The innocent neighbours: what looks like the fault and is none.</summary>
    [Fact]
    public void Lets_the_innocent_pass()
    {
        None(With(Start() with { Projects = [Project with { Affiliates = ["东江控股有限公司"] }] }, Sound with { Buyer = "东江控股有限公司" }), ReasonCode.BuyerNotCompany);
        None(With(Start(), Sound with { IssuedOn = new DateOnly(2026, 1, 10) }), ReasonCode.BeforeSigning);
        None(Rule(Start(), r => (r.PeriodFrom, r.PeriodTo) = (Day, Day)), ReasonCode.OutsidePeriod);
        None(Start() with { Today = Day }, ReasonCode.OutsidePeriod);
        None(With(Start(), Sound with { Gross = new Money(109_000_001), InWords = null }), ReasonCode.SumDiffers);
        None(With(Start(), Sound with { InWords = "壹佰零玖万元正" }), ReasonCode.WordsDiffer);
        None(Start() with { Reading = new KeptReading { Lines = [new KeptLine("工程款", "", "1", 60_000_000, "9%", null), new KeptLine("材料", "", "1", 40_000_000, "9%", null)] } }, ReasonCode.LinesDiffer);
        None(With(Start(), Sound with { Remark = "本项目一期" }), ReasonCode.Voided);
        None(With(Start(), Sound with { Number = "12345678", Code = "051002600111" }), ReasonCode.WrongNumber);
        None(With(Start(), Sound with { Kind = VoucherKind.CustomsDeclaration, Number = "123456789012345678" }), ReasonCode.WrongNumber);
        None(Rule(With(Start(), Sound with { Kind = VoucherKind.LandReceipt }), r => r.CountLand = true), ReasonCode.NotCountable);
        None(Rule(With(Start(), Sound with { Kind = VoucherKind.WorkingCapital }), r => r.CountWorkingCapital = true), ReasonCode.NotCountable);
        None(Rule(With(Start(), Sound with { Kind = VoucherKind.Decoration }), r => r.CountDecoration = true), ReasonCode.NotCountable);
        None(Rule(Start() with { Reading = new KeptReading { Lines = [new KeptLine("二手设备", "", "1", 100_000_000, "9%", null)] } }, r => r.CountSecondHand = true), ReasonCode.NotCountable);
        // no setting makes local money count (domain rule 4.2): only where there is none, nothing is said
        None(With(Start(), Sound with { Kind = VoucherKind.CapitalSlip, LocalShare = Money.Zero }), ReasonCode.LocalShare);
        None(Rule(Start() with { Pieces = [] }, r => r.NeedSet = false), ReasonCode.SetIncomplete);
        None(Start() with { BilledFen = 500_000_000 }, ReasonCode.AboveContract);
        None(Start() with { SellersOtherProjects = 1 }, ReasonCode.SameSeller);
        None(With(Start() with { Pieces = [] }, Sound with { Kind = VoucherKind.CapitalSlip }), ReasonCode.SetIncomplete);
    }

    private static void None(CheckedVoucher c, ReasonCode code) => Assert.DoesNotContain(VoucherChecks.Of(c), f => f.Code == code);

    private static IReadOnlyList<CheckFinding> Check() => VoucherChecks.Of(Start());

    private static CheckedVoucher Start() => With(new CheckedVoucher(null!, new KeptReading(), new FundsRules(), new DateOnly(2026, 6, 30)) { Projects = [Project], Pieces = Set, BilledFen = 109_000_000 }, Sound);

    private static CheckedVoucher With(CheckedVoucher c, VoucherFacts facts)
    {
        var voucher = new Voucher(Guid.CreateVersion7(), c.Projects.Count == 0 ? null : Project.Id, null, "某", DateTime.UtcNow);
        voucher.KeepReading(DocumentKind.DigitalSpecial, new KeptReading().Write());
        voucher.Restate(facts, null, null);
        return c with { Voucher = voucher };
    }

    private static CheckedVoucher Rule(CheckedVoucher c, Action<FundsRules> set)
    {
        var rules = new FundsRules();
        set(rules);
        return c with { Rules = rules };
    }
}
