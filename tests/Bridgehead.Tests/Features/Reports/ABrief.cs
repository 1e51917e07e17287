using System.Globalization;
using System.Net;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Briefs;
using Bridgehead.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>One page of a project, an enterprise, a unit: never two, however much there is to say.</summary>
[Trait("needs", "database")]
public sealed class ABrief(ReportCity city) : IClassFixture<ReportCity>
{
    [Fact]
    public void Fits_the_page_whatever_is_to_be_said()
    {
        var full = Long();
        var fitted = full.Fitted(Words.In("zh"));
        Assert.True(fitted.Sections.Sum(s => 1 + s.Lines.Sum(Brief.Printed)) <= Brief.Lines);
        // nothing is dropped unsaid: each section keeps its first line and says how many are left out
        Assert.All(fitted.Sections, s => Assert.StartsWith(s.Heading, s.Lines[0], StringComparison.Ordinal));
        Assert.Equal(full.Sections.Sum(s => s.Lines.Count), fitted.Sections.Sum(s => s.Lines.Count(l => !l.StartsWith("另有", StringComparison.Ordinal)) + s.Lines.Where(l => l.StartsWith("另有", StringComparison.Ordinal)).Sum(l => int.Parse(l[2..l.IndexOf('条', StringComparison.Ordinal)], CultureInfo.InvariantCulture))));
        var small = full with { Sections = [new("基本情况", ["一行"])] };
        Assert.Equal(["一行"], small.Fitted(Words.In("zh")).Sections[0].Lines);
    }

    [Fact]
    public void Is_valid_open_xml()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(BriefWord.Write(Long().Fitted(Words.In("zh")), FormText.Standard, Words.In("zh"))), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    /// <summary>A fifth of 170 mm is 1,927 twips, 20 of them on either side empty; a character is as wide as its type, ten twips for each half point.</summary>
    [Fact]
    public void Cuts_no_number_at_its_head()
    {
        var brief = Long() with { Figures = [.. new[] { "4,315.83万美元", "12,345.67亿元", "158个", "1,234,567.89万美元", "—" }.Select(value => new BriefFigure("实际利用外资", value))] };
        using var package = WordprocessingDocument.Open(new MemoryStream(BriefWord.Write(brief, FormText.Standard, Words.In("zh"))), false);
        var cells = package.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().First().Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().ToList();
        Assert.Equal(brief.Figures.Select(figure => figure.Value), cells.Select(cell => cell.InnerText));
        Assert.All(cells, cell => Assert.InRange(
            cell.InnerText.Sum(c => c > 0x2E80 ? 1 : 0.5) * 10 * int.Parse(cell.Descendants<DocumentFormat.OpenXml.Wordprocessing.FontSize>().Single().Val!.Value!, CultureInfo.InvariantCulture), 1, 1927 - 40));
    }

    [Fact]
    public async Task Names_from_the_command_line_the_bureau_and_not_who_has_the_machine()
    {
        await city.Inside(async services =>
        {
            var brief = await services.GetRequiredService<MakeBrief>().Run(new BriefQuery { Unit = "east" });
            Assert.EndsWith("由系统生成，测试市经济合作局", brief!.Foot, StringComparison.Ordinal);
        });
    }

    /// <summary>As LibreOffice lays it out: a single page of A4, in both languages.</summary>
    [Theory, Trait("speed", "slow"), InlineData("zh"), InlineData("en")]
    public async Task Is_printed_on_a_single_page(string language)
    {
        var print = new PrintAsPdf();
        Assert.SkipUnless(print.IsThere, "LibreOffice is not installed here");
        using var pdf = PdfDocument.Open(await print.Run(BriefWord.Write(Long().Fitted(Words.In(language)), FormText.Standard, Words.In(language)), TestContext.Current.CancellationToken));
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.InRange(pdf.GetPage(1).Width, 594.0, 596.5);
    }

