using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>The schemes an installation begins with, after those cities have published (domain rule 9.4). They bind to indicators and rates of a cohort where there are any; the rest is given by hand. What judges persons counts for their unit: no person is ranked. Each may be changed by another version.</summary>
public static class ExampleSchemes
{
    private const string Province = "out-of-province-investment";

    private static readonly SchemeGroup[] Districts = [new("区县", UnitKind.District, [])];

    private static readonly SchemeGroup[] Outposts = [new("驻外机构", UnitKind.Outpost, [])];

    private static readonly (string Code, string Name, string Document, SchemeDefinition Definition)[] All =
    [
        ("six-items", "六项指标考核", "参照四川某市2024年考核结果通报", new SchemeDefinition(Districts,
        [
            Ratio("省外新增实际投资", 0.5m, 120, "省外新增实际投资：完成率 " + Province),
            Ratio("FDI到资", 0.5m, 120, "FDI到资：完成率 " + DefaultIndicators.ForeignCapital),
            Ratio("新签约项目", 0.5m, 120, "签约个数率：完成率 " + DefaultIndicators.SignedProjects + " ×50%\n签约金额率：完成率 " + DefaultIndicators.ContractedAmount + " ×50%"),
            new("签约项目分档个数", ScoreMethod.Tiers, 0.5m, null, 0.1m, true, ItemInput.Read("3—10亿元项目：填报 ≥7\n10—20亿元项目：填报 ≥4\n20亿元以上项目：填报 ≥1")),
            Ratio("激励、重点企业和平台签约", 0.5m, 100, "省激励奖补：填报 ×40%\n重点企业：填报 ×40%\n省平台现场签约：填报 ×20%"),
            new("开工时限和数据质量", ScoreMethod.Deduction, 0.5m, null, null, true, ItemInput.Read("超时限未开工：填报 ×0.1\n弄虚作假：填报 ×0.2")),
        ], 2)),
        ("four-rates", "四率考核（10、20、35、35）", "参照玉林市招商引资考核办法", new SchemeDefinition(Districts,
        [
            Ratio("履约率", 10, 100, "履约率：批次率 performance"),
            Ratio("开竣工率", 20, 100, "开竣工率：批次率 start"),
            Ratio("资金到位率", 35, 100, "资金到位率：批次率 arrival"),
            Ratio("当年到位资金", 35, 100, "当年到位资金：完成率 " + DefaultIndicators.ArrivedFunds),
        ], 2)),
        ("efficacy", "功效系数考核", "参照高安市招商引资考核办法", new SchemeDefinition(Districts,
        [
            Efficacy("利用外资", 30, "利用外资：数值 " + DefaultIndicators.ForeignCapital),
            Efficacy("省外资金", 30, "省外资金：数值 " + Province),
            Efficacy("亿元签约项目", 10, "亿元签约项目：填报"),
            Efficacy("电商", 5, "电商：填报"),
            Efficacy("领导外出招商", 5, "领导外出招商：填报"),
            new("其他工作", ScoreMethod.Given, 20, null, null, true, ItemInput.Read("其他工作：填报")),
        ], 2)),
        ("basic-to-production", "基础、指标、开工、投产考核（10、20、30、40）", "参照某市区县招商引资考核办法", new SchemeDefinition([.. Districts, new("园区", UnitKind.Park, [])],
        [
            new("基础工作", ScoreMethod.Given, 10, null, null, true, ItemInput.Read("基础工作：填报")),
            Ratio("到位资金指标", 20, 120, "到位资金：完成率 " + DefaultIndicators.ArrivedFunds),
            Ratio("新开工及入统", 30, 120, "新开工：完成率 " + DefaultIndicators.StartedProjects),
            Ratio("新投产及入规", 40, 120, "新投产：完成率 " + DefaultIndicators.ProducingProjects),
            new("加分", ScoreMethod.Bonus, 10, null, null, true, ItemInput.Read("百亿元项目：填报 ×5\n世界500强项目：填报 ×3")),
            new("扣分", ScoreMethod.Deduction, 0, 10, null, true, ItemInput.Read("红牌项目：填报 ×1\n迟报数据：填报 ×0.5")),
            new("虚报数据", ScoreMethod.Veto, 0, null, null, true, ItemInput.Read("虚报数据：填报")),
        ], 2)),
        ("task-force-quarterly", "产业专班季度考核", "参照某市产业专班季度考核办法", new SchemeDefinition([new("驻外机构", UnitKind.Outpost, [])],
        [
            new("新引进亿元项目", ScoreMethod.PerUnit, 30, null, null, true, ItemInput.Read("新引进亿元项目：填报 ×10")),
            Ratio("到位资金", 20, 100, "到位资金完成率：填报"),
            Ratio("产业契合度", 20, 100, "产业契合度：填报"),
            new("载体打分", ScoreMethod.Given, 15, null, null, true, ItemInput.Read("载体打分：填报")),
            new("工作队打分", ScoreMethod.Given, 15, null, null, true, ItemInput.Read("工作队打分：填报")),
            new("加分", ScoreMethod.Bonus, 20, null, null, true, ItemInput.Read("企业走访：填报 ×0.5\n推介会：填报 ×3\n10亿元以上项目：填报 ×4\n50亿元以上项目：填报 ×8\n500强项目：填报 ×10")),
        ], 2)),
        ("capital-and-performance", "外资省外、履约、大项目考核（20、60、20）", "参照漯河市讨论稿；原文缺损处由填报补足", new SchemeDefinition(Districts,
        [
            Ratio("实际利用外资", 10, 100, "实际利用外资：完成率 " + DefaultIndicators.ForeignCapital),
            Ratio("省外境外资金", 10, 100, "省外境外资金：完成率 " + Province),
            Ratio("签约额", 10, 100, "签约额：完成率 " + DefaultIndicators.ContractedAmount),
            Ratio("开工率", 20, 100, "开工率：批次率 start"),
            Ratio("资金到位率", 25, 100, "资金到位率：批次率 arrival"),
            Given("履约其他", 5), Given("大项目", 20),
        ], 2)),
        ("signing-and-leaders", "签约、对接龙头考核（50、30、20）", "参照某市2023年招商引资考核办法", new SchemeDefinition(Districts,
        [
            Ratio("签约投资额", 50, 100, "签约投资额：完成率 " + DefaultIndicators.ContractedAmount), Given("对接龙头企业", 30), Given("其他工作", 20),
        ], 2)),
        ("effective-leads", "有效信息考核（50、30、20）", "参照某县级市招商人员考核办法；本系统不对个人排名，按部门计", new SchemeDefinition([new("市级部门", UnitKind.CityDepartment, [])],
        [
            new("有效信息", ScoreMethod.Deduction, 50, null, null, true, ItemInput.Read("缺报有效信息：填报 ×5")),
            Given("分管工作", 30), Given("考勤卫生", 5), Given("其他工作", 15),
            new("连续三个月没有有效信息", ScoreMethod.Veto, 0, null, null, true, ItemInput.Read("连续三个月没有有效信息：填报")),
        ], 2)),
        ("outpost-duties", "驻外机构任务考核", "参照息县、栾川、余干驻外机构任务；分值为系统拟定", new SchemeDefinition(Outposts,
        [
            new("引进大项目", ScoreMethod.Tiers, 40, null, 40, true, ItemInput.Read("2亿元以上或500强、央企项目：填报 ≥1")),
            new("每人开工一个5000万元以上项目", ScoreMethod.Deduction, 30, null, null, true, ItemInput.Read("没有开工项目的人数：填报 ×10")),
            new("每人每周一条完整信息", ScoreMethod.Deduction, 30, null, null, true, ItemInput.Read("缺报的人周数：填报 ×0.5")),
            new("走访、活动和签约", ScoreMethod.Bonus, 20, null, null, true, ItemInput.Read("企业走访：填报 ×0.5\n推介会：填报 ×3\n签约项目：填报 ×2")),
        ], 2)),
        ("chambers", "商会招商考核（50、50）", "参照温州市商会招商考核办法；引进实绩多引多得", new SchemeDefinition([new("商会", UnitKind.Agent, [])],
        [
            new("引进实绩", ScoreMethod.PerUnit, 50, 1000, null, true, ItemInput.Read("引进项目：填报 ×10")), Given("组织服务", 50),
        ], 2)),
        ("outpost-hundred", "驻外机构百分制考核", "系统缺省方案，使用前请按本市文件修订", new SchemeDefinition(Outposts,
        [
            new("有效信息数量", ScoreMethod.PerUnit, 15, null, null, true, ItemInput.Read("有效信息：填报 ×1.5")),
            Ratio("信息转化", 10, 100, "转入在谈的比例：填报"),
            new("拜访目标企业", ScoreMethod.PerUnit, 10, null, null, true, ItemInput.Read("拜访目标企业：填报 ×1")),
            new("邀请来访、接待客商", ScoreMethod.PerUnit, 10, null, null, true, ItemInput.Read("市级领导接待：填报 ×2\n部门、区县接待：填报 ×1")),
            Ratio("新签约项目", 20, 100, "签约个数率：完成率 " + DefaultIndicators.SignedProjects + " ×50%\n签约金额率：完成率 " + DefaultIndicators.ContractedAmount + " ×50%"),
            Ratio("新开工", 15, 100, "新开工：完成率 " + DefaultIndicators.StartedProjects),
            Ratio("到位资金", 10, 100, "到位资金：完成率 " + DefaultIndicators.ArrivedFunds),
            new("活动推介和调研报告", ScoreMethod.PerUnit, 5, null, null, true, ItemInput.Read("推介会：填报 ×1\n调研报告：填报 ×1")),
            Given("日常管理", 5),
            new("加分", ScoreMethod.Bonus, 10, null, null, true, ItemInput.Read("百亿元项目：填报 ×5\n世界500强项目：填报 ×3\n链主企业项目：填报 ×3")),
            new("扣分", ScoreMethod.Deduction, 0, 20, null, true, ItemInput.Read("虚报数据：填报 ×10\n红牌项目：填报 ×1\n迟报数据：填报 ×0.5")),
        ], 2)),
    ];

    /// <summary>Writes those that are not there yet.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var there = await db.Set<Scheme>().Select(s => s.Code).Distinct().ToListAsync(cancel);
        db.AddRange(All.Where(s => !there.Contains(s.Code)).Select(s => new Scheme(s.Code, 1, s.Name, s.Document, s.Definition, "系统", DateTime.UnixEpoch)));
        await db.SaveChangesAsync(cancel);
    }

    private static SchemeItem Ratio(string name, decimal weight, decimal cap, string lines) => new(name, ScoreMethod.Ratio, weight, cap, null, true, ItemInput.Read(lines));

    private static SchemeItem Given(string name, decimal weight) => new(name, ScoreMethod.Given, weight, null, null, true, ItemInput.Read(name + "：填报"));

    private static SchemeItem Efficacy(string name, decimal weight, string line) => new(name, ScoreMethod.Efficacy, weight, null, null, true, ItemInput.Read(line));
}
