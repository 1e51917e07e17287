namespace Bridgehead.Features.Funds;

/// <summary>Which of the two books a voucher can speak for. The two are never added together.</summary>
public enum FundsLedger
{
    /// <summary>到位: money that came in.</summary>
    [Label("到位")] Arrived,
    /// <summary>形成固投: money that was spent on assets.</summary>
    [Label("形成固投")] Formed,
    /// <summary>佐证: proves another voucher, counts for nothing itself.</summary>
    [Label("佐证")] Companion,
}

/// <summary>The kinds of voucher (domain rule 5.2).</summary>
public enum VoucherKind
{
    /// <summary>资本金进账单.</summary>
    [Label("资本金进账单")] CapitalSlip,
    /// <summary>验资报告.</summary>
    [Label("验资报告")] CapitalVerification,
    /// <summary>FDI入账登记凭证.</summary>
    [Label("FDI入账登记")] ForeignRegistration,
    /// <summary>流动资金证明; whether it counts is set by the rules.</summary>
    [Label("流动资金证明")] WorkingCapital,
    /// <summary>土地出让金票据、契税; whether they count is set by the rules.</summary>
    [Label("土地出让金、契税")] LandReceipt,
    /// <summary>建安发票.</summary>
    [Label("建安发票")] ConstructionInvoice,
    /// <summary>设备发票.</summary>
    [Label("设备发票")] EquipmentInvoice,
    /// <summary>进口报关单、海关缴款书.</summary>
    [Label("报关单、海关缴款书")] CustomsDeclaration,
    /// <summary>设计、监理等其他费用.</summary>
    [Label("设计监理等费用")] OtherFee,
    /// <summary>租赁、装修; whether they count is set by the rules.</summary>
    [Label("租赁、装修")] Decoration,
    /// <summary>工程量结算.</summary>
    [Label("工程结算")] Settlement,
    /// <summary>合同.</summary>
    [Label("合同")] Contract,
    /// <summary>付款单.</summary>
    [Label("付款单")] PaymentSlip,
    /// <summary>记账凭证.</summary>
    [Label("记账凭证")] AccountingEntry,
}

/// <summary>What the kinds have in common.</summary>
public static class VoucherKinds
{
    /// <summary>The kinds that prove money came in.</summary>
    internal static readonly VoucherKind[] Arrived = [.. Enum.GetValues<VoucherKind>().Where(k => k.Ledger() == FundsLedger.Arrived)];

    /// <summary>Which book a kind speaks for.</summary>
    public static FundsLedger Ledger(this VoucherKind kind) => kind switch
    {
        <= VoucherKind.WorkingCapital => FundsLedger.Arrived,
        <= VoucherKind.Decoration => FundsLedger.Formed,
        _ => FundsLedger.Companion,
    };

    /// <summary>Whether it is an invoice, with a number the tax office gives once.</summary>
    public static bool IsInvoice(this VoucherKind kind) => kind is VoucherKind.ConstructionInvoice or VoucherKind.EquipmentInvoice or VoucherKind.OtherFee or VoucherKind.Decoration;

    /// <summary>
    /// What the two parties are called on a document of this kind, the receiving or buying one first; null where such a document names none. Who is named must be stated before it is submitted
    /// (domain rules 5.2 and 5.3): without both, nothing can be held against the project company or against money that leaves again.
    /// </summary>
    public static (string? Buyer, string? Seller) Parties(this VoucherKind kind) => kind switch
    {
        VoucherKind.CapitalSlip or VoucherKind.ForeignRegistration => ("收款方", "付款方"),
        VoucherKind.CapitalVerification => ("被验资企业", "出资方"),
        // a bank's proof of working capital speaks of one account
        VoucherKind.WorkingCapital => ("开户企业", null),
        VoucherKind.LandReceipt => ("缴款人", "收款机关"),
        VoucherKind.CustomsDeclaration => ("境内收货人", "境外发货人"),
        VoucherKind.ConstructionInvoice or VoucherKind.EquipmentInvoice or VoucherKind.OtherFee or VoucherKind.Decoration => ("购买方", "销售方"),
        // it counts for nothing itself, but money that leaves again is found by it
        VoucherKind.PaymentSlip => ("付款方", "收款方"),
        _ => (null, null),
    };

    /// <summary>What must stand beside it before it is recognised: the four-piece set, of which it is one itself (记账凭证＋合同＋发票＋付款单).</summary>
    public static IReadOnlyList<VoucherKind> Needs(this VoucherKind kind) => kind switch
    {
        VoucherKind.ConstructionInvoice or VoucherKind.EquipmentInvoice or VoucherKind.OtherFee or VoucherKind.Decoration => [VoucherKind.Contract, VoucherKind.PaymentSlip, VoucherKind.AccountingEntry],
        VoucherKind.LandReceipt => [VoucherKind.Contract, VoucherKind.PaymentSlip],
        VoucherKind.CustomsDeclaration => [VoucherKind.Contract, VoucherKind.PaymentSlip],
        _ => [],
    };
}

/// <summary>Where a voucher stands.</summary>
public enum VoucherState
{
    /// <summary>草稿: uploaded, being completed.</summary>
    [Label("草稿")] Draft,
    /// <summary>待审核: submitted, the district reviews.</summary>
    [Label("待区县审核")] Submitted,
    /// <summary>待复核: accepted by the district, drawn for the city's re-review.</summary>
    [Label("待市级复核")] Accepted,
    /// <summary>已认定: counted.</summary>
    [Label("已认定")] Recognised,
    /// <summary>已退回: to be completed and submitted again.</summary>
    [Label("已退回")] Returned,
    /// <summary>已撤销认定: taken back out of the ledger; may be corrected and submitted again.</summary>
    [Label("已撤销认定")] Revoked,
    /// <summary>不再使用: put aside; its number is free again.</summary>
    [Label("不再使用")] Discarded,
}
