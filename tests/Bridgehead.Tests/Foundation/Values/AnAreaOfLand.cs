using CsCheck;

namespace Bridgehead.Tests.Foundation.Values;

public sealed class AnAreaOfLand
{
    [Fact]
    public void Comes_back_from_square_metres_and_mu() => Gen.Long[0, 999_999_999_999].Sample(area =>
    {
        var land = new Land(area);
        Assert.Equal(land, Land.FromSquareMetres(land.SquareMetres));
        Assert.Equal(land, Land.FromMu(land.Mu));
    });

    [Theory]
    [InlineData("1", 66_667)]
    [InlineData("3", 200_000)]
    [InlineData("15", 1_000_000)]
    [InlineData("120.5", 8_033_333)]
    public void Counts_a_mu_as_two_thousand_thirds_of_a_square_metre(string mu, long squareDecimetres) =>
        Assert.Equal(squareDecimetres, Land.FromMu(decimal.Parse(mu, System.Globalization.CultureInfo.InvariantCulture)).SquareDecimetres);

    [Fact]
    public void Is_refused_below_nothing_and_beyond_reason()
    {
        Assert.Throws<Refusal>(() => Land.FromMu(-0.01m));
        Assert.Throws<Refusal>(() => Land.FromMu(decimal.MaxValue));
        Assert.Throws<Refusal>(() => Land.FromSquareMetres(10_000_000_000.01m));
    }

    [Fact]
    public void Reads_in_mu() => Assert.Equal("1,234.57亩", Land.FromMu(1234.567m).ToString());
}
