using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>Facts to write reports from: the two published bulletins, and a fictional city with everything a report may hold.</summary>
internal static class Facts
{
    /// <summary>1 万元 and 1 亿元 in 分.</summary>
    public const long Wan = 1_000_000, Yi = 10_000_000_000;

    /// <summary>
    /// 攀枝花 January to October 2006, amounts in 万元 as published. The bases of last year are not printed; they are the published
    /// growth taken backwards (1,005,136 / 2.25; 32,824 / 1.8206; 657,465 / 2.3149; 314,847 / 2.211).
    /// </summary>
    public static WorkReportFacts Panzhihua => new()
    {
        UnitCode = "pzh", UnitName = "攀枝花市", Kind = UnitKind.City, Year = 2006, Months = 10, AsOf = new DateOnly(2006, 11, 10),
        Indicators =
        [
            new IndicatorFact("arrived", "到位资金", MeasureUnit.Yuan, 1_005_136 * Wan)
            {
                Base = 446_727 * Wan, Projects = 422, Targets = [new TargetFact(null, 800_000 * Wan)],
                Groups =
                [
                    new GroupFact(GroupKind.Origin, "province", "国内省外", 412_678 * Wan)
                        { Projects = 113, Targets = [new TargetFact("省定", 83_253 * Wan, "province")] },
                    new GroupFact(GroupKind.Origin, "city", "市外省内", 176_031 * Wan) { Projects = 79 },
                    new GroupFact(GroupKind.Origin, "county", "市内县际", 416_427 * Wan) { Projects = 230 },
                    new GroupFact(GroupKind.Industry, "1", "农业", 32_824 * Wan) { Projects = 21, Base = 18_029 * Wan },
                    new GroupFact(GroupKind.Industry, "2", "工业", 657_465 * Wan) { Projects = 227, Base = 284_014 * Wan },
                    new GroupFact(GroupKind.Industry, "3", "三产", 314_847 * Wan) { Projects = 174, Base = 142_400 * Wan },
                    new GroupFact(GroupKind.Band, "1yi", "亿元以上", 626_207 * Wan) { Projects = 80 },
                ],
            },
        ],
    };

    /// <summary>眉山 first half of 2018, in 亿元 as published; bases are the published growth taken backwards.</summary>
    public static WorkReportFacts Meishan => new()
    {
        UnitCode = "ms", UnitName = "眉山市", Kind = UnitKind.City, Year = 2018, Months = 6, AsOf = new DateOnly(2018, 7, 10),
        Indicators =
        [
            new IndicatorFact("arrived", "到位资金", MeasureUnit.Yuan, 33905 * Yi / 100)
                { Base = 32001 * Yi / 100, Targets = [new TargetFact(null, 660 * Yi)] },
            new IndicatorFact("arrived-province", "到位省外资金", MeasureUnit.Yuan, 30394 * Yi / 100)
            {
                Base = 26862 * Yi / 100,
                Targets = [new TargetFact("省定", 460 * Yi, "province"), new TargetFact("市定", 590 * Yi, "city")],
            },
        ],
        Projects = new ProjectFacts
        {
            NewlySigned = new ProjectTally("signed", "新签约项目", 80, 317_661 * Yi / 100),
            Tallies =
            [
                new ProjectTally("major", "重大项目", 21, 307_118 * Yi / 100),
                new ProjectTally("performing", "履约项目", 65, 263_390 * Yi / 100) { RateName = "履约率" },
                new ProjectTally("started", "开工项目", 12, 10_384 * Yi / 100) { RateName = "开工率" },
            ],
        },
    };

