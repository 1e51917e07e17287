using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>GB/T 9704-2012, each number worked out by hand: 1 mm = 1440 / 25.4 = 56.6929 twips, 1 pt = 20 twips.</summary>
public sealed class TheOfficialFormat : IDisposable
{
    private readonly WordprocessingDocument package = WordprocessingDocument.Open(
        new MemoryStream(new WordDocument().Write(new ComposeWorkReport().Run(Facts.City))), false);

    public void Dispose() => package.Dispose();

    private Body Body => package.MainDocumentPart!.Document!.Body!;

    private SectionProperties Section => Body.Elements<SectionProperties>().Single();

    [Fact]
    public void Prints_on_A4()
    {
        var size = Section.GetFirstChild<PageSize>()!;
        Assert.Equal(11906u, size.Width!.Value);   // 210 mm
        Assert.Equal(16838u, size.Height!.Value);  // 297 mm
    }

    [Fact]
    public void Keeps_the_margins_around_a_type_area_of_156_by_225_mm()
    {
        var margin = Section.GetFirstChild<PageMargin>()!;
        Assert.Equal(2098, margin.Top!.Value);      // 天头 37 mm: 2097.6
        Assert.Equal(1587u, margin.Left!.Value);    // 订口 28 mm: 1587.4
        Assert.Equal(1474u, margin.Right!.Value);   // 210 − 28 − 156 = 26 mm: 1474.0
        Assert.Equal(1984, margin.Bottom!.Value);   // 297 − 37 − 225 = 35 mm: 1984.3
    }

    [Fact]
    public void Sets_22_lines_of_28_characters()
    {
        var grid = Section.GetFirstChild<DocGrid>()!;
        Assert.Equal(DocGridValues.LinesAndChars, grid.Type!.Value);
        Assert.Equal(579, grid.LinePitch!.Value);        // 225 mm = 12,756 twips / 22 = 579.8, rounded down: 23 lines need 13,317
        Assert.Equal(-842, grid.CharacterSpace!.Value);  // (8,845 / 28 / 20 − 16) pt = −0.2054 pt × 4096 = −841.1, rounded down
        Assert.True(22 * 579 <= 16838 - 2098 - 1984);
    }

    [Theory]
    [InlineData("Normal", "仿宋_GB2312", "32")]
    [InlineData("Title", "方正小标宋简体", "44")]
    [InlineData("Heading1", "黑体", "32")]
    [InlineData("Heading2", "楷体_GB2312", "32")]
    [InlineData("Heading3", "仿宋_GB2312", "32")]
    [InlineData("Heading4", "仿宋_GB2312", "32")]
    [InlineData("PageNumberLine", "宋体", "28")]
    public void Sets_each_style_in_its_face_and_size(string style, string face, string halfPoints)
    {
        var styles = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        var type = styles.Elements<Style>().Single(found => found.StyleId == style).StyleRunProperties;
        var defaults = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(face, (type?.RunFonts ?? defaults.RunFonts)!.EastAsia!.Value);
        Assert.Equal(halfPoints, (type?.FontSize ?? defaults.FontSize)!.Val!.Value);
        Assert.Null(type?.Bold);
    }

    [Fact]
    public void Sets_numbers_in_Times_New_Roman()
    {
        var faces = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!;
        Assert.Equal(("Times New Roman", "Times New Roman"), (faces.Ascii!.Value, faces.HighAnsi!.Value));
    }

    [Fact]
    public void Fixes_the_line_and_indents_the_first_one_by_two_characters()
    {
        var body = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Normal");
        var spacing = body.StyleParagraphProperties!.SpacingBetweenLines!;
        Assert.Equal(("579", LineSpacingRuleValues.Exact), (spacing.Line!.Value, spacing.LineRule!.Value));
        Assert.Equal(200, body.StyleParagraphProperties.Indentation!.FirstLineChars!.Value);
        Assert.Equal(-6, body.StyleRunProperties!.Spacing!.Val!.Value); // 8,845 / 28 − 320 = −4.1 twips, down to a tenth of a point: 28 × 314 = 8,792
    }

