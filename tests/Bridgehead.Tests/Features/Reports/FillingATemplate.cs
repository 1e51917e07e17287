using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Bridgehead.Tests.Features.Reports;

public sealed class FillingATemplate
{
    private static readonly WorkReport Report = new ComposeWorkReport().Run(Facts.City);

    private static TemplateNames Names => new(Facts.City, Report);

    [Fact]
    public void Puts_each_figure_where_its_name_stands()
    {
        var filled = new FillTemplate().Fill(ATemplate.With("标题", "到位内资", "arrived.completion", "到位内资.同比", "到位内资.目标", "正文"), Names, Report, FormText.Standard);
        using var package = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var lines = package.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText).ToList();
        // 612.34 of 600 is 102.0566… %, on 560 it is 9.3464… % more
        Assert.Equal(["此处为关于云泽市2022年招商引资工作情况的报告。", "此处为612.34亿元。", "此处为102.06%。", "此处为9.35%。", "此处为600亿元。", "一、基本情况"], lines.Take(6));
        Assert.Contains("四、下一步工作打算", lines);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Refuses_a_wrong_name_and_says_where_it_stands()
    {
        var fill = new FillTemplate();
        var refusal = Assert.Throws<Refusal>(() => fill.Refuse(fill.Places(ATemplate.With("到位内资", "到位外资.同比", "到位内资.增速"), Names)));
        Assert.StartsWith("模板中有2个名称不认识：第2段（此处为单击此处输入。）的“到位外资.同比”；第3段（此处为单击此处输入。）的“到位内资.增速”。", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("没有内容控件", Assert.Throws<Refusal>(() => fill.Refuse(fill.Places(ATemplate.With(), Names))).Message, StringComparison.Ordinal);
        Assert.Contains("无法读取该文件", Assert.Throws<Refusal>(() => fill.Places([1, 2, 3], Names)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fills_the_public_template_of_the_standard_without_harm()
    {
        var file = Path.Combine(Imports.Reading.SharedLedgers.Folder, "data", "document-format", "请示报告模板_gb9704.dotx");
        Assert.SkipUnless(File.Exists(file), "the public template is not on this machine");
        Assert.NotNull(new FillTemplate().Fill(File.ReadAllBytes(file), Names, Report, FormText.Standard));
    }
}