    /// <summary>A fictional city at the end of a year, with units, measures, problems and plans, and one number that nobody knows.</summary>
    public static WorkReportFacts City => new()
    {
        UnitCode = "city", UnitName = "云泽市", Kind = UnitKind.City, Year = 2022, AsOf = new DateOnly(2023, 1, 10),
        Hearing = new Hearing("主任、各位副主任、秘书长、各位委员", "市人民政府", "——2023年4月13日在市第五届人大常委会第十次会议上", "市经济合作局局长"),
        SignedBy = "云泽市经济合作局", IssuedOn = new DateOnly(2023, 4, 13),
        Indicators =
        [
            new IndicatorFact("arrived", "到位内资", MeasureUnit.Yuan, 612_34 * Yi / 100)
            {
                Base = 560 * Yi, Projects = 318, Targets = [new TargetFact(null, 600 * Yi)], Standing = new Standing("全省", 3),
                Groups =
                [
                    new GroupFact(GroupKind.Origin, "province", "国内省外", 431_20 * Yi / 100) { Projects = 201 },
                    new GroupFact(GroupKind.Origin, "city", "市外省内", 181_14 * Yi / 100) { Projects = 117 },
                    Unit("d1", "东湖区", 150, 140, 130), Unit("d2", "西岭区", 121, 130, 125), Unit("d3", "南浦县", 118, 110, 100),
                    Unit("d4", "北辰县", 96, 100, 98), Unit("p1", "高新技术产业园区", 127, 120, 107),
                ],
            },
            new IndicatorFact("fdi", "实际利用外资", MeasureUnit.Dollar, 39_450_000_00) { Base = 41_000_000_00, Targets = [new TargetFact(null, 40_000_000_00)] },
            new IndicatorFact("famous", "新引进知名企业", MeasureUnit.Enterprise, null),
        ],
        Projects = new ProjectFacts
        {
            NewlySigned = new ProjectTally("signed", "新签约项目", 126, 900 * Yi),
            Tallies =
            [
                new ProjectTally("performing", "履约项目", 118) { RateName = "履约率" },
                new ProjectTally("started", "开工项目", 51) { RateName = "开工率" },
                new ProjectTally("producing", "投产项目", 17),
            ],
            Stages = [new ProjectTally("talks", "在谈", 212), new ProjectTally("building", "在建", 143), new ProjectTally("running", "投产", 88)],
            Major =
            [
                new NamedProject("X1", "年产10GWh动力电池项目", "云泽星能科技有限公司", 52 * Yi, "在建") { Address = "/projects/X1" },
                new NamedProject("X2", "光电显示材料生产基地", "远屏材料股份有限公司", 3050 * Yi / 100, "签约"),
                new NamedProject("X3", "智慧冷链物流园", null, null, "前期"),
            ],
            Stalled = [new StalledFact("silent", "静默项目", 12, [new StallReason("funds", "资金", 7), new StallReason("land", "用地", 5)])],
            Contracted = 2400 * Yi, Arrived = 612 * Yi,
        },
        Actions =
        [
            new ActionFact("拓展招商渠道", "visits", "外出拜访企业", 436, MeasureUnit.Time),
            new ActionFact("拓展招商渠道", "events", "举办专题推介会", 8, MeasureUnit.Event) { Named = ["成渝产业协作推介会", "粤港澳大湾区投资说明会"] },
            new ActionFact("优化企业服务", "requests", "办结企业诉求", 187, MeasureUnit.Matter),
        ],
        Plans = new PlanFacts
        {
            Targets = [new IndicatorFact("arrived", "到位内资", MeasureUnit.Yuan, 650 * Yi) { Base = 612_34 * Yi / 100 }],
            ToStart = [new NamedProject("X2", "光电显示材料生产基地", "远屏材料股份有限公司", 3050 * Yi / 100, "签约") { Due = new DateOnly(2023, 6, 30) }],
        },
        Notes = [new ReportNote(ReportPart.NextSteps, "强化要素保障", "用好2023年新增用地指标，力争盘活闲置厂房5万平方米。")],
    };

    private static GroupFact Unit(string code, string name, long value, long target, long before) =>
        new(GroupKind.Unit, code, name, value * Yi) { Base = before * Yi, Targets = [new TargetFact(null, target * Yi)] };
}