    [Fact]
    public void Numbers_the_parts_and_sections()
    {
        string[] Styled(string style) =>
            [.. Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(line => line.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(line => line.InnerText)];
        Assert.Equal(["一、基本情况", "二、主要举措", "三、存在问题", "四、下一步工作打算"], Styled("Heading1"));
        Assert.Equal(["（一）目标任务完成情况", "（二）结构情况", "（三）各单位完成情况"], Styled("Heading2").Take(3));
    }

    [Fact]
    public void Puts_the_page_number_between_dashes_one_character_in_from_the_outer_edge()
    {
        Assert.NotNull(package.MainDocumentPart!.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
        var (odd, even) = (Footer(HeaderFooterValues.Default), Footer(HeaderFooterValues.Even));
        Assert.Equal(("— 1 —", JustificationValues.Right, 100), (odd.InnerText, Side(odd), odd.Descendants<Indentation>().Single().RightChars!.Value));
        Assert.Equal(("— 1 —", JustificationValues.Left, 100), (even.InnerText, Side(even), even.Descendants<Indentation>().Single().LeftChars!.Value));
        Assert.Equal(" PAGE ", odd.Descendants<SimpleField>().Single().Instruction!.Value);
        // 7 mm below the type area = 28 mm above the edge: 1587 twips, less half of the 14 pt line whose middle the dash is: 140
        Assert.Equal(1447u, Section.GetFirstChild<PageMargin>()!.Footer!.Value);
    }

    [Fact]
    public void Leaves_a_line_between_title_and_addressee_who_stands_flush_left()
    {
        var lines = Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().ToList();
        var at = lines.FindIndex(line => line.InnerText == "主任、各位副主任、秘书长、各位委员：");
        Assert.Equal("", lines[at - 1].InnerText);
        Assert.Equal("Addressee", lines[at].ParagraphProperties!.ParagraphStyleId!.Val!.Value);
    }

    [Fact]
    public void Dates_the_document_four_characters_in_with_the_signature_centred_above()
    {
        var lines = Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().ToList();
        var (signature, date) = (lines[^2], lines[^1]);
        Assert.Equal(("云泽市经济合作局", "2023年4月13日"), (signature.InnerText, date.InnerText));
        Assert.Equal(400, date.Descendants<Indentation>().Single().RightChars!.Value);
        // the date is 3 + 7 × ½ = 6.5 characters wide, the signature 8: it starts 0.75 further right, 3.25 from the edge
        Assert.Equal(325, signature.Descendants<Indentation>().Single().RightChars!.Value);
    }

    [Fact]
    public void Sets_the_signature_two_characters_in_where_there_is_no_date()
    {
        var last = Lines(new ComposeWorkReport().Run(Facts.City with { IssuedOn = null }))[^1];
        Assert.Equal(("云泽市经济合作局", 200), (last.InnerText, last.Descendants<Indentation>().Single().RightChars!.Value));
    }

    /// <summary>Six rows stay on one page with what is said of them; of twelve, three at the least stand at the head or the foot of a page.</summary>
    [Theory]
    [InlineData(6, "111110")]
    [InlineData(12, "110000000110")]
    public void Holds_a_small_table_together_and_breaks_a_larger_one_not_near_its_ends(int rows, string held)
    {
        var table = new Tabulation(Phrase.Of($"各单位完成情况"), "单位：个", [new("单位", 50, false), new("完成", 50, true)], [.. Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<Phrase>)[Phrase.Of($"某区"), Phrase.Of($"—")])]);
        var report = new ComposeWorkReport().Run(Facts.Panzhihua);
        var body = Made(report with { Parts = [new Part(ReportPart.Situation, [Bridgehead.Features.Reports.Paragraph.Of([new TextRun("各单位如下。")]), table])] });
        var at = body.FindIndex(element => element is Table);
        // the sentence, the caption, the unit line, then the head of the table
        Assert.All(body.GetRange(at - 3, 3), above => Assert.NotNull(above.GetFirstChild<ParagraphProperties>()!.KeepNext));
        Assert.NotEmpty(body[at].Elements<TableRow>().First().Descendants<KeepNext>());
        Assert.Equal(held, string.Concat(body[at].Elements<TableRow>().Skip(1).Select(row => row.Descendants<KeepNext>().Any() ? '1' : '0')));
    }

    [Fact]
    public void Repeats_a_table_head_and_keeps_rows_whole()
    {
        var table = Body.Elements<Table>().First();
        Assert.NotEmpty(table.Descendants<TableHeader>());
        Assert.All(table.Elements<TableRow>(), row => Assert.NotEmpty(row.Descendants<CantSplit>()));
    }

