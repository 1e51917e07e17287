using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

public sealed class ThePhraseRules
{
    private static Figures For(int months = 12) => new(
        new WorkReportFacts { UnitCode = "u", UnitName = "某市", Kind = UnitKind.City, Year = 2022, Months = months, AsOf = new DateOnly(2023, 1, 5) },
        new NumberStyle());

    private static IndicatorFact Fact(long? value, long? before = null) => new("i", "指标", MeasureUnit.Piece, value) { Base = before };

    [Theory]
    [InlineData(33_905_000_000_00L, "339.05亿元")]
    [InlineData(66_000_000_000_00L, "660亿元")]
    [InlineData(100_000_000_00L, "1亿元")]
    [InlineData(99_999_999_99L, "1亿元")]          // 9999.999999 万 prints as 10000 万, which is 1 亿
    [InlineData(99_999_900_00L, "9999.99万元")]
    [InlineData(1_005_136_0000_00L, "100.51亿元")] // 1,005,136 万元
    [InlineData(12_345_00L, "1.23万元")]
    [InlineData(12_350_00L, "1.24万元")]           // half up
    [InlineData(9_999_00L, "9999元")]
    [InlineData(0L, "0元")]
    [InlineData(-250_000_000_00L, "-2.5亿元")]
    [InlineData(null, "*亿元")]
    public void Print_an_amount_in_the_unit_of_its_size(long? fen, string said) =>
        Assert.Equal(said, For().Amount(For().Key("i"), fen, MeasureUnit.Yuan).ToString());

    [Theory]
    [InlineData(39_450_000_00L, "3945万美元")]
    [InlineData(123_000_000_00L, "1.23亿美元")]
    [InlineData(null, "*万美元")]
    public void Print_dollars_in_their_unit(long? cents, string said) =>
        Assert.Equal(said, For().Amount(For().Key("i"), cents, MeasureUnit.Dollar).ToString());

    [Theory]
    [InlineData(110L, 100L, "同比增长10%")]
    [InlineData(90L, 100L, "同比下降10%")]
    [InlineData(100L, 100L, "与上年同期持平")]
    [InlineData(10_000_001L, 10_000_000L, "与上年同期基本持平")]
    [InlineData(5L, 0L, "")]
    [InlineData(5L, null, "")]
    [InlineData(null, 100L, "同比*%")]
    [InlineData(300L, 7L, "同比增长4185.71%")]
    public void Say_growth_by_its_direction(long? value, long? before, string said) =>
        Assert.Equal(said, GrowthRule.Say(For(), Fact(value, before)).ToString());

    [Fact]
    public void Take_the_comparable_growth_where_the_scopes_differ() =>
        Assert.Equal("同比增长14.4%", GrowthRule.Say(For(), Fact(100, 200) with { ComparableGrowth = 14.4m }).ToString());

    [Theory]
    [InlineData(12, 120L, "完成年度目标任务100个的120%，超额完成20个百分点")]
    [InlineData(12, 100L, "完成年度目标任务100个的100%，全面完成目标任务")]
    [InlineData(12, 48L, "完成年度目标任务100个的48%，距目标任务差52个百分点")]
    [InlineData(6, 66L, "完成年度目标任务100个的66%，高于序时进度16个百分点")]
    [InlineData(6, 50L, "完成年度目标任务100个的50%，与序时进度持平")]
    [InlineData(10, 80L, "完成年度目标任务100个的80%，低于序时进度3.33个百分点")]
    [InlineData(6, null, "完成年度目标任务100个的*%，与序时进度相差*个百分点")]
    public void Say_completion_against_time(int months, long? value, string said) =>
        Assert.Equal(said, CompletionRule.Say(For(months), Fact(value), new TargetFact(null, 100)).ToString());

    [Fact]
    public void Star_a_completion_whose_target_is_zero_or_unknown()
    {
        Assert.Equal("完成市定目标任务*个的*%，与目标任务相差*个百分点", CompletionRule.Say(For(), Fact(5), new TargetFact("市定", null)).ToString());
        Assert.Equal("完成市定目标任务0个的*%，与目标任务相差*个百分点", CompletionRule.Say(For(), Fact(5), new TargetFact("市定", 0)).ToString());
    }

    [Theory]
    [InlineData(396, 100, "近", 400)]
    [InlineData(312, 100, "逾", 300)]
    [InlineData(350, 100, "近", 400)]
    [InlineData(300, 100, "", 300)]
    [InlineData(30, 100, "", 30)]
    [InlineData(30_010, 100, "约", 30_000)]
    [InlineData(29_990, 100, "约", 30_000)]
    public void Choose_near_and_over_by_the_direction_of_rounding(long value, long step, string word, long round) =>
        Assert.Equal((word, round), AboutRule.Of(value, step));

    [Theory]
    [InlineData(1, false, "居全省首位（第1位）")]
    [InlineData(1, true, "并列全省第1位")]
    [InlineData(3, false, "居全省第3位")]
    [InlineData(3, true, "并列全省第3位")]
    [InlineData(null, false, "居全省第*位")]
    public void Say_a_place(int? rank, bool tied, string said) =>
        Assert.Equal(said, StandingRule.Say(For(), Fact(1) with { Standing = new Standing("全省", rank, tied) }).ToString());

    [Fact]
    public void Share_a_place_on_equal_completion_and_leave_the_next_out()
    {
        GroupFact Unit(string code, long? value) => new(GroupKind.Unit, code, code, value) { Targets = [new TargetFact(null, 10)] };
        var places = Placing.ByCompletion([Unit("a", 5), Unit("b", 9), Unit("c", 9), Unit("d", null)]);
        Assert.Equal([("b", 1), ("c", 1), ("a", 3), ("d", (int?)null)], places.Select(line => (line.Group.Code, line.Place)));
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    public void Number_headings_in_Chinese(int number, string numeral) => Assert.Equal(numeral, Numeral.Of(number));

    [Fact]
    public void Break_a_long_title_between_words_into_a_trapezium()
    {
        var lines = TitleLines.Of(["关于", "云泽市", "2022年1—10月", "招商引资", "工作情况的", "报告"]);
        Assert.Equal(["关于云泽市2022年1—10月", "招商引资工作情况的报告"], lines);
        Assert.Equal(["关于云泽市", "短"], [.. TitleLines.Of(["关于云泽市"]), .. TitleLines.Of(["短"])]);
    }
}
