using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>Sentences a reader of such reports would strike out, and what stands in their place.</summary>
public sealed class WhatAReportMustNotSay
{
    private static readonly WorkReportFacts October = new()
    { UnitCode = "u", UnitName = "某县", Kind = UnitKind.District, Year = 2022, Months = 10, AsOf = new DateOnly(2022, 10, 31) };

    private static readonly CountFact[] Waiting = [new("waiting", 40), new("waiting-late", 10), new("waiting-late-amount", Facts.Yi)];

    [Fact]
    public void Names_the_day_of_what_is_known_for_another_day_than_the_figures()
    {
        var projects = new ProjectFacts { Stages = [new ProjectTally("talks", "在谈", 12)], Stalled = [new StalledFact("silent", "三个月以上没有进展的前期项目", 3, [new StallReason("talks", "在谈阶段", 3)]) { By = "阶段" }] };
        var later = October with { StandsOn = new DateOnly(2022, 11, 8), Counts = Waiting, Projects = projects };
        Assert.Contains("截至2022年11月8日，在册项目中在谈12个", Prose(later, 0), StringComparison.Ordinal);
        Assert.Contains("截至2022年11月8日，已签约尚未开工的项目40个", Prose(later, 2), StringComparison.Ordinal);
        Assert.Contains("截至2022年11月8日，三个月以上没有进展的前期项目3个，按阶段分：在谈阶段3个。", Prose(later, 2), StringComparison.Ordinal);
        var same = later with { AsOf = new DateOnly(2022, 11, 8) };
        Assert.Contains("\n已签约尚未开工的项目40个", "\n" + Prose(same, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_nothing_concentrated_that_has_one_part_by_its_definition_and_joins_the_rest()
    {
        IndicatorFact Of(string code, string name, params (GroupKind By, string Key, string Name, long Value)[] groups) => new(code, name, MeasureUnit.Piece, groups.Where(g => g.By == groups[0].By).Sum(g => g.Value))
        { Groups = [.. groups.Select(g => new GroupFact(g.By, g.Key, g.Name, g.Value))] };
        var facts = October with
        {
            Indicators =
            [
                Of("fdi", "实际利用外资", (GroupKind.Origin, "abroad", "国（境）外", 30)),
                Of("a", "新签约项目", (GroupKind.Industry, "2", "二产", 80), (GroupKind.Industry, "3", "三产", 20)),
                Of("b", "开工项目", (GroupKind.Industry, "2", "二产", 9), (GroupKind.Industry, "3", "三产", 1)),
            ],
        };
        Assert.Equal("新签约项目中二产占80%、开工项目中二产占90%，产业较为集中。", Prose(facts, 2));
        Assert.DoesNotContain("国（境）外", Prose(facts, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_go_on_with_what_is_done_nor_call_begun_what_is_not()
    {
        MeasureFact Measure(string text, MeasureState state) => new("landing", text, "市经合局", new DateOnly(2022, 6, 30), state);
        const string Rule = "对签约满一年未开工项目实行清单管理，逐个明确要素保障和开工时间";
        var facts = October with { Counts = Waiting, LastMeasures = [Measure(Rule, MeasureState.Done), Measure("甲", MeasureState.Done), Measure("乙", MeasureState.Dropped)] };
        Assert.Contains($"针对部分签约项目落地较慢的问题，在上年工作基础上，{Rule}，", Prose(facts, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("继续落实", Prose(facts, 3), StringComparison.Ordinal);
        var planned = facts with { LastMeasures = [Measure("甲", MeasureState.Done), Measure("丙", MeasureState.Underway), Measure("丁", MeasureState.Planned)] };
        Assert.Contains("上年报告提出的举措3项，已完成1项，正在推进1项，尚未启动1项。", Prose(planned, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_of_one_unit_not_that_they_are_each()
    {
        GroupFact Unit(string code, string name, long value) => new(GroupKind.Unit, code, name, value) { Targets = [new TargetFact(null, 100)] };
        var facts = October with { Indicators = [new IndicatorFact("a", "新签约项目", MeasureUnit.Piece, 110) { Groups = [Unit("x", "东湖区", 95), Unit("y", "西岭区", 15)] }] };
        Assert.Contains("新签约项目低于序时进度的单位有1个，为西岭区（", Prose(facts, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_why_the_count_by_signing_day_is_another()
    {
        ProjectFacts Signed(long by) => new() { NewlySigned = new ProjectTally("signed", "新签约项目", 61, 223 * Facts.Yi), SignedInPeriod = by };
        Assert.Contains("新签约项目按入账月份统计，其中签约日期在本期、仍在册的项目56个，差额为补录以前时期的项目和退出的项目。", Prose(October with { Projects = Signed(56) }, 0), StringComparison.Ordinal);
        Assert.DoesNotContain("差额", Prose(October with { Projects = Signed(61) }, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_titles_that_tell_the_direction()
    {
        var facts = October with { Indicators = [new IndicatorFact("a", "新签约项目", MeasureUnit.Piece, 50) { Base = 100 }] };
        string[] Titles(WorkReport report) => [.. report.Parts[2].Blocks.OfType<SectionHeading>().Select(heading => heading.Title)];
        var report = new ComposeWorkReport().Run(facts);
        Assert.Contains("部分指标同比下降", Titles(report));
        Assert.Contains("部分指标同比情况", Titles(Mask.Of(report)));
        Assert.DoesNotContain("部分指标同比下降", Titles(Mask.Of(report)));
    }

    private static string Prose(WorkReportFacts facts, int part) => string.Join('\n', new ComposeWorkReport().Run(facts).Parts[part].Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
}
