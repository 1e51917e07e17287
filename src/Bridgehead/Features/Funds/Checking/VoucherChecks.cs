using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds.Checking;

/// <summary>The checks of a voucher: each a sentence that says what is wrong and what to bring (domain rules 5.1, 5.3 and 5.4).</summary>
public static class VoucherChecks
{
    private static readonly string[] Used = ["二手", "旧设备", "旧厂房", "旧建筑", "废旧"];
    private static readonly string[] Earth = ["土地平整", "场地平整", "一级开发", "围海造地"];

    /// <summary>Within how many days two proofs of the same amount may speak of one inflow: those of the rules for money that leaves again, a week at least.</summary>
    public static int InflowDays(FundsRules rules) => Math.Max(7, rules.RoundTripDays);

    /// <summary>The findings: what stops it first, then in the order of the reasons.</summary>
    public static IReadOnlyList<CheckFinding> Of(CheckedVoucher c) =>
        [.. new[] { Complete(c), Document(c), Parties(c), Days(c), Countable(c), Companions(c), Elsewhere(c) }.SelectMany(f => f).OrderBy(f => !f.Stops).ThenBy(f => f.Code)];

    private static IEnumerable<CheckFinding> Complete(CheckedVoucher c)
    {
        var v = c.Voucher;
        var missing = new List<string>();
        var parties = v.Kind.Parties();
        if (v.Number is null) missing.Add(LabelAttribute.Of(ReadField.Number));
        if (v.IssuedOn is null) missing.Add(LabelAttribute.Of(ReadField.Date));
        if (v.Kind.Ledger() != FundsLedger.Companion && v.NetFen == 0) missing.Add(LabelAttribute.Of(ReadField.Net));
        if (v.Buyer is null && parties.Buyer is { } receives) missing.Add(receives);
        if (v.Seller is null && parties.Seller is { } pays) missing.Add(pays);
        if (missing.Count > 0) yield return new(ReasonCode.Incomplete, true, $"还缺：{string.Join("、", missing)}，请对照原件补齐");
        if (v.ProjectId is null && c.Projects.Count == 0) yield return new(ReasonCode.NotAllocated, true, $"还没有选择项目，请选择这笔资金所属的项目");
    }

    private static IEnumerable<CheckFinding> Document(CheckedVoucher c)
    {
        var v = c.Voucher;
        Money? net = v.NetFen == 0 ? null : new Money(v.NetFen);
        foreach (var finding in DocumentChecks.Sums(net, Yuan(v.TaxFen), Yuan(v.GrossFen), v.InWords)) yield return finding;
        if (v.Kind.IsInvoice())
        {
            foreach (var finding in DocumentChecks.Codes(v.BuyerId, v.SellerId)) yield return finding;
            foreach (var finding in DocumentChecks.Numbers(v.Code, v.Number, v.IssuedOn)) yield return finding;
        }
        if (v.Kind == VoucherKind.CustomsDeclaration && v.Number is { } declaration && (declaration.Length != 18 || !declaration.All(char.IsAsciiDigit)))
            yield return new(ReasonCode.WrongNumber, true, $"报关单号应为18位数字，现为“{declaration}”，请核对原件");
        if (c.Reading.Lines.Count > 0 && net is { } amount && c.Reading.Lines.All(l => l.Fen is not null) && Math.Abs(c.Reading.Lines.Sum(l => l.Fen!.Value) - amount.Fen) > 1)
            yield return new(ReasonCode.LinesDiffer, true, $"明细金额合计{new Money(c.Reading.Lines.Sum(l => l.Fen!.Value))}不等于不含税金额{amount}，请提供完整的发票清单");
        if (c.Reading.TaxHidden) yield return new(ReasonCode.TaxHidden, false, $"税额印为“***”，无法拆分，按价税合计认定；请提供合同说明税率");
        else if (c.Reading.Exempt) yield return new(ReasonCode.TaxExempt, false, $"发票为免税或不征税，金额全额计入；请核对免税依据");
        foreach (var finding in DocumentChecks.Within(c.Reading.Values, c.Reading.Others)) yield return finding;
        foreach (var finding in Files(c)) yield return finding;
        if (v.NetFen < 0 || v.Original is not null) yield return new(ReasonCode.RedLetter, true, $"这是红字发票，不予认定；请登记它冲销的原发票号码");
        if (c.Reading.Void || v.Remark?.Contains("作废", StringComparison.Ordinal) == true) yield return new(ReasonCode.Voided, true, $"发票已作废，不予认定；请提供重新开具的发票");
        if (c.TakenBackBy is { } red) yield return new(ReasonCode.TakenBack, true, $"已被红字发票{red}冲销，不予认定；请提供重新开具的发票");
        if (c.SameAs is { } twin) yield return new(ReasonCode.Duplicate, true, $"与“{twin}”重复，同一凭证只能认定一次；请停用其中一张");
    }

