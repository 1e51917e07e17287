using Bridgehead.Features.Assessments;
using CsCheck;

namespace Bridgehead.Tests.Features.Assessments;

/// <summary>The methods of assessment schemes, against published numbers and hand calculation (domain.md 9.4 and 9.5).</summary>
public sealed class TheArithmetic
{
    [Fact]
    public void Scores_a_completion_of_120_percent_with_weight_a_half_0_6_as_published()
    {
        var item = Item(ScoreMethod.Ratio, 0.5m, cap: 120, "实际投资：完成率 arrived-funds");
        Assert.Equal(0.6m, Scoring.Score(item, [120m], []).Score);
        Assert.Equal(0.6m, Scoring.Score(item, [150m], []).Score);
        Assert.Equal(0.6m, Scoring.Score(item with { Cap = null }, [120m], []).Score);
        Assert.Equal(0.75m, Scoring.Score(item with { Cap = null }, [150m], []).Score);
        Assert.Equal(0.4m, Scoring.Score(item, [80m], []).Score);
        Assert.Null(Scoring.Score(item, [null], []).Score);
    }

    [Fact]
    public void Adds_the_parts_of_a_ratio_by_their_shares()
    {
        var item = Item(ScoreMethod.Ratio, 0.5m, cap: 120, "签约个数率：完成率 signed-projects ×50%\n签约金额率：完成率 contracted-amount ×50%");
        // 90 % × 50 % + 120 % (130 % capped) × 50 % = 105 %; 0.5 × 105 % = 0.525
        Assert.Equal(0.525m, Scoring.Score(item, [90m, 130m], []).Score);
    }

    [Fact]
    public void Gives_the_efficacy_coefficient_as_calculated_by_hand()
    {
        var item = Item(ScoreMethod.Efficacy, 30, null, "外资：数值 foreign-capital");
        decimal[] three = [10, 20, 40];
        // (20−10)÷(40−10)×40+60 = 73.333…; 30 points × that = 22
        Assert.Equal([18m, 22m, 30m], three.Select(x => Math.Round(Scoring.Score(item, [x], three).Score!.Value, 10)));
        Assert.Equal(30m, Scoring.Score(item, [7m], [7, 7, 7]).Score);
        Assert.Null(Scoring.Score(item with { EqualIsFull = false }, [7m], [7, 7, 7]).Score);
    }

    [Fact]
    public void Takes_a_tenth_for_each_one_short_in_any_tier()
    {
        var item = new SchemeItem("分档", ScoreMethod.Tiers, 0.5m, null, 0.1m, true, ItemInput.Read("3—10亿元：填报 ≥7\n10—20亿元：填报 ≥4\n20亿元以上：填报 ≥1"));
        Assert.Equal(0.5m, Scoring.Score(item, [7m, 4m, 1m], []).Score);
        Assert.Equal(0.5m, Scoring.Score(item, [9m, 4m, 3m], []).Score);
        // 5 of 7, 4 of 4, 0 of 1: three short
        Assert.Equal(0.2m, Scoring.Score(item, [5m, 4m, 0m], []).Score);
        Assert.Equal(0m, Scoring.Score(item, [0m, 0m, 0m], []).Score);
    }

    [Fact]
    public void Deducts_adds_caps_and_rules_out()
    {
        var late = Item(ScoreMethod.Deduction, 0.5m, null, "超时限未开工：填报 ×0.1\n弄虚作假：填报 ×0.2");
        Assert.Equal(0.1m, Scoring.Score(late, [2m, 1m], []).Score);
        Assert.Equal(0m, Scoring.Score(late, [9m, 1m], []).Score);
        Assert.Equal(0.5m, Scoring.Score(late, [null, null], []).Score);
        Assert.Equal(-2.5m, Scoring.Score(Item(ScoreMethod.Deduction, 0, 10, "红牌：填报 ×1\n迟报：填报 ×0.5"), [2m, 1m], []).Score);
        Assert.Equal(-10m, Scoring.Score(Item(ScoreMethod.Deduction, 0, 10, "红牌：填报 ×1"), [20m], []).Score);
        Assert.Equal(7.5m, Scoring.Score(Item(ScoreMethod.Bonus, 10, null, "走访：填报 ×0.5\n推介：填报 ×3"), [3m, 2m], []).Score);
        Assert.Equal(10m, Scoring.Score(Item(ScoreMethod.Bonus, 10, null, "推介：填报 ×3"), [5m], []).Score);
        Assert.Equal(30m, Scoring.Score(Item(ScoreMethod.PerUnit, 30, null, "亿元项目：填报 ×10"), [4m], []).Score);
        Assert.True(Scoring.Score(Item(ScoreMethod.Veto, 0, null, "虚报：填报"), [1m], []).Vetoed);
        Assert.False(Scoring.Score(Item(ScoreMethod.Veto, 0, null, "虚报：填报"), [null], []).Vetoed);
    }

    [Fact]
    public void Lets_equal_totals_share_a_place()
    {
        decimal[] totals = [98.5m, 91.2m, 91.2m, 80m];
        Assert.Equal([1, 2, 2, 4], totals.Select(t => Scoring.Rank(t, totals)));
    }

    [Fact]
    public void Keeps_the_efficacy_coefficient_between_60_and_100_and_in_order() => Gen.Int[0, 1_000_000].Array[2, 12].Sample(numbers =>
    {
        var (min, max) = (numbers.Min(), numbers.Max());
        var scores = numbers.Order().Select(n => Scoring.Efficacy(n, min, max, true)!.Value).ToList();
        Assert.All(scores, s => Assert.InRange(s, 60, 100));
        Assert.Equal(scores.Order(), scores);
    });

    [Theory]
    [InlineData("没有冒号")]
    [InlineData("甲：完成率")]
    [InlineData("甲：比率 a")]
    [InlineData("甲：猜测 a")]
    [InlineData("甲：填报 a b c d")]
    public void Refuses_a_line_it_does_not_understand(string line) => Assert.Throws<Refusal>(() => ItemInput.Read(line));

    [Fact]
    public void Reads_a_line_as_it_writes_it()
    {
        foreach (var (line, method) in new[] { ("签约个数率：完成率 signed-projects ×50%", ScoreMethod.Ratio), ("履约率：比率 performing-projects/signed-projects", ScoreMethod.Ratio), ("大项目：填报 ≥7", ScoreMethod.Tiers), ("迟报：填报 ×0.5", ScoreMethod.Deduction) })
            Assert.Equal(line, Assert.Single(ItemInput.Read(line)).Line(method));
    }

    private static SchemeItem Item(ScoreMethod method, decimal weight, decimal? cap, string lines) => new("项目", method, weight, cap, null, true, ItemInput.Read(lines));
}
