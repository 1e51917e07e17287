using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>The indicators every city starts with; it may define others and new versions of these (domain rules 4.1 and 4.2).</summary>
public static class DefaultIndicators
{
    /// <summary>新签约项目: each project counts once, at its first formal agreement.</summary>
    public const string SignedProjects = "signed-projects";
    /// <summary>合同投资额 of the newly signed projects.</summary>
    public const string ContractedAmount = "contracted-amount";
    /// <summary>到位资金: money that arrived, from all origins.</summary>
    public const string ArrivedFunds = "arrived-funds";
    /// <summary>到位内资: the part of it from the three domestic origins.</summary>
    public const string ArrivedDomestic = "arrived-domestic";
    /// <summary>实际利用外资.</summary>
    public const string ForeignCapital = "foreign-capital";
    /// <summary>开工项目.</summary>
    public const string StartedProjects = "started-projects";
    /// <summary>开工项目投资额.</summary>
    public const string StartedAmount = "started-amount";
    /// <summary>投产项目.</summary>
    public const string ProducingProjects = "producing-projects";
    /// <summary>形成固投: what was spent on assets, proved by reviewed vouchers; never added to the money that arrived.</summary>
    public const string FormedInvestment = "formed-investment";
    /// <summary>履约项目.</summary>
    public const string PerformingProjects = "performing-projects";

    private sealed record Row(string Code, string Name, string English, Measure Measure, Aggregation Aggregation, string Display, string Aliases, string Scope)
    {
        /// <summary>The indicator whose entries it takes, and from which origins; null for one entered by itself.</summary>
        public (string Base, string[] Origins)? From { get; init; }
    }

    private static readonly Row[] Rows =
    [
        new(SignedProjects, "新签约项目", "Newly signed projects", Measure.Count, Aggregation.Flow, "个", "签约项目\n新签约项目数\n签约项目数\n新签约", "正式协议；框架、意向协议不计；每个项目只在首次签约时计一次"),
        new(ContractedAmount, "合同投资额", "Contracted investment", Measure.Yuan, Aggregation.Flow, "亿元", "协议投资额\n合同金额\n签约金额\n协议总投资\n新签约金额\n新签约项目投资额", "新签约项目的协议总投资；增资只计增量"),
        new(ArrivedFunds, "到位资金", "Arrived funds", Measure.Yuan, Aggregation.Flow, "亿元", "招商引资到位资金\n实际到位资金\n到位资金额\n引进资金", "国（境）外、国内省外、市外省内、市内县际四个来源，以凭证审核为准"),
        new(ArrivedDomestic, "到位内资", "Arrived domestic funds", Measure.Yuan, Aggregation.Flow, "亿元", "到位国内资金\n内资到位\n实际到位内资", "到位资金中国内省外、市外省内、市内县际三个来源，不含国（境）外；过去公布的合计数可以导入")
            { From = (ArrivedFunds, ["OtherProvince", "OtherCity", "CountyToCounty"]) },
        new(ForeignCapital, "实际利用外资", "Utilised foreign capital", Measure.Usd, Aggregation.Flow, "万美元", "FDI到资\n实际使用外资\n外资到位", "商务部外资统计口径；按到账日中间价折美元"),
        new("contracted-foreign", "合同外资", "Contracted foreign capital", Measure.Usd, Aggregation.Flow, "万美元", "合同利用外资", "外方协议出资额，新增加增加减减少"),
        new(PerformingProjects, "履约项目", "Performing projects", Measure.Count, Aggregation.Flow, "个", "履约项目数\n履约", "已签约未终止且有实质进展，含往年结转"),
        new("performing-amount", "履约项目投资额", "Investment of performing projects", Measure.Yuan, Aggregation.Flow, "亿元", "履约金额\n履约投资额", "履约项目的协议总投资"),
        new(StartedProjects, "开工项目", "Projects started", Measure.Count, Aggregation.Flow, "个", "新开工项目\n开工项目数\n开工", "建安开工、设备购置开工或开业"),
        new(StartedAmount, "开工项目投资额", "Investment of projects started", Measure.Yuan, Aggregation.Flow, "亿元", "开工金额\n开工投资额", "开工项目的协议总投资"),
        new(ProducingProjects, "投产项目", "Projects in production", Measure.Count, Aggregation.Flow, "个", "竣工投产项目\n投产项目数\n投产", "正式投入生产或运营"),
        new("out-of-province-investment", "省外引进产业项目新增实际投资", "New actual investment of out-of-province industrial projects", Measure.Yuan, Aggregation.Flow, "亿元", "省外产业项目新增实际投资", "省级口径"),
        new("fixed-asset-investment", "固定资产投资", "Fixed-asset investment", Measure.Yuan, Aggregation.Flow, "亿元", "固投", "统计部门数据，只读引用，不作为部门调度数据上报"),
        new(FormedInvestment, "形成固投", "Formed investment", Measure.Yuan, Aggregation.Flow, "亿元", "形成固定资产投资\n形成有效投资", "项目公司购建资产的支出，以凭证审核为准，不含增值税；与到位资金分列，不相加"),
    ];

    /// <summary>The name of an indicator a new installation begins with; the code itself for others.</summary>
    public static string NameOf(string code) => Array.Find(Rows, r => r.Code == code)?.Name ?? code;

    /// <summary>Adds the ones that are not there yet. An indicator that exists in any version is left as it is.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var there = await db.Set<Indicator>().Select(i => i.Code).ToListAsync(cancel);
        var order = 0;
        foreach (var row in Rows)
        {
            // a derived one stands behind what it is derived from
            order += row.From is null ? 10 : 0;
            if (there.Contains(row.Code)) continue;
            // what was entered before it was there would be missing: then the city defines it itself, from a first day
            if (row.From is { } from && await db.Set<LedgerEntry>().AnyAsync(e => db.Set<Indicator>().Any(i => i.Id == e.IndicatorId && i.Code == from.Base), cancel)) continue;
            var indicator = new Indicator(row.Code, 1, row.Name, row.Measure, row.Aggregation, row.Display, row.From is null ? order : order + 5);
            indicator.Describe(row.English, row.Scope, "投资促进部门", row.Aliases);
            if (row.From is { } taken) indicator.Derive(taken.Base, null, null, taken.Origins, [], null);
            db.Add(indicator);
        }
        await db.SaveChangesAsync(cancel);
    }
}
