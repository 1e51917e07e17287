namespace Bridgehead.Features.Signals;

/// <summary>What may hint at inflated figures. A signal is a reason to look, never a finding against anybody.</summary>
public enum SignalKind
{
    /// <summary>恰好达标: a target is met to the unit, or to 100.0 per cent.</summary>
    [Label("恰好达标")] ExactTarget,
    /// <summary>月末集中: a month's last three days hold far more than is usual for the unit.</summary>
    [Label("月末集中入账")] MonthEnd,
    /// <summary>整数偏多: many amounts can be divided by ten million yuan.</summary>
    [Label("整数金额偏多")] RoundAmounts,
    /// <summary>首位数字异常: first digits are not spread as they usually are.</summary>
    [Label("首位数字分布异常")] FirstDigits,
    /// <summary>销方重复: one seller on vouchers of several projects.</summary>
    [Label("多个项目同一销售方")] SharedSeller,
    /// <summary>票号重复或连号: one number twice, or numbers in a row from one seller.</summary>
    [Label("票号重复或连号")] InvoiceNumbers,
    /// <summary>到位超协议: more has arrived than was agreed.</summary>
    [Label("到位资金超过协议投资额")] AboveAgreement,
    /// <summary>主体重复: one company on the receiving side of several projects.</summary>
    [Label("多个项目同一收付款主体")] SharedParty,
    /// <summary>认定后红冲: a recognised invoice was taken back by a red-letter one that came later.</summary>
    [Label("已被红冲")] TakenBack,
    /// <summary>资金回流: recognised money left again within the days of the rules.</summary>
    [Label("资金回流")] RoundTrip,
}

/// <summary>What people found when they looked.</summary>
public enum SignalState
{
    /// <summary>请核实: nobody has looked yet.</summary>
    [Label("请核实")] Open,
    /// <summary>属实: what it hinted at is so.</summary>
    [Label("核实有问题")] Confirmed,
    /// <summary>误报: there is an innocent reason.</summary>
    [Label("核实无问题")] FalseAlarm,
}
