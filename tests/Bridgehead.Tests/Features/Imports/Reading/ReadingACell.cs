using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Tests.Features.Imports.Reading;

public sealed class ReadingACell
{
    [Theory]
    [InlineData("协议投资额（万元）", "1,234.56", "12345600", "CNY")]
    [InlineData("协议投资额（亿元）", "1.2", "120000000", "CNY")]
    [InlineData("合同外资(万美元)", "500", "5000000", "USD")]
    [InlineData("注册资本", "500万美元", "5000000", "USD")]
    [InlineData("注册资本", "1000 万人民币", "10000000", "CNY")]
    [InlineData("注册资本", "150万元人民币", "1500000", "CNY")]
    [InlineData("注册资本", "0.001万人民币", "10", "CNY")]
    [InlineData("注册资本", "HK$2,000万", "20000000", "HKD")]
    [InlineData("注册资本", "US$1.5亿", "150000000", "USD")]
    [InlineData("投资额（万元）", "1.2亿元", "120000000", "CNY")]
    [InlineData("投资额（万元）", "5000万", "50000000", "CNY")]
    [InlineData("投资额（万元）", "约3亿", "300000000", "CNY")]
    [InlineData("投资额（万元）", "1亿2000万元", "120000000", "CNY")]
    [InlineData("投资额（万元）", "￥5000", "50000000", "CNY")]
    [InlineData("投资额（万元）", "－12.5", "-125000", "CNY")]
    [InlineData("投资额（万元）", "(12.5)", "-125000", "CNY")]
    [InlineData("投资额（万元）", "12,000元", "12000", "CNY")]
    [InlineData("投资额", "８千万日元", "80000000", "JPY")]
    [InlineData("投资额", "3000万(美元)", "30000000", "USD")]
    public void Takes_amounts_with_unit_and_currency(string heading, string text, string amount, string currency)
    {
        var row = LedgerTexts.Row(heading, ColumnKind.Money, text);
        Assert.Equal(new CurrencyAmount(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency), row.Amount("it"));
        Assert.False(row.IsRefused);
    }

    [Theory]
    [InlineData("5-8亿元")]
    [InlineData("5000万～8000万")]
    [InlineData("3至5亿")]
    [InlineData("五千万元")]
    [InlineData("1.2.3")]
    [InlineData("12万34")]
    [InlineData("见附件")]
    [InlineData("99999999999999999999亿")]
    public void Refuses_what_is_no_single_amount(string text)
    {
        var row = LedgerTexts.Row("投资额（万元）", ColumnKind.Money, text);
        Assert.Null(row.Amount("it"));
        Assert.True(row.IsRefused);
        Assert.Equal(text, row.Findings[0].Raw);
    }

    [Fact]
    public void Warns_of_a_number_without_any_unit()
    {
        var row = LedgerTexts.Row("投资额", ColumnKind.Money, 5000d);
        Assert.Equal(new CurrencyAmount(5000m, "CNY"), row.Amount("it"));
        Assert.Equal(Severity.Warning, Assert.Single(row.Findings).Severity);
    }

    [Theory]
    [InlineData("2022-3-5", 2022, 3, 5)]
    [InlineData("2022/03/05", 2022, 3, 5)]
    [InlineData("2022.3.5", 2022, 3, 5)]
    [InlineData("2022年3月5日", 2022, 3, 5)]
    [InlineData("２０２２年３月５日", 2022, 3, 5)]
    [InlineData("20220305", 2022, 3, 5)]
    [InlineData("2022-03-05 00:00:00", 2022, 3, 5)]
    [InlineData("2022年3月5日 星期六", 2022, 3, 5)]
    [InlineData("2022年3月", 2022, 3, 1)]
    [InlineData("2022.03", 2022, 3, 1)]
    [InlineData("202203", 2022, 3, 1)]
    [InlineData(44625d, 2022, 3, 5)]
    [InlineData("44625", 2022, 3, 5)]
    [InlineData(20220305d, 2022, 3, 5)]
    [InlineData(202203d, 2022, 3, 1)]
    public void Takes_days_in_every_usual_form(object written, int year, int month, int day)
    {
        var row = LedgerTexts.Row("签约日期", ColumnKind.Date, written);
        Assert.Equal(new DateOnly(year, month, day), row.Date("it"));
        Assert.False(row.IsRefused);
    }

    [Theory]
    [InlineData("22.3.5")]
    [InlineData("3/5/2022")]
    [InlineData("2022-2-30")]
    [InlineData("2022-13-01")]
    [InlineData("2022年")]
    [InlineData("去年底")]
    [InlineData(2022.1d)]
    [InlineData(2022d)]
    [InlineData("0022-03-05")]
    public void Refuses_days_that_are_none_or_unclear(object written)
    {
        var row = LedgerTexts.Row("签约日期", ColumnKind.Date, written);
        Assert.Null(row.Date("it"));
        Assert.True(row.IsRefused);
    }

