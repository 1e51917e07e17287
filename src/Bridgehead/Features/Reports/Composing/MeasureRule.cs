namespace Bridgehead.Features.Reports;

/// <summary>
/// What is proposed against each kind of problem, with who answers for it and by when. The text is a fixed rule of the trade, not a
/// finding; the writer words it for the city. Measures of last year that are not done come first.
/// </summary>
public static class MeasureRule
{
    private static readonly (string Problem, string Text, string Owner, int Month)[] Rules =
    [
        ("behind", Telling.WhyBehind + "，实行月调度、季通报，压实责任单位和完成时限", "市级牵头部门", 6),
        ("units", "对进度靠后的单位开展专题调度，派出工作组帮助查找原因、补上差距", "市级牵头部门", 6),
        ("fallen", Telling.WhyFallen, "市级牵头部门", 9),
        ("concentrated", "拓宽资金来源和产业方向，新开辟招商区域，降低集中度", "市级牵头部门", 12),
        ("conversion", "建立签约项目履约台账，逐个明确开工条件和责任人，提高履约率、开工率", "各区县和园区", 9),
        ("stalled", "对长期没有进展的项目逐个会诊，分类盘活、调整或退出", "各区县和园区", 6),
        ("arrival", "对照协议约定督促投资方按期出资，逐月核对凭证", "各区县和园区", 9),
        ("posts", "补齐驻外干部岗位，明确每个驻外机构的引荐任务并按季考核", "组织和招商部门", 6),
        ("leads", "拓展商会、链主、第三方等信息渠道，执行线索研判时限，按月通报转化情况", "市级牵头部门", 6),
        ("landing", "对签约满一年未开工项目实行清单管理，逐个明确要素保障和开工时间", "各区县和园区", 9),
        ("parks", "盘活园区存量用地和厂房，明确各园区主导产业，引导新签约项目入园", "各园区管委会", 12),
        ("reports", "通报月报迟报漏报单位，纳入日常考核", "市级牵头部门", 3),
        ("troubles", "对超过一个月未解决的问题提级办理，由联席会议限时销号", "市级联席会议", 6),
        ("promises", "清理到期承诺，政府承诺限期兑现，企业承诺逐项约谈督促", "市级牵头部门", 6),
    ];

    /// <summary>The measures: those of last year that are still open, then one for each problem that none of them answers.</summary>
    public static IReadOnlyList<MeasureFact> Propose(WorkReportFacts facts, IReadOnlyList<FoundProblem> problems)
    {
        var end = new DateOnly(facts.Year + 1, 12, 31);
        var open = (facts.LastMeasures ?? []).Where(measure => measure.State is MeasureState.Planned or MeasureState.Underway)
            .Select(measure => measure.Due > facts.AsOf ? measure : measure with { Due = end }).ToList();
        return
        [
            .. open,
            .. problems.Where(problem => !open.Exists(measure => measure.Problem == problem.Code)).SelectMany(problem => Rules.Where(rule => rule.Problem == problem.Code))
                .Select(rule => new MeasureFact(rule.Problem, rule.Text, rule.Owner, new DateOnly(facts.Year + 1, rule.Month, DateTime.DaysInMonth(facts.Year + 1, rule.Month)), MeasureState.Planned)),
        ];
    }
}
