using System.Globalization;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

public sealed class ComposingTheWorkReport
{
    private static readonly WorkReportFacts Empty = new()
    { UnitCode = "u", UnitName = "某县", Kind = UnitKind.District, Year = 2022, AsOf = new DateOnly(2023, 1, 5) };

    [Fact]
    public void Says_plainly_that_nothing_is_recorded()
    {
        var parts = new ComposeWorkReport().Run(Empty).Parts;
        Assert.Equal(
            ["2022年，全县指标和项目暂无记录。", "2022年主要举措暂无记录。", "对照目标任务和项目记录，按现行口径未发现应当列报的问题。", "2023年目标任务和项目计划暂无记录。"],
            parts.Select(part => ((Paragraph)Assert.Single(part.Blocks)).Text));
    }

    [Fact]
    public void Opens_to_the_standing_committee_on_behalf_of_the_government()
    {
        var report = new ComposeWorkReport().Run(Facts.City);
        Assert.Equal("主任、各位副主任、秘书长、各位委员：", report.Addressee);
        Assert.Equal("受市人民政府委托，现将云泽市2022年招商引资工作情况报告如下，请予审议。本报告数据截至2023年1月10日，为部门调度数据。", report.Opening.Text);
    }

    [Fact]
    public void Stars_what_nobody_knows_and_binds_what_is_known()
    {
        var figures = new ComposeWorkReport().Run(Facts.City).Figures.ToList();
        var famous = figures.Single(figure => figure.Key.Indicator == "famous");
        Assert.Equal((null, "*"), (famous.Value, famous.Display));
        var arrived = figures.First(figure => figure.Key.Indicator == "arrived");
        Assert.Equal((61_234_000_000m, "612.34", "/figures/arrived?unit=city&from=2022-01&to=2022-12"), (arrived.Value, arrived.Display, arrived.Address));
    }

    [Fact]
    public void Prints_each_figure_as_its_exact_value_rounded()
    {
        var percents = new ComposeWorkReport().Run(Facts.City).Figures.Where(figure => figure.Key.Measure is FigureMeasure.Completion or FigureMeasure.Share);
        Assert.All(percents, figure => Assert.Equal(
            Math.Round(figure.Value!.Value, 2, MidpointRounding.AwayFromZero), decimal.Parse(figure.Display, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Opens_a_units_figure_at_the_unit_and_a_groups_at_the_group()
    {
        var figures = new ComposeWorkReport().Run(Facts.City).Figures.ToList();
        Assert.Contains(figures, figure => figure.Address == "/figures/arrived?unit=d1&from=2022-01&to=2022-12&measure=completion");
        Assert.Contains(figures, figure => figure.Address == "/figures/arrived?unit=city&from=2022-01&to=2022-12&group=origin%3Aprovince&measure=share");
        Assert.Contains(figures, figure => figure.Address == "/projects/X1");
    }

    [Fact]
    public void Opens_a_count_of_projects_at_the_indicator_that_counts_them()
    {
        var projects = new ProjectFacts { NewlySigned = new ProjectTally("signed-projects", "新签约项目", 80, 5 * Facts.Yi) { AmountCode = "contracted-amount" } };
        var figures = new ComposeWorkReport().Run(Empty with { Projects = projects }).Figures;
        Assert.Equal(
            ["/figures/signed-projects?unit=u&from=2022-01&to=2022-12", "/figures/contracted-amount?unit=u&from=2022-01&to=2022-12"],
            figures.Select(figure => figure.Address));
    }

    [Fact]
    public void Says_no_rate_among_the_signed_for_more_projects_than_were_signed()
    {
        var projects = new ProjectFacts
        {
            NewlySigned = new ProjectTally("signed", "新签约项目", 80),
            Tallies = [new ProjectTally("performing", "履约项目", 422) { RateName = "履约率" }],
        };
        var text = ((Paragraph)new ComposeWorkReport().Run(Empty with { Projects = projects }).Parts[0].Blocks[1]).Text;
        Assert.Equal("2022年，全县新签约项目80个；履约项目422个。", text);
    }

    [Fact]
    public void Keeps_every_tag_within_what_Word_keeps()
    {
        var key = new FigureKey(new string('x', 60), new string('y', 40), new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), FigureMeasure.Share, "origin:a");
        Assert.True(key.Tag.Length <= 64);
        Assert.NotEqual(key.Tag, (key with { Group = "origin:b" }).Tag);
    }

    [Fact]
    public void Finds_problems_only_where_the_figures_show_them()
    {
        var titles = new ComposeWorkReport().Run(Facts.City).Parts[2].Blocks.OfType<SectionHeading>().Select(heading => heading.Title);
        Assert.Equal(["部分目标任务进度滞后", "各单位推进不平衡", "部分指标同比下降", "结构较为集中", "签约项目转化不足", "部分项目推进缓慢", "资金到位率偏低"], titles);
    }

    [Fact]
    public void Says_a_round_number_with_its_direction_and_keeps_the_exact_one()
    {
        var facts = Empty with { Indicators = [new IndicatorFact("c", "累计引进企业", MeasureUnit.Enterprise, 396) { SaidToNearest = 100 }] };
        var report = new ComposeWorkReport().Run(facts);
        Assert.Equal("2022年，全县累计引进企业近400家。", ((Paragraph)report.Parts[0].Blocks[1]).Text);
        Assert.Equal(396m, report.Figures.First().Value);
    }

    [Fact]
    public void Is_refused_for_a_period_that_is_no_part_of_a_year() =>
        Assert.Equal("报告期应为1至12个月，现为13个月，请重新选择截止月份",
            Assert.Throws<Refusal>(() => new ComposeWorkReport().Run(Empty with { Months = 13 })).Message);
}
