using Bridgehead.Features.Ledger;
using Bridgehead.Features.Rates;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>Published numbers come out again at the published precision (domain.md 4.7), and bands hold their lower bound (4.9).</summary>
public sealed class RatiosAndBands
{
    // amounts in 万元 or whole things, as printed: G1, G2, G3, G4, G8, G14, G15, G16
    [Theory]
    [InlineData(2_192_200, 5_890_000, 2, "37.22")]
    [InlineData(78, 132, 2, "59.09")]
    [InlineData(996_800, 1_450_000, 1, "68.7")]
    [InlineData(1_005_136, 800_000, 2, "125.64")]
    [InlineData(412_678, 83_253, 2, "495.69")]
    [InlineData(3_390_500, 6_600_000, 2, "51.37")]
    [InlineData(3_039_400, 4_600_000, 2, "66.07")]
    [InlineData(3_039_400, 5_900_000, 2, "51.52")]
    public void Give_the_published_completion(long done, long target, int digits, string printed) =>
        Assert.Equal(decimal.Parse(printed, System.Globalization.CultureInfo.InvariantCulture), Ratio.Rounded(Ratio.Completion(done, target), digits));

    // G5, G8, G11, G15: completion less elapsed months of twelve
    [Theory]
    [InlineData("125.642", 10, "42.31")]
    [InlineData("495.6914", 10, "412.36")]
    [InlineData("27.14", 3, "2.14")]
    [InlineData("66.0739", 6, "16.07")]
    public void Give_the_published_gap(string completion, int months, string gap) =>
        Assert.Equal(decimal.Parse(gap, System.Globalization.CultureInfo.InvariantCulture), Ratio.Rounded(Ratio.Pace(decimal.Parse(completion, System.Globalization.CultureInfo.InvariantCulture), months)));

    // G12, G13: Weinan 2012, 292 signed, one terminated, 180 building and 18 completed
    [Fact]
    public void Give_the_published_rates_of_a_cohort()
    {
        var weinan = new CohortCount(292, 291, 180 + 18, 0, 0, 0);
        Assert.InRange(weinan.PerformanceRate!.Value, 99.65m - 0.01m, 99.65m + 0.01m);
        Assert.Equal(67.8m, Ratio.Rounded(weinan.StartRate, 1));
        // G10 and G18
        Assert.Equal((422, 422, 702.76m), (113 + 79 + 230, 21 + 227 + 174, 526.89m + 175.87m));
    }

    [Fact]
    public void Give_nothing_where_the_denominator_is_0()
    {
        var none = new CohortCount(0, 0, 0, 0, 0, 5);
        Assert.All(new[] { none.PerformanceRate, none.StartRate, none.ProductionRate, none.ArrivalRate }, rate => Assert.Null(rate));
        Assert.Null(new Funnel(0, 0, 0, 0, 0).ConversionRate);
    }

    // 0.005 rounds away from zero, once, at display: 1/8 = 12.5 % and 2.345 % stay exact until then
    [Fact]
    public void Round_half_up_only_when_shown()
    {
        Assert.Equal(2.345m, Ratio.Share(2_345, 100_000));
        Assert.Equal("2.35%", FigureText.Percent(2.345m));
        Assert.Equal("-2.35%", FigureText.Change(-2.345m));
    }

    [Theory]
    [InlineData(9_999_999_999, "0-1")]
    [InlineData(10_000_000_000, "1-5")]
    [InlineData(49_999_999_999, "1-5")]
    [InlineData(50_000_000_000, "5-10")]
    [InlineData(100_000_000_000, "10-100")]
    [InlineData(999_999_999_999, "10-100")]
    [InlineData(1_000_000_000_000, "100-")]
    public void Put_an_amount_of_exactly_the_bound_into_the_band_above(long fen, string band) => Assert.Equal(band, Groups.BandOf(new Money(fen)));
}
