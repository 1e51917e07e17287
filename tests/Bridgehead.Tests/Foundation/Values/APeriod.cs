using CsCheck;

namespace Bridgehead.Tests.Foundation.Values;

public sealed class APeriod
{
    [Theory]
    [InlineData("2022", 202201, 202212, "2022", "2022年", "2022")]
    [InlineData("2022年度", 202201, 202212, "2022", "2022年", "2022")]
    [InlineData("2022年全年", 202201, 202212, "2022", "2022年", "2022")]
    [InlineData("2022-03", 202203, 202203, "2022-03", "2022年3月", "March 2022")]
    [InlineData("2022年3月", 202203, 202203, "2022-03", "2022年3月", "March 2022")]
    [InlineData("2022.10", 202210, 202210, "2022-10", "2022年10月", "October 2022")]
    [InlineData("202203", 202203, 202203, "2022-03", "2022年3月", "March 2022")]
    [InlineData("2022Q1", 202201, 202203, "2022Q1", "2022年第一季度", "Q1 2022")]
    [InlineData("2022年四季度", 202210, 202212, "2022Q4", "2022年第四季度", "Q4 2022")]
    [InlineData("２０２２年第２季度", 202204, 202206, "2022Q2", "2022年第二季度", "Q2 2022")]
    [InlineData("2018年上半年", 201801, 201806, "2018H1", "2018年上半年", "first half of 2018")]
    [InlineData("2018h2", 201807, 201812, "2018H2", "2018年下半年", "second half of 2018")]
    [InlineData("2022年1-9月", 202201, 202209, "2022-01..2022-09", "2022年1—9月", "January–September 2022")]
    [InlineData("2006年1—10月份", 200601, 200610, "2006-01..2006-10", "2006年1—10月", "January–October 2006")]
    [InlineData("2022年前三季度", 202201, 202209, "2022-01..2022-09", "2022年1—9月", "January–September 2022")]
    [InlineData("2021年11月至2022年2月", 202111, 202202, "2021-11..2022-02", "2021年11月—2022年2月", "November 2021 – February 2022")]
    [InlineData("2022-01..2022-09", 202201, 202209, "2022-01..2022-09", "2022年1—9月", "January–September 2022")]
    [InlineData("2022-02..2022-04", 202202, 202204, "2022-02..2022-04", "2022年2—4月", "February–April 2022")]
    public void Is_read_and_written(string text, int from, int to, string code, string chinese, string english)
    {
        var period = Period.Read(text);
        Assert.Equal((from, to, code, chinese, english), (period.Months.From, period.Months.To, period.Code, period.Chinese, period.English));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2022-01-09")]
    [InlineData("2022-13")]
    [InlineData("2022年0月")]
    [InlineData("2022Q5")]
    [InlineData("1989")]
    [InlineData("2022年9-1月")]
    [InlineData("明年")]
    [InlineData("\ud800")]
    [InlineData("99999999999999999999")]
    public void Is_refused_when_it_names_none(string? text) => Assert.Contains("不是统计期", Assert.Throws<Refusal>(() => Period.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Comes_back_from_its_code_and_its_chinese_name() =>
        Gen.Select(Gen.Int[1990 * 12, 2100 * 12 + 11], Gen.Int[0, 40]).Sample((start, length) =>
        {
            var end = Math.Min(start + length, 2100 * 12 + 11);
            var period = new Period(new Months(start / 12 * 100 + start % 12 + 1, end / 12 * 100 + end % 12 + 1));
            Assert.Equal(period, Period.Read(period.Code));
            Assert.Equal(period, Period.Read(period.Chinese));
        });

    [Fact]
    public void Knows_its_days_and_the_year_before()
    {
        var february = Period.Month(2024, 2);
        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)), (february.FirstDay, february.LastDay));
        Assert.Equal(Period.Month(2023, 2), february.YearBefore);
        Assert.Equal(Period.Quarter(2022, 3), new Period(new Months(202207, 202209)));
        Assert.Equal(Period.Half(2022, 2), new Period(new Months(202207, 202212)));
    }
}
