namespace Bridgehead.Tests.Foundation.Values;

public sealed class ACurrency
{
    private static readonly DateOnly Day = new(2024, 6, 3);

    [Theory]
    [InlineData("usd", "USD")]
    [InlineData("美金", "USD")]
    [InlineData("ＵＳ＄", "USD")]
    [InlineData("港币", "HKD")]
    [InlineData("人民币", "CNY")]
    [InlineData("元", "CNY")]
    [InlineData("￥", "CNY")]
    [InlineData("日圆", "JPY")]
    public void Is_known_by_the_names_people_write(string text, string code) => Assert.Equal(code, CurrencyCode.Create(text).Value);

    [Fact]
    public void Is_refused_when_unknown()
    {
        Assert.Contains("不认识的币种“比特币”", Assert.Throws<Refusal>(() => CurrencyCode.Create("比特币")).Message, StringComparison.Ordinal);
        Assert.False(CurrencyCode.TryRead(null, out _));
        Assert.False(CurrencyCode.TryRead("\ud800", out _));
    }

    [Fact]
    public void Is_the_yuan_where_nothing_else_is_said()
    {
        Assert.Equal(CurrencyCode.Yuan, CurrencyCode.Create("CNY"));
        Assert.Equal(("人民币", "Chinese yuan", 2), (default(CurrencyCode).Name, default(CurrencyCode).EnglishName, default(CurrencyCode).Digits));
        Assert.All(CurrencyCode.All, currency => Assert.Matches("^[A-Z]{3}$", currency.Value));
        Assert.True(CurrencyCode.All.Count() >= 30);
    }

    // by hand: 3,945 × 10,000 × 7.1021 = 280,177,845; 1,000,000 yen at 4.6131 per 100 = 46,131; a cent at 7.1021 = 0.071021, to the fen 0.07
    [Fact]
    public void Is_turned_into_yuan_to_the_fen()
    {
        Assert.Equal(Money.FromYuan(280_177_845m), Rate("7.1021").ToYuan(39_450_000m));
        Assert.Equal(Money.FromYuan(46_131m), new ExchangeRate(CurrencyCode.Create("JPY"), "4.6131", Day, "中间价", 100).ToYuan(1_000_000m));
        Assert.Equal(Money.FromYuan(0.07m), Rate("7.1021").ToYuan(0.01m));
        Assert.Equal(Money.FromYuan(0.13m), Rate("12.5").ToYuan(0.01m));
        Assert.Equal(1_000m, Rate("7.1021").FromYuan(Money.FromYuan(7_102.10m)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7.1")]
    [InlineData("7,1")]
    [InlineData("7.1e3")]
    [InlineData("7.1021000000001")]
    [InlineData("七")]
    public void Has_no_rate_that_is_no_number(string text) => Assert.Throws<Refusal>(() => Rate(text));

    [Fact]
    public void Has_no_rate_without_a_source_nor_an_amount_beyond_keeping()
    {
        Assert.Throws<Refusal>(() => new ExchangeRate(CurrencyCode.Dollar, "7.1", Day, " "));
        Assert.Throws<Refusal>(() => new ExchangeRate(CurrencyCode.Yuan, "1", Day, "中间价"));
        Assert.Throws<Refusal>(() => Rate("7.1").ToYuan(decimal.MaxValue));
        Assert.Equal("1美元=7.1021元（2024-06-03，中间价）", Rate("7.1021").ToString());
    }

    private static ExchangeRate Rate(string text) => new(CurrencyCode.Dollar, text, Day, "中间价");
}
