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

    /// <summary>
    /// By hand: 2 of 5 units behind 40; 431.20 of 612.34 is 70.42 %, 10.42 over 60; 51 of 126 started is 40.48 %, 9.52 under 50; 612 of 2400 arrived is 25.5 %, 4.5 under 30;
    /// 39.45 on 41 is 3.78 % less; 12 of 443 projects stand still, 2.71 %; 39.45 of 40 is 98.625 %, 1.375 points short.
    /// </summary>
    [Fact]
    public void Finds_problems_only_where_the_figures_show_them_the_largest_first()
    {
        var titles = new ComposeWorkReport().Run(Facts.City).Parts[2].Blocks.OfType<SectionHeading>().Select(heading => heading.Title);
        Assert.Equal(["各单位推进不平衡", "结构较为集中", "签约项目转化不足", "资金到位率偏低", "部分指标同比下降", "部分项目推进缓慢", "部分目标任务进度滞后"], titles);
    }

    [Fact]
    public void Names_the_weak_points_of_the_work_with_their_evidence()
    {
        CountFact Count(string code, long value) => new(code, value, "/projects");
        var text = Prose(Empty with
        {
            Counts =
            [
                Count("leads", 80), Count("leads-before", 100), Count("leads-signed", 30), Count("leads-stopped", 4), Count("leads-open", 50), Count("leads-overdue", 15),
                Count("outposts-all", 4), Count("outposts-unmanned", 1), Count("outposts-idle", 0), Count("parks-all", 5), Count("parks-empty", 2), Count("parks-taken", 6), Count("parks-whole", 10),
                Count("waiting", 40), Count("waiting-late", 10), Count("waiting-late-amount", 12 * Facts.Yi), Count("duties", 100), Count("duties-missing", 5), Count("duties-late", 3),
            ],
        }, 2);
        Assert.Contains("新登记项目线索80条，同比下降20%，信息数量减少。在研判线索50条，超期未研判15条（30%），时效不够。", text, StringComparison.Ordinal);
        Assert.Contains("4个驻外机构中，1个没有登记驻外干部（25%），人员配备有待核实。", text, StringComparison.Ordinal);
        Assert.Contains("5个园区中，2个没有新签约项目入驻（40%）。", text, StringComparison.Ordinal);
        Assert.Contains("已签约尚未开工的项目40个，其中签约满一年仍未开工的10个（25%），涉及协议总投资12亿元。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("月报", text, StringComparison.Ordinal); // 5 of 100 is within the limit of 10 %
    }

    [Fact]
    public void Proposes_a_measure_for_each_problem_with_owner_and_day()
    {
        var facts = Empty with { Counts = [new CountFact("waiting", 40), new CountFact("waiting-late", 10), new CountFact("waiting-late-amount", Facts.Yi)] };
        Assert.Contains("针对部分签约项目落地较慢的问题，对签约满一年未开工项目实行清单管理，逐个明确要素保障和开工时间，由各区县和园区负责，2023年9月30日前完成。", Prose(facts, 3), StringComparison.Ordinal);
        var last = facts with { LastMeasures = [new MeasureFact("landing", "逐个派驻专员", "市经合局", new DateOnly(2022, 12, 31), MeasureState.Underway)] };
        Assert.Contains("继续落实上年提出的举措，逐个派驻专员，由市经合局负责，2023年12月31日前完成。", Prose(last, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("清单管理", Prose(last, 3), StringComparison.Ordinal);
        Assert.Contains("上年报告提出的举措1项，正在推进1项。", Prose(last, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 100, "纳入考核的2项指标中，2项全部完成年度目标任务。")]
    [InlineData(100, 50, "纳入考核的2项指标中，1项完成年度目标任务，1项存在差距。")]
    [InlineData(50, 50, "纳入考核的2项指标中，完成年度目标任务的有0项，需要全面加力。")]
    public void Sums_the_targets_up_in_words_that_fit(long one, long other, string said)
    {
        IndicatorFact Of(string code, long value) => new(code, "指标" + code, MeasureUnit.Piece, value) { Targets = [new TargetFact(null, 100)] };
        Assert.Contains(said, Prose(Empty with { Indicators = [Of("a", one), Of("b", other)] }, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_who_came_and_into_which_fields()
    {
        var facts = Empty with
        {
            Fields = [new FieldFact("38", "电气机械和器材制造业", 3, 12 * Facts.Yi)],
            Counts = [new CountFact("introduced", 9), new CountFact("introduced-known", 2), new CountFact("introduced-listed", 2), new CountFact("introduced-fortune-500", 0)],
        };
        Assert.Contains("新签约项目引进企业9家，其中列入各类名录的知名企业2家（上市公司2家）。从产业领域看，新签约项目主要分布在电气机械和器材制造业（3个，协议总投资12亿元）。", Prose(facts, 0), StringComparison.Ordinal);
    }

    /// <summary>Amounts below 1 亿元 stand in 万元; targets, rates, growth and places only where there are any.</summary>
    [Theory]
    [InlineData(false, false, "单位：万元", "单位 完成", "甲区 8609.00")]
    [InlineData(false, true, "单位：万元、%", "单位 完成 同比", "甲区 8609.00 7.61")]
    [InlineData(true, true, "单位：万元、%、位", "单位 完成 目标 完成率 同比 位次", "甲区 8609.00 9000.00 95.66 7.61 1")]
    public void Has_no_column_of_dashes_and_no_amount_that_says_little(bool aimed, bool grown, string unit, string heads, string first)
    {
        // 8,609 of 9,000 is 95.66 %, on 8,000 7.61 % more
        GroupFact Of(string code, string name, long wan) => new(GroupKind.Unit, code, name, wan * Facts.Wan) { Targets = aimed ? [new TargetFact(null, 9_000 * Facts.Wan)] : [], Base = grown ? 8_000 * Facts.Wan : null };
        var fact = new IndicatorFact("a", "到位资金", MeasureUnit.Yuan, 9_700 * Facts.Wan) { Groups = [Of("d1", "甲区", 8_609), Of("d2", "乙区", 1_091)] };
        var block = new ComposeWorkReport().Run(Empty with { Indicators = [fact] }).Parts[0].Blocks.Single(block => block is Tabulation or Charting);
        var table = block as Tabulation ?? ((Charting)block).Data;
        Assert.Equal(aimed, block is Charting);
        Assert.Equal((unit, heads, first), (table.UnitLine, string.Join(' ', table.Columns.Select(column => column.Head)), string.Join(' ', table.Rows[0].Select(cell => cell.ToString()))));
    }

    [Fact]
    public void Stands_in_yi_as_soon_as_one_amount_of_the_column_comes_to_it()
    {
        GroupFact Of(string code, long wan) => new(GroupKind.Unit, code, code, wan * Facts.Wan);
        var fact = new IndicatorFact("a", "到位资金", MeasureUnit.Yuan, 12_500 * Facts.Wan) { Groups = [Of("d1", 10_000), Of("d2", 2_500)] };
        var table = new ComposeWorkReport().Run(Empty with { Indicators = [fact] }).Parts[0].Blocks.OfType<Tabulation>().Single();
        Assert.Equal(("单位：亿元", "1.00", "0.25"), (table.UnitLine, table.Rows[0][1].ToString(), table.Rows[1][1].ToString()));
    }

    private static string Prose(WorkReportFacts facts, int part) => string.Join('\n', new ComposeWorkReport().Run(facts).Parts[part].Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));

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
