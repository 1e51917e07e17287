using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Tests.Features.Reports;

public sealed class CheckingAReport
{
    private static MemoryStream Edited(Action<Body> edit)
    {
        var stream = new MemoryStream();
        stream.Write(new WordDocument().Write(new ComposeWorkReport().Run(Facts.City with { Notes = [] })));
        using (var package = WordprocessingDocument.Open(stream, true)) edit(package.MainDocumentPart!.Document!.Body!);
        stream.Position = 0;
        return stream;
    }

    [Fact]
    public void Finds_a_number_that_somebody_typed()
    {
        var check = new ReportChecker().Check(Edited(body => body.PrependChild(
            new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("2022年全市完成投资88.8亿元，签约3个"))))));
        Assert.Equal(["88.8", "3"], check.Loose.Select(loose => loose.Number));
        Assert.Contains("完成投资88.8亿元", check.Loose[0].Context, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_a_figure_that_somebody_changed()
    {
        var check = new ReportChecker().Check(Edited(body =>
            body.Descendants<SdtRun>().First(control => control.InnerText == "612.34").Descendants<Text>().Single().Text = "712.34"));
        var altered = Assert.Single(check.Altered);
        Assert.Equal(("612.34", "712.34"), (altered.Written, altered.Now));
    }

    [Fact]
    public void Finds_a_number_left_when_its_control_was_removed()
    {
        var check = new ReportChecker().Check(Edited(body =>
        {
            var control = body.Descendants<SdtRun>().First(found => found.InnerText == "612.34");
            control.InsertAfterSelf(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("612.34")));
            control.Remove();
        }));
        Assert.Equal(["612.34"], check.Loose.Select(loose => loose.Number));
    }

    [Fact]
    public void Lists_the_numbers_of_notes_as_bound_to_nothing()
    {
        var check = new ReportChecker().Check(new MemoryStream(new WordDocument().Write(new ComposeWorkReport().Run(Facts.City))));
        Assert.Equal(["5"], check.Loose.Select(loose => loose.Number));
    }

    [Theory]
    [InlineData("2022年1—10月", "")]
    [InlineData("截至2023年1月10日", "")]
    [InlineData("2021—2023年", "")]
    [InlineData("1—6月", "")]
    [InlineData("世界500强", "")]
    [InlineData("云府发〔2023〕12号", "")]
    [InlineData("1.强化统筹", "")]
    [InlineData("（1）强化统筹", "")]
    [InlineData("第12条", "")]
    [InlineData("完成12.5%", "12.5")]
    [InlineData("共2022个", "2022")]
    [InlineData("增长１２％", "１２")]
    [InlineData("约3000万元", "3000")]
    public void Tells_numbers_from_dates_and_numbering(string text, string loose) =>
        Assert.Equal(loose, string.Join(',', LooseNumbers.In(text).Select(found => found.Number)));

    [Fact]
    public void Is_refused_for_a_file_that_is_no_document()
    {
        var refusal = Assert.Throws<Refusal>(() => new ReportChecker().Check(new MemoryStream([1, 2, 3])));
        Assert.Equal("无法读取该文件，请上传Word文档（.docx）", refusal.Message);
    }
}
