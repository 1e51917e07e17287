using CsCheck;

namespace Bridgehead.Tests.Foundation.Values;

public sealed class AnAmountOfMoney
{
    private const long Most = 9_000_000_000_000_000;
    private static readonly Gen<long> Fen = Gen.Long[-Most, Most];

    [Fact]
    public void Comes_back_from_every_unit() => Fen.Sample(fen =>
    {
        var money = new Money(fen);
        Assert.Equal(money, Money.FromYuan(money.Yuan));
        Assert.Equal(money, Money.FromWan(money.Wan));
        Assert.Equal(money, Money.FromYi(money.Yi));
    });

    [Fact]
    public void Adds_and_takes_away_without_loss() => Gen.Select(Fen, Fen).Sample((a, b) =>
    {
        Assert.Equal(new Money(a), new Money(a) + new Money(b) - new Money(b));
        Assert.Equal(Money.Zero, new Money(a) + -new Money(a));
        Assert.Equal(a.CompareTo(b), new Money(a).CompareTo(new Money(b)));
        Assert.Equal(a < b, new Money(a) < new Money(b));
        Assert.Equal(a >= b, new Money(a) >= new Money(b));
    });

    [Theory]
    [InlineData("100", "100.00元")]
    [InlineData("1234567.8", "1,234,567.80元")]
    [InlineData("-0.01", "-0.01元")]
    [InlineData("0", "0.00元")]
    public void Reads_as_people_write_it(string yuan, string text) => Assert.Equal(text, Money.FromYuan(Number(yuan)).ToString());

    [Fact]
    public void Is_kept_in_fen()
    {
        Assert.Equal(12_000_000_000, Money.FromYi(1.2m).Fen);
        Assert.Equal(12_345_678_900_000, Money.FromWan(12_345_678.90m).Fen);
        Assert.Equal(1, Money.FromYuan(0.01m).Fen);
    }

    [Theory]
    [InlineData("0.001", "精确到分以下")]
    [InlineData("90000000000000.01", "过大")]
    [InlineData("-90000000000000.01", "过大")]
    [InlineData("79228162514264337593543950335", "过大")]
    public void Is_refused_when_it_cannot_be_kept(string yuan, string why) =>
        Assert.Contains(why, Assert.Throws<Refusal>(() => Money.FromYuan(Number(yuan))).Message, StringComparison.Ordinal);

    [Fact]
    public void Never_wraps_around()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