    [Fact]
    public async Task Tells_of_a_project_what_is_invested_and_how_far_it_is_and_hides_whom_to_ask()
    {
        var id = Guid.Empty;
        await city.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var east = (await services.GetRequiredService<ScopedUnits>().Named("east"))!;
            var project = await services.GetRequiredService<OpenProject>().Run(new Bridgehead.Features.Projects.ProjectFacts
            {
                Name = "简报里的项目", UnitId = east.Id, Investor = "远屏能源", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(50_000), SignedOn = new DateOnly(2025, 4, 8), Contact = "欧阳明 13800001234",
            }, Stage.Called("signed")!);
            id = project.Id;
        });
        var clerk = await (await city.SignedInAs("clerk")).Open($"/reports/briefs?project={id}");
        Assert.Contains("5亿元", clerk.Text, StringComparison.Ordinal);
        Assert.Equal("签约", clerk.Document.QuerySelector(".brief-way li.now span")!.TextContent);
        Assert.Contains("欧阳明 13800001234", clerk.Text, StringComparison.Ordinal);
        // a leader may read the project and not open contacts
        var leader = await (await city.SignedInAs("leader")).Open($"/reports/briefs?project={id}");
        Assert.Contains("欧** 138****1234", leader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", leader.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await city.SignedInAs("other-district-clerk")).Open($"/reports/briefs?project={id}")).Status);
        var found = await (await city.SignedInAs("clerk")).Open("/reports/briefs?q=" + Uri.EscapeDataString("简报里"));
        Assert.Contains($"/reports/briefs?project={id}", found.Html, StringComparison.Ordinal);
        var unit = await (await city.SignedInAs("clerk")).Open("/reports/briefs?unit=east");
        Assert.Contains("东江区招商引资简报", unit.Text, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(await (await city.SignedInAs("leader")).Http.GetByteArrayAsync($"/api/briefs/word?project={id}")), false);
        Assert.DoesNotContain("13800001234", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    /// <summary>By hand: 5 and 3 in the east make 8, one of two is signed; the west has its own of 2, and what was terminated is no part of the chain.</summary>
    [Fact]
    public async Task Tells_of_an_industry_chain_how_much_there_is_where_and_by_whom()
    {
        const string Chain = "锂电隔膜";
        await city.Inside(async services =>
        {
            foreach (var (name, unit, yi, stage, investor) in new[] { ("隔膜一厂", "east", 5, "signed", "甲隔膜公司"), ("隔膜二厂", "east", 3, "talks", "乙隔膜公司"), ("隔膜三厂", "west", 2, "signed", "甲隔膜公司"), ("隔膜四厂", "east", 9, "terminated", "丙隔膜公司") })
            {
                var owner = (await services.GetRequiredService<ScopedUnits>().Named(unit))!;
                await services.GetRequiredService<OpenProject>().Run(new Bridgehead.Features.Projects.ProjectFacts
                {
                    Name = name, UnitId = owner.Id, Investor = investor, Origin = Origin.OtherProvince, Branch = Branch.Secondary, Industry = Chain, Amount = Money.FromWan(yi * 10_000), SignedOn = new DateOnly(2025, 4, 8),
                }, Stage.Called(stage)!);
            }
        });
        var address = "/reports/briefs?industry=" + Uri.EscapeDataString(Chain);
        var whole = await (await city.SignedInAs("clerk")).Open(address);
        Assert.Equal(["3个", "10亿元"], Heads(whole).Take(2));
        Assert.Contains("甲隔膜公司（2个项目，7亿元）", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("丙隔膜公司", whole.Text, StringComparison.Ordinal);
        var east = await (await city.SignedInAs("clerk")).Open(address + "&unit=east");
        Assert.Contains($"东江区{Chain}产业链简报", east.Text, StringComparison.Ordinal);
        Assert.Equal(["2个", "8亿元"], Heads(east).Take(2));
        Assert.Contains("在谈1个、签约1个", east.Text, StringComparison.Ordinal);
        // each sees the part of the chain that is in scope, and none where there is none
        Assert.Equal(["1个", "2亿元"], Heads(await (await city.SignedInAs("other-district-clerk")).Open(address)).Take(2));
        Assert.Equal(HttpStatusCode.NotFound, (await (await city.SignedInAs("other-district-clerk")).Open(address + "&unit=east")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await city.SignedInAs("clerk")).Open("/reports/briefs?industry=" + Uri.EscapeDataString("没有的行业"))).Status);
        using var word = WordprocessingDocument.Open(new MemoryStream(await (await city.SignedInAs("clerk")).Http.GetByteArrayAsync("/api/briefs/word?unit=east&industry=" + Uri.EscapeDataString(Chain))), false);
        Assert.Contains("8亿元", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        static IEnumerable<string> Heads(Shown page) => page.Document.QuerySelectorAll(".brief-figures dd").Select(d => d.TextContent.Trim());
    }

    private static Brief Long() => new(
        "一个名称非常长的新能源汽车动力电池及储能系统生产基地建设项目（二期）", "2026-000123 · 测试市东江区 · 东江经开区 · 开工",
        [.. new[] { "协议投资额", "累计到位", "资金到位率", "签约日期", "用地" }.Select(label => new BriefFigure(label, "12,345.67亿元"))],
        [.. Enumerable.Range(0, 12).Select(i => new BriefStage("阶段", i < 6 ? BriefStageState.Passed : i == 6 ? BriefStageState.Now : BriefStageState.Ahead))],
        [.. new[] { "基本情况", "健康状况", "下一步节点", "承诺兑现", "存在问题", "联系人" }.Select(h => new BriefSection(h, [.. Enumerable.Range(0, 8).Select(i => h + string.Concat(Enumerable.Repeat("说明文字", 5 + i * 3)))]))],
        "部门调度数据，2026-11-26由系统生成", "/projects/x");
}
