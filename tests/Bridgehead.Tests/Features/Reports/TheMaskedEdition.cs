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
    public void Gives_small_amounts_and_large_ones_in_one_unit()
    {
        string[] Units(long yuan) => [.. Mask.Of(new ComposeWorkReport().Run(Facts.City with
        {
            Indicators = [new IndicatorFact("a", "到位内资", MeasureUnit.Yuan, 2 * yuan) { Groups = [new GroupFact(GroupKind.Unit, "x", "东湖区", yuan), new GroupFact(GroupKind.Unit, "y", "西岭区", yuan)] }],
        })).Parts[0].Blocks.OfType<Tabulation>().Select(table => table.UnitLine)];
        Assert.NotEmpty(Units(Facts.Yi));
        Assert.Equal(Units(30 * Facts.Yi), Units(Facts.Yi / 100));
    }

    [Fact]
    public void Stars_the_numbers_that_people_wrote_as_well()
    {
        var note = Report(Edition.Masked).Parts[3].Blocks.OfType<Paragraph>().Last();
        Assert.Equal("用好2023年新增用地指标，力争盘活闲置厂房*万平方米。", note.Text);
    }

    [Fact]
    public void Hides_the_names_of_city_units_projects_enterprises_and_people()
    {
        var said = JsonSerializer.Serialize(ReportProjection.Of(Report(Edition.Masked)), Readable);
        foreach (var name in new[] { "云泽", "东湖区", "北辰县", "动力电池", "星能科技", "市经济合作局局长" }) Assert.DoesNotContain(name, said, StringComparison.Ordinal);
        Assert.All(Report(Edition.Masked).Parts[0].Blocks.OfType<Tabulation>().First().Rows, row => Assert.StartsWith("**", row[0].ToString(), StringComparison.Ordinal));
        Assert.Equal("关于**市2022年招商引资工作情况的报告", Report(Edition.Masked).Title);
    }

    [Theory]
    [InlineData("全市到位资金[[1:9999]]万元，逾[[2:30]]家", "全市到位资金*亿元，*家")]
    [InlineData("同比下降[[1:9999]]%，降低[[2:30]]个百分点", "同比*%，变动*个百分点")]
    [InlineData("引进[[项目:年产10GWh动力电池项目]]，盘活厂房[[数:5|来源：函]]万平方米，另有3处", "引进**，盘活厂房*万平方米，另有*处")]
    public void Takes_what_a_writer_wrote_as_well(string written, string masked)
    {
        var key = new FigureKey("i", "u", new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), FigureMeasure.Value);
        var figures = new[] { 9999m, 30m }.Select((value, at) => new BoundFigure(key, value, NumberShape.Plain.Print(value), "") { Number = at + 1 }).ToDictionary(f => f.Number);
        var report = Report(Edition.Full) with { Opening = Paragraph.Of(MarkedText.Runs(written, figures)) };
        Assert.Equal(masked, Mask.Of(report).Opening.Text);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
