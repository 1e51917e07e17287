namespace Bridgehead.Features.Agreements;

/// <summary>What proves that a promise is kept.</summary>
public enum EvidenceType
{
    /// <summary>Invoices and slips of payment.</summary>
    [Label("付款凭证、发票")] Vouchers,
    /// <summary>Bank slips.</summary>
    [Label("银行回单")] BankSlip,
    /// <summary>Building permit, record of acceptance.</summary>
    [Label("施工许可、验收备案")] Permit,
    /// <summary>Land or house certificate, survey.</summary>
    [Label("不动产权证、测绘报告")] Certificate,
    /// <summary>Statistical returns.</summary>
    [Label("统计报表")] Statistics,
    /// <summary>Certificates of tax paid.</summary>
    [Label("完税证明")] TaxRecord,
    /// <summary>Records of social insurance.</summary>
    [Label("社保缴纳记录")] SocialInsurance,
    /// <summary>Minutes, approvals, other papers.</summary>
    [Label("文件、纪要")] Document,
}
