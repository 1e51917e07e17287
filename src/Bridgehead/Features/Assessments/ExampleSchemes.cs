using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Assessments;

/// <summary>The schemes an installation begins with, after those cities have published (domain rule 9.4). They bind to indicators where one exists; the rest is given by hand. Each may be changed by another version.</summary>
public static class ExampleSchemes
{
    private const string Province = "out-of-province-investment";

    private static readonly SchemeGroup[] Districts = [new("区县", UnitKind.District, [])];

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
            Ratio("履约率", 10, 100, "履约率：比率 " + DefaultIndicators.PerformingProjects + "/" + DefaultIndicators.SignedProjects),
            Ratio("开竣工率", 20, 100, "开竣工率：比率 " + DefaultIndicators.StartedProjects + "/" + DefaultIndicators.SignedProjects),
            Ratio("资金到位率", 35, 100, "资金到位率：比率 " + DefaultIndicators.ArrivedFunds + "/" + DefaultIndicators.ContractedAmount),
            Ratio("当年到位资金", 35, 100, "当年到位资金：完成率 " + DefaultIndicators.ArrivedFunds),
        ], 2)),
        ("efficacy", "功效系数考核", "参照高安市招商引资考核办法", new SchemeDefinition(Districts,
        [
            Efficacy("利用外资", 30, "利用外资：数值 " + DefaultIndicators.ForeignCapital),
            Efficacy("省外资金", 30, "省外资金：数值 " + Province),
            Efficacy("亿元签约项目", 10, "亿元签约项目：数值 " + DefaultIndicators.SignedProjects),
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
    ];

    /// <summary>Writes those that are not there yet.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var there = await db.Set<Scheme>().Select(s => s.Code).Distinct().ToListAsync(cancel);
        db.AddRange(All.Where(s => !there.Contains(s.Code)).Select(s => new Scheme(s.Code, 1, s.Name, s.Document, s.Definition, "系统", DateTime.UnixEpoch)));
        await db.SaveChangesAsync(cancel);
    }

    private static SchemeItem Ratio(string name, decimal weight, decimal cap, string lines) => new(name, ScoreMethod.Ratio, weight, cap, null, true, ItemInput.Read(lines));

    private static SchemeItem Efficacy(string name, decimal weight, string line) => new(name, ScoreMethod.Efficacy, weight, null, null, true, ItemInput.Read(line));
}
