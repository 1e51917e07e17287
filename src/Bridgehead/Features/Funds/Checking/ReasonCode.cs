using System.Text;

namespace Bridgehead.Features.Funds.Checking;

/// <summary>Why a voucher, or a part of it, is not recognised (domain rule 5.3).</summary>
public enum ReasonCode
{
    /// <summary>购买方不是项目公司.</summary>
    [Label("购买方不是项目公司")] BuyerNotCompany,
    /// <summary>日期早于签约.</summary>
    [Label("早于签约日期")] BeforeSigning,
    /// <summary>不在统计期内.</summary>
    [Label("不在统计期内")] OutsidePeriod,
    /// <summary>金额、税额、价税合计不符.</summary>
    [Label("金额税额合计不符")] SumDiffers,
    /// <summary>大写与小写不符.</summary>
    [Label("大写与小写不符")] WordsDiffer,
    /// <summary>明细合计不符.</summary>
    [Label("明细合计不符")] LinesDiffer,
    /// <summary>税额未列示.</summary>
    [Label("税额未列示")] TaxHidden,
    /// <summary>免税或不征税.</summary>
    [Label("免税")] TaxExempt,
    /// <summary>红字发票.</summary>
    [Label("红字发票")] RedLetter,
    /// <summary>作废.</summary>
    [Label("发票作废")] Voided,
    /// <summary>原发票已被红冲.</summary>
    [Label("已被红冲")] TakenBack,
    /// <summary>统一社会信用代码校验不通过.</summary>
    [Label("信用代码校验不通过")] WrongCreditCode,
    /// <summary>号码的形式不对.</summary>
    [Label("号码不规范")] WrongNumber,
    /// <summary>一份文件的不同位置，或同一凭证的几份文件，读出的内容不一致.</summary>
    [Label("文件前后不一致")] SourcesDiffer,
    /// <summary>缺少必填内容.</summary>
    [Label("内容不全")] Incomplete,
    /// <summary>重复.</summary>
    [Label("重复")] Duplicate,
    /// <summary>分配超过可认定金额.</summary>
    [Label("分配超额")] OverAllocated,
    /// <summary>尚未分配到项目.</summary>
    [Label("未分配")] NotAllocated,
    /// <summary>这类凭证不计入.</summary>
    [Label("不计入的类别")] NotCountable,
    /// <summary>本地股东出资.</summary>
    [Label("本地股东出资")] LocalShare,
    /// <summary>四件套不全.</summary>
    [Label("四件套不全")] SetIncomplete,
    /// <summary>没有付款凭证.</summary>
    [Label("缺付款凭证")] NoPayment,
    /// <summary>同一销售方开给多个项目.</summary>
    [Label("同一销售方多个项目")] SameSeller,
    /// <summary>发票连号.</summary>
    [Label("发票连号")] Consecutive,
    /// <summary>资金空转.</summary>
    [Label("资金空转")] RoundTrip,
    /// <summary>超过合同金额.</summary>
    [Label("超过合同金额")] AboveContract,
    /// <summary>没有汇率.</summary>
    [Label("缺汇率")] NoRate,
    /// <summary>抽查核实不符或其他.</summary>
    [Label("其他")] Other,
}

/// <summary>How reasons are called outside.</summary>
public static class ReasonCodes
{
    /// <summary>The code in lower case with hyphens: "buyer-not-company".</summary>
    public static string Code(this ReasonCode reason) => Kebab(reason.ToString());

    /// <summary>A name in lower case with hyphens.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
            if (char.IsAsciiLetterUpper(c)) text.Append(text.Length == 0 ? "" : "-").Append(char.ToLowerInvariant(c));
            else text.Append(c);
        return text.ToString();
    }
}
