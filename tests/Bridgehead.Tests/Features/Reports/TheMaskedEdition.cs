using System.Text.Json;
using System.Text.RegularExpressions;
using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;

namespace Bridgehead.Tests.Features.Reports;

public sealed class TheMaskedEdition
{
    private static WorkReport Report(Edition edition) => new ComposeWorkReport().Run(Facts.City, edition);

    [Fact]
    public void Stars_every_figure_and_carries_no_value()
    {
        Assert.NotEmpty(Report(Edition.Masked).Figures);
        Assert.All(Report(Edition.Masked).Figures, figure => Assert.Equal((null, "*"), (figure.Value, figure.Display)));
    }

    [Fact]
    public void Holds_no_digit_but_of_years_days_and_names()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(new WordDocument().Write(Report(Edition.Masked))), false);
        var text = package.MainDocumentPart!.Document!.Body!.InnerText.Replace("年产10GWh动力电池项目", "", StringComparison.Ordinal);
        Assert.Empty(Regex.Matches(Regex.Replace(text, "20[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?", ""), "[0-9]+"));
    }

    [Theory]
    [InlineData("增长")]
    [InlineData("超额")]
    [InlineData("距目标任务差")]
    [InlineData("高于序时进度")]
    [InlineData("由高到低")]
    public void Takes_neutral_words_where_a_direction_would_tell(string telling)
    {
        Assert.DoesNotContain(telling, JsonSerializer.Serialize(ReportProjection.Of(Report(Edition.Masked)), Readable), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_the_same_sentences_with_stars()
    {
        var sentence = ((Paragraph)Report(Edition.Masked).Parts[0].Blocks[1]).Text;
        Assert.Equal("2022年，全市累计到位内资*亿元，涉及项目*个，同比*%，居全省第*位。完成年度目标任务*亿元的*%，与目标任务相差*个百分点。", sentence);
    }

    [Fact]
    public void Stars_the_numbers_that_people_wrote_as_well()
    {
        var note = Report(Edition.Masked).Parts[3].Blocks.OfType<Paragraph>().Last();
        Assert.Equal("用好2023年新增用地指标，力争盘活闲置厂房*万平方米。", note.Text);
    }

    [Fact]
    public void Keeps_the_units_in_their_fixed_order()
    {
        var table = Report(Edition.Masked).Parts[0].Blocks.OfType<Tabulation>().First();
        Assert.Equal(["东湖区", "西岭区", "南浦县", "北辰县", "高新技术产业园区"], table.Rows.Select(row => row[0].ToString()));
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
