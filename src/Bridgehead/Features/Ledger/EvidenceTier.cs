namespace Bridgehead.Features.Ledger;

/// <summary>How well a figure is proved, weakest first.</summary>
public enum EvidenceTier
{
    /// <summary>申报: the unit or project says so itself.</summary>
    [Label("申报")] Declared,
    /// <summary>有凭据: a reviewed voucher or a published statement stands behind it.</summary>
    [Label("有凭据")] Documented,
    /// <summary>互核: a second, independent source says the same.</summary>
    [Label("互核")] CrossChecked,
    /// <summary>审计: an auditor has looked at it.</summary>
    [Label("已审计")] Audited,
}

/// <summary>Where the second source comes from.</summary>
public enum SecondSource
{
    /// <summary>税务部门.</summary>
    [Label("税务部门")] Tax,
    /// <summary>银行或外汇部门.</summary>
    [Label("银行或外汇部门")] Bank,
    /// <summary>海关.</summary>
    [Label("海关")] Customs,
    /// <summary>统计部门.</summary>
    [Label("统计部门")] Statistics,
    /// <summary>现场核查.</summary>
    [Label("现场核查")] Visit,
    /// <summary>审计.</summary>
    [Label("审计核查")] Audit,
    /// <summary>其他.</summary>
    [Label("其他来源")] Other,
}
