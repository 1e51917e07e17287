using System.Globalization;

namespace Bridgehead.Tests.Foundation.Words;

// every expected text is worked out by hand
public sealed class ShowingAValue
{
    private static readonly Show Chinese = new(Bridgehead.Words.In("zh"));
    private static readonly Show English = new(Bridgehead.Words.In("en"));

    [Theory]
    [InlineData("0", "0.00元", "CNY 0")]
    [InlineData("0.01", "0.01元", "CNY 0.01")]
    [InlineData("9999.99", "9,999.99元", "CNY 9,999.99")]
    [InlineData("10000", "1万元", "CNY 10,000")]
    [InlineData("3500000", "350万元", "CNY 3.5 million")]
    [InlineData("3505050", "350.51万元", "CNY 3.51 million")]
    [InlineData("99999949.99", "9,999.99万元", "CNY 100 million")]
    [InlineData("99999950", "1亿元", "CNY 100 million")]
    [InlineData("120000000", "1.2亿元", "CNY 120 million")]
    [InlineData("30394000000", "303.94亿元", "CNY 30.39 billion")]
    [InlineData("123456789000", "1,234.57亿元", "CNY 123.46 billion")]
    [InlineData("999995000", "10亿元", "CNY 1 billion")]
    [InlineData("-3500000", "-350万元", "CNY -3.5 million")]
    public void Takes_the_unit_that_fits(string yuan, string chinese, string english)
    {
        var money = Money.FromYuan(Number(yuan));
        Assert.Equal((chinese, english), (Chinese.Money(money), English.Money(money)));
    }

    [Theory]
    [InlineData("123456789000", MoneyUnit.Wan, "12,345,678.9万元")]
    [InlineData("1234.5", MoneyUnit.Yi, "0亿元")]
    [InlineData("123456789000", MoneyUnit.Yuan, "123,456,789,000.00元")]
    [InlineData("50", MoneyUnit.Wan, "0.01万元")]
    [InlineData("-50", MoneyUnit.Wan, "-0.01万元")]
    [InlineData("-49", MoneyUnit.Wan, "0万元")]
    public void Keeps_the_unit_a_column_asks_for(string yuan, MoneyUnit unit, string text) => Assert.Equal(text, Chinese.Money(Money.FromYuan(Number(yuan)), unit));

    [Theory]
    [InlineData("39450000", "USD", "3,945万美元", "USD 39.45 million")]
    [InlineData("120000000", "USD", "1.2亿美元", "USD 120 million")]
    [InlineData("850.5", "HKD", "850.5港元", "HKD 850.5")]
    [InlineData("1234.5", "JPY", "1,235日元", "JPY 1,234.5")]
    [InlineData("10000", "CNY", "1万元", "CNY 10,000")]
    public void Names_the_currency(string amount, string currency, string chinese, string english)
    {
        var code = CurrencyCode.Create(currency);
        Assert.Equal((chinese, english), (Chinese.Amount(Number(amount), code), English.Amount(Number(amount), code)));
    }

    [Fact]
    public void Shows_land_and_counts()
    {
        Assert.Equal(("120.5亩", "120.5 mu"), (Chinese.Mu(Land.FromMu(120.5m)), English.Mu(Land.FromMu(120.5m))));
        Assert.Equal(("80,333.33平方米", "80,333.33 m²"), (Chinese.SquareMetres(Land.FromMu(120.5m)), English.SquareMetres(Land.FromMu(120.5m))));
        Assert.Equal(("1,234个", "1,234"), (Chinese.Count(1234, "个"), English.Count(1234, "个")));
    }

    [Theory]
    [InlineData("125.635", "125.64%", "+125.64%", "+125.64个百分点")]
    [InlineData("12.3", "12.3%", "+12.3%", "+12.3个百分点")]
    [InlineData("-3.105", "-3.11%", "-3.11%", "-3.11个百分点")]
    [InlineData("-0.004", "0%", "0%", "0个百分点")]
    [InlineData("0.004", "0%", "0%", "0个百分点")]
    public void Rounds_ratios_half_away_from_zero(string number, string percent, string change, string points) =>
        Assert.Equal((percent, change, points), (Chinese.Percent(Number(number)), Chinese.Change(Number(number)), Chinese.Points(Number(number))));

    [Fact]
    public void Speaks_of_points_in_english()
    {
        Assert.Equal("+4.1 percentage points", English.Points(4.1m));
        Assert.Equal("-1 percentage point", English.Points(-1m));
    }

    [Fact]
    public void Shows_a_dash_for_what_is_not_known() =>
        Assert.All(new[] { Chinese.Money(null), Chinese.Amount(null, CurrencyCode.Dollar), Chinese.Mu(null), Chinese.SquareMetres(null), Chinese.Count(null), Chinese.Percent(null), Chinese.Change(null), Chinese.Points(null), Chinese.Day(null), Chinese.DayInWords(null), Chinese.Period(null) },
            text => Assert.Equal("—", text));

    [Fact]
    public void Writes_days_and_periods()
    {
        var day = new DateOnly(2026, 3, 5);
        Assert.Equal(("2026-03-05", "2026年3月5日", "5 March 2026"), (English.Day(day), Chinese.DayInWords(day), English.DayInWords(day)));
        Assert.Equal(("2022年1—9月", "January–September 2022"), (Chinese.Period(Period.Read("2022年1-9月")), English.Period(Period.Read("2022年1-9月"))));
    }

    [Theory]
    [InlineData(59, "刚刚", "just now")]
    [InlineData(60, "1分钟前", "1 minute ago")]
    [InlineData(3599, "59分钟前", "59 minutes ago")]
    [InlineData(7200, "2小时前", "2 hours ago")]
    [InlineData(86400 * 3, "3天前", "3 days ago")]
    [InlineData(86400 * 61, "2个月前", "2 months ago")]
    [InlineData(86400 * 364, "12个月前", "12 months ago")]
    [InlineData(86400 * 365, "1年前", "1 year ago")]
    [InlineData(-86400 * 2, "2天后", "in 2 days")]
    public void Says_how_long_ago(int seconds, string chinese, string english)
    {
        var now = new DateTime(2026, 3, 15, 8, 0, 0, DateTimeKind.Utc);
        Assert.Equal((chinese, english), (Chinese.Ago(now.AddSeconds(-seconds), now), English.Ago(now.AddSeconds(-seconds), now)));
    }

    [Fact]
    public void Is_the_same_in_a_sentence()
    {
        var (money, land, period) = (Money.FromYuan(100m), Land.FromMu(3), Period.Year(2022));
        Assert.Equal("100.00元，3亩，2022年，二产", Bridgehead.Words.In("zh").Say($"{money}，{land}，{period}，{Branch.Secondary}"));
        Assert.Equal("CNY 100.00，3 mu，2022，Secondary industry", Bridgehead.Words.In("en").Say($"{money}，{land}，{period}，{Branch.Secondary}"));
        Assert.Equal("A unified social credit code has 18 characters, not 17", Bridgehead.Words.In("en").Say(Assert.Throws<Refusal>(() => CreditCode.Create("91350100M000100Y4")).Sentence));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