    [Fact]
    public void Names_its_attachments_two_characters_in_without_a_full_stop()
    {
        var lines = Lines(new ComposeWorkReport().Run(Facts.City) with { Attachments = ["重点项目清单。", "各单位完成情况"] });
        var at = lines.FindIndex(line => line.InnerText.StartsWith("附件：", StringComparison.Ordinal));
        Assert.Equal(("", "附件：1.重点项目清单", "2.各单位完成情况", ""), (lines[at - 1].InnerText, lines[at].InnerText, lines[at + 1].InnerText, lines[at + 2].InnerText));
        var (first, second) = (lines[at].Descendants<Indentation>().Single(), lines[at + 1].Descendants<Indentation>().Single());
        // 附件： is 3 characters and 1. one: the names begin 6 characters in, the first line hangs back to 2, the second to 5
        Assert.Equal((600, 400, 600, 100), (first.LeftChars!.Value, first.HangingChars!.Value, second.LeftChars!.Value, second.HangingChars!.Value));
        Assert.Equal("附件：重点项目清单", Lines(new ComposeWorkReport().Run(Facts.City) with { Attachments = ["重点项目清单"] }).First(line => line.InnerText.StartsWith("附件：", StringComparison.Ordinal)).InnerText);
    }

    [Fact]
    public void Sets_the_city_s_own_faces_and_says_what_stands_in_for_them()
    {
        var form = FormText.Standard with { BodyFace = "华文仿宋", BodyFallback = "FangSong", NumberFace = "Arial", BoxedTables = true };
        using var own = WordprocessingDocument.Open(new MemoryStream(new WordDocument().Write(new ComposeWorkReport().Run(Facts.City), form)), false);
        var main = own.MainDocumentPart!;
        var faces = main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!;
        Assert.Equal(("华文仿宋", "Arial"), (faces.EastAsia!.Value, faces.Ascii!.Value));
        Assert.Equal("FangSong", main.FontTablePart!.Fonts!.Elements<Font>().Single(f => f.Name == "华文仿宋").AltName!.Val!.Value);
        Assert.NotNull(main.Document!.Body!.Descendants<InsideVerticalBorder>().FirstOrDefault());
        Assert.Null(Body.Descendants<InsideVerticalBorder>().FirstOrDefault());
    }

    [Fact]
    public void Draws_a_chart_as_vectors_with_its_numbers_in_the_file_and_in_a_table()
    {
        var chart = package.MainDocumentPart!.ChartParts.Single();
        using var reader = new StreamReader(chart.GetStream());
        var xml = reader.ReadToEnd();
        Assert.Contains("<c:v>东湖区</c:v>", xml, StringComparison.Ordinal);
        Assert.Contains("<c:v>150.00</c:v>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("externalData", xml, StringComparison.Ordinal);
        // its rows of bars are what was reached and what was to be; the table below has them once, with rate, growth and place: 150 of 140 after 130
        Assert.Equal(2, xml.Split("<c:ser>").Length - 1);
        var table = Assert.Single(Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>(), table => table.InnerText.Contains("东湖区", StringComparison.Ordinal));
        Assert.StartsWith("单位完成目标完成率同比位次", table.InnerText, StringComparison.Ordinal);
        Assert.Contains("东湖区150.00140.00107.1415.382", table.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_each_table_with_its_unit_line_and_sets_numbers_to_the_right()
    {
        var lines = Body.Elements().ToList();
        var at = lines.FindIndex(line => line is Table);
        Assert.StartsWith("单位：", lines[at - 1].InnerText, StringComparison.Ordinal);
        Assert.Equal(JustificationValues.Right, lines[at - 1].Descendants<Justification>().Single().Val!.Value);
        var row = lines[at].Elements<TableRow>().ElementAt(1).Elements<TableCell>().ToList();
        Assert.All(row.Skip(1), cell => Assert.Equal(JustificationValues.Right, cell.Descendants<Justification>().Single().Val!.Value));
    }

    private static List<DocumentFormat.OpenXml.Wordprocessing.Paragraph> Lines(WorkReport report) => [.. Made(report).OfType<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()];

    private static List<OpenXmlElement> Made(WorkReport report)
    {
        using var made = WordprocessingDocument.Open(new MemoryStream(new WordDocument().Write(report)), false);
        return [.. made.MainDocumentPart!.Document!.Body!.Elements()];
    }

    private Footer Footer(HeaderFooterValues which)
    {
        var id = Section.Elements<FooterReference>().Single(footer => footer.Type!.Value == which).Id!.Value!;
        return ((FooterPart)package.MainDocumentPart!.GetPartById(id)).Footer!;
    }

    private static JustificationValues Side(OpenXmlElement footer) => footer.Descendants<Justification>().Single().Val!.Value;
}