    [Theory]
    [InlineData("2022.1-2022.12", "2022-01", "2022-12")]
    [InlineData("2022年1月至6月", "2022-01", "2022-06")]
    [InlineData("2022年1-10月", "2022-01", "2022-10")]
    [InlineData("2014-06-25至2034-06-24", "2014-06", "2034-06")]
    [InlineData("2022年上半年", "2022-01", "2022-06")]
    [InlineData("2022年第三季度", "2022-07", "2022-09")]
    [InlineData("2022年", "2022-01", "2022-12")]
    [InlineData("2022年3月", "2022-03", "2022-03")]
    public void Takes_spans_of_months(string text, string from, string to)
    {
        var span = LedgerTexts.Row("建设起止年限", ColumnKind.Month, text).Months("it");
        Assert.Equal((from, to), (span?.From.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), span?.To.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Counts_days_of_1904_where_the_workbook_does()
    {
        Assert.Equal(new DateTime(2022, 3, 5, 0, 0, 0, DateTimeKind.Unspecified), DateFormats.Day(44625 - 1462, from1904: true));
        Assert.Equal(new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), DateFormats.Day(1, from1904: false));
        Assert.Equal(new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), DateFormats.Day(61, from1904: false));
    }

    [Fact]
    public void Points_at_look_alike_letters_in_a_credit_code()
    {
        Assert.Equal("91370681748978455R", LedgerTexts.Row("信用代码", ColumnKind.CreditCode, "９１370681 748978455r").CreditCode("it")?.Value);
        var row = LedgerTexts.Row("信用代码", ColumnKind.CreditCode, "9137O681748978455R");
        Assert.Null(row.CreditCode("it"));
        Assert.Contains("91370681748978455R", Assert.Single(row.Findings).Sentence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(LedgerTexts.Row("信用代码", ColumnKind.CreditCode, "91370681748978456R").CreditCode("it") is null);
        Assert.True(Coded(9.1370681748978e17).IsRefused);

        static SheetRow Coded(double number)
        {
            var row = LedgerTexts.Row("信用代码", ColumnKind.CreditCode, number);
            row.CreditCode("it");
            return row;
        }
    }

    [Fact]
    public void Takes_land_shares_counts_answers_and_phones()
    {
        Assert.Equal(100_000m, LedgerTexts.Row("用地面积（亩）", ColumnKind.Land, 150d).SquareMetres("it"));
        Assert.Equal(20_000m, LedgerTexts.Row("用地面积", ColumnKind.Land, "2公顷").SquareMetres("it"));
        Assert.Equal(12_345m, LedgerTexts.Row("用地面积（亩）", ColumnKind.Land, "1.2345万平方米").SquareMetres("it"));
        Assert.Equal(50m, LedgerTexts.Row("占比", ColumnKind.Percentage, new CellPercent(0.5)).Percentage("it"));
        Assert.Equal(12.5m, LedgerTexts.Row("占比", ColumnKind.Percentage, "12.5％").Percentage("it"));
        Assert.Equal(0.5m, LedgerTexts.Row("占比（%）", ColumnKind.Percentage, 0.5d).Percentage("it"));
        Assert.Equal(1200, LedgerTexts.Row("就业", ColumnKind.Count, "1,200人").Count("it"));
        Assert.True(LedgerTexts.Row("是否", ColumnKind.YesNo, "√").YesNo("it"));
        Assert.False(LedgerTexts.Row("是否", ColumnKind.YesNo, "否").YesNo("it"));
        Assert.Equal("13800001234、0812-3334455", LedgerTexts.Row("电话", ColumnKind.Phone, "１３８００００１２３４，0812-3334455").Phone("it"));
        Assert.Equal("13800001234", LedgerTexts.Row("电话", ColumnKind.Phone, 13800001234d).Phone("it"));
    }

    [Fact]
    public void Says_what_a_failed_or_uncalculated_formula_is()
    {
        foreach (var broken in (CellError[])[new CellError("#N/A"), CellError.NotCalculated])
        {
            var row = LedgerTexts.Row("名称", ColumnKind.Text, broken);
            Assert.Null(row.Text("it"));
            Assert.True(row.IsRefused);
        }
    }

    [Fact]
    public void Takes_out_invisible_characters_with_a_note()
    {
        var row = LedgerTexts.Row("名称", ColumnKind.Text, " 东方\u0001新材\u200B ");
        Assert.Equal("东方新材", row.Text("it"));
        Assert.Equal(Severity.Note, Assert.Single(row.Findings).Severity);
    }
}