    // what the files of one document say differently, and what stands on the voucher although the most trusted of them says otherwise and nobody gave a reason
    private static IEnumerable<CheckFinding> Files(CheckedVoucher c)
    {
        foreach (var other in c.Reading.OtherFiles.Where(o => o.From != ReadFrom.Person || c.Reading.Corrections.Any(n => n.Field == o.Field) && Stated(c.Voucher, o.Field) is { } own && o.Says(own)))
            if (c.Reading.Find(other.Field) is { } believed)
                yield return new(ReasonCode.SourcesDiffer, false, $"同一凭证的几个文件不一致：“{LabelAttribute.Of(other.Field)}”{LabelAttribute.Of(believed.From)}为“{believed.Text}”，{LabelAttribute.Of(other.From)}为“{other.Text}”，请核对原件，疑似篡改的退回");
        if (c.Voucher.Currency != CurrencyCode.Yuan.Value) yield break;
        foreach (var read in c.Reading.Values.Where(v => c.Reading.OtherFiles.Any(o => o.Field == v.Field) && c.Reading.Corrections.All(n => n.Field != v.Field)))
            if (Stated(c.Voucher, read.Field) is { } stated && !read.Says(stated))
                yield return new(ReasonCode.SourcesDiffer, true, $"凭证登记的“{LabelAttribute.Of(read.Field)}”为“{stated}”，后来收到的文件（{LabelAttribute.Of(read.From)}）为“{read.Text}”；请核对原件并更正，已提交的先退回，已认定的先撤销认定");
    }

    private static string? Stated(Voucher v, ReadField field) => field switch
    {
        ReadField.Code => v.Code,
        ReadField.Number => v.Number,
        ReadField.Date => v.IssuedOn is { } day ? ReadText.Plain(day) : null,
        ReadField.Buyer => v.Buyer,
        ReadField.BuyerId => v.BuyerId,
        ReadField.Seller => v.Seller,
        ReadField.SellerId => v.SellerId,
        ReadField.Net => v.NetFen == 0 ? null : ReadText.Plain(new Money(v.NetFen)),
        ReadField.Tax => v.TaxFen is { } tax ? ReadText.Plain(new Money(tax)) : null,
        ReadField.Gross => v.GrossFen is { } gross ? ReadText.Plain(new Money(gross)) : null,
        _ => null,
    };

    private static IEnumerable<CheckFinding> Parties(CheckedVoucher c)
    {
        // on a bank slip the buyer is whoever receives; on an invoice whoever bought; where it must be named and is not, the voucher is incomplete
        if (c.Voucher.Buyer is not { } buyer) yield break;
        foreach (var project in c.Projects)
        {
            if (project.Company is null && project.Affiliates.Count == 0)
                yield return new(ReasonCode.BuyerNotCompany, true, $"项目“{project.Name}”还没有登记项目公司，请先在项目中填写项目公司");
            else if (!project.Affiliates.Append(project.Company ?? "").Any(name => ReadText.Name(name) == ReadText.Name(buyer)))
                yield return new(ReasonCode.BuyerNotCompany, true, $"购买方（收款方）“{buyer}”不是项目“{project.Name}”的项目公司“{project.Company}”，也不是已批准的关联企业；请提供股权关系证明并申请登记关联企业");
        }
    }

    private static IEnumerable<CheckFinding> Days(CheckedVoucher c)
    {
        if (c.Voucher.IssuedOn is not { } day) yield break;
        if (day > c.Today) yield return new(ReasonCode.OutsidePeriod, true, $"凭证日期{day}晚于今天，请核对原件");
        foreach (var project in c.Projects)
            if (project.SignedOn is null) yield return new(ReasonCode.BeforeSigning, true, $"项目“{project.Name}”尚未签约，签约前的凭证不予确认；请先登记签约日期");
            else if (day < project.SignedOn) yield return new(ReasonCode.BeforeSigning, true, $"凭证日期{day}早于项目“{project.Name}”的签约日期{project.SignedOn.Value}，不予确认；请提供签约后的凭证");
        if (day < c.Rules.PeriodFrom || day > c.Rules.PeriodTo)
            yield return new(ReasonCode.OutsidePeriod, true, $"凭证日期{day}不在认定规则规定的统计期内（{c.Rules.PeriodFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"}至{c.Rules.PeriodTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"}），请提供期内的凭证");
    }

    private static IEnumerable<CheckFinding> Countable(CheckedVoucher c)
    {
        var (v, rules) = (c.Voucher, c.Rules);
        var no = v.Kind switch
        {
            VoucherKind.LandReceipt => !rules.CountLand,
            VoucherKind.WorkingCapital => !rules.CountWorkingCapital,
            VoucherKind.Decoration => !rules.CountDecoration,
            _ => false,
        };
        if (no) yield return new(ReasonCode.NotCountable, true, $"按现行认定规则，“{LabelAttribute.Of(v.Kind)}”不计入；如规则有变，由市级在认定规则中调整");
        if (!rules.CountSecondHand && Named(c, Used) is { } used) yield return new(ReasonCode.NotCountable, true, $"明细含“{used}”：旧设备、旧建筑物不计入固投，请只提供新购部分的发票");
        if (!rules.CountLevelling && Named(c, Earth) is { } earth) yield return new(ReasonCode.NotCountable, true, $"明细含“{earth}”：单纯土地平整、一级开发不计入固投，请只提供建设部分的发票");
        if (!rules.CountDecoration && v.Kind != VoucherKind.Decoration && Named(c, ["装修", "装饰工程"]) is { } decoration) yield return new(ReasonCode.NotCountable, false, $"明细含“{decoration}”：单纯装修不计入固投，请核对合同范围");
        if (v.LocalShareFen > 0) yield return new(ReasonCode.LocalShare, false, $"其中本地股东出资{new Money(v.LocalShareFen)}不计入，可认定{v.Countable}；请附股东出资明细");
        if (v.AllocatedFen > v.Countable.Fen) yield return new(ReasonCode.OverAllocated, true, $"已分配{new Money(v.AllocatedFen)}，超过可认定金额{v.Countable}，请减少分配");
        var foreign = v.Currency != "CNY" || v is { Kind: VoucherKind.ForeignRegistration, NetFen: > 0, IssuedOn: not null };
        if (foreign && v.Rate is null && c.MonthsKnown is < 12 and var months)
            yield return new(ReasonCode.NoRate, true, $"{v.IssuedOn!.Value.Year}年的月平均汇率只有{months}个月，不是全年，不能按“{LabelAttribute.Of(rules.RatePolicy)}”折算；请由市级录齐各月的中间价，或在认定规则中改用其他汇率，再保存凭证");
        else if (foreign && v.Rate is null) yield return new(ReasonCode.NoRate, true, $"没有{(v.Currency == "CNY" ? "USD" : v.Currency)}在{v.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"}的汇率（{LabelAttribute.Of(rules.RatePolicy)}），请先在“汇率”中录入");
    }

    private static IEnumerable<CheckFinding> Companions(CheckedVoucher c)
    {
        var v = c.Voucher;
        var missing = v.Kind.Needs().Where(kind => c.Pieces.All(p => p.Kind != kind)).ToList();
        if (missing.Count > 0 && c.Rules.NeedSet)
            yield return new(ReasonCode.SetIncomplete, true, $"四件套（记账凭证、合同、发票、付款单）还缺：{string.Join("、", missing.Select(k => LabelAttribute.Of(k)))}，请上传并关联");
        else if (missing.Contains(VoucherKind.PaymentSlip))
            yield return new(ReasonCode.NoPayment, false, $"没有付款凭证，请上传银行付款单并关联");
        var paid = c.Pieces.Where(p => p.Kind == VoucherKind.PaymentSlip).Sum(p => p.Fen);
        if (paid > 0 && paid < v.AllocatedFen) yield return new(ReasonCode.NoPayment, false, $"关联的付款单合计{new Money(paid)}，少于分配的{new Money(v.AllocatedFen)}，请补齐付款单或减少分配");
        if (c.BilledFen is { } billed && c.Pieces.Where(p => p.Kind == VoucherKind.Contract).Sum(p => p.Fen) is > 0 and var agreed && billed > agreed)
            yield return new(ReasonCode.AboveContract, true, $"合同项下累计开票{new Money(billed)}，超过合同金额{new Money(agreed)}；请提供补充协议");
    }

    private static IEnumerable<CheckFinding> Elsewhere(CheckedVoucher c)
    {
        if (c.SellersOtherProjects >= 2) yield return new(ReasonCode.SameSeller, false, $"同一销售方“{c.Voucher.Seller}”还为{c.SellersOtherProjects}个其他项目开过票，请核对真实业务");
        if (c.Neighbour is { } next) yield return new(ReasonCode.Consecutive, false, $"与发票{next.Number}（项目“{next.Project}”）连号，请核对是否拆分或集中代开");
        if (c.SameInflow is { } same) yield return new(ReasonCode.Duplicate, false, $"与“{same.Called}”（{same.On}）同项目、同金额，相隔不超过{InflowDays(c.Rules)}天，可能是同一笔资金的另一种证明；请核对，同一笔资金只认定一次");
        if (c.LeftAgain is { } left) yield return new(ReasonCode.RoundTrip, true, $"资金到账后{c.Rules.RoundTripDays}天内又转出（付款单{left.Number}，{left.On}），疑似空转，不予认定；请提供资金用途证明");
    }

    private static string? Named(CheckedVoucher c, string[] words) => c.Voucher.Kind.Ledger() != FundsLedger.Formed ? null
        : Array.Find(words, w => c.Reading.Lines.Any(l => l.Name.Contains(w, StringComparison.Ordinal)) || c.Voucher.Remark?.Contains(w, StringComparison.Ordinal) == true);

    private static Money? Yuan(long? fen) => fen is { } amount ? new Money(amount) : null;
}
