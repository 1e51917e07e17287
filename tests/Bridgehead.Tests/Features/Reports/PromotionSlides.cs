using System.IO.Compression;
using System.Text;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports.Slides;
using Bridgehead.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using A = DocumentFormat.OpenXml.Drawing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>Slides for outsiders: valid, six to eight, of text and shapes alone, telling nothing of fewer than three projects.</summary>
[Trait("needs", "database")]
public sealed class PromotionSlides(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Are_valid_and_the_same_each_time()
    {
        var file = SlidesFile.Write(Whole);
        using var package = PresentationDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(Whole.Slides.Count, package.PresentationPart!.SlideParts.Count());
        Assert.Empty(package.PresentationPart.SlideParts.SelectMany(s => s.ImageParts));
        Assert.Equal(file, SlidesFile.Write(Whole));
    }

    [Fact]
    public void Keep_what_is_for_the_speaker_alone_in_the_notes()
    {
        using var package = PresentationDocument.Open(new MemoryStream(SlidesFile.Write(Whole)), false);
        var slides = package.PresentationPart!.SlideParts.ToList();
        Assert.Equal(["展示前请填写电话"], slides.Where(s => s.NotesSlidePart is not null).Select(s => s.NotesSlidePart!.NotesSlide!.InnerText));
        Assert.DoesNotContain(slides, s => s.Slide!.InnerText.Contains("展示前", StringComparison.Ordinal));
        Assert.Equal("联系我们", slides.Single(s => s.NotesSlidePart is not null).Slide!.Descendants<A.Text>().First().Text);
    }

    /// <summary>12 pt in 3,000,000 EMU = 236 pt hold 19 characters a line, two lines of 14.4 pt the least bar of eight: 311,850 + 80,000 EMU = 30.9 pt.</summary>
    [Fact]
    public void Set_a_long_label_smaller_in_its_box_and_leave_no_shrinking_to_the_program()
    {
        var deck = new Deck("推介", [new DeckSlide("行业") { Bars = [new("计算机、通信和其他电子设备制造业", 9, "9"), new("食品", 5, "5"), .. Enumerable.Range(0, 6).Select(i => new DeckBar(new string('业', 45), 3, "3"))] }], "测试市");
        using var package = PresentationDocument.Open(new MemoryStream(SlidesFile.Write(deck)), false);
        var slide = package.PresentationPart!.SlideParts.Single().Slide!;
        Assert.Empty(slide.Descendants<A.NormalAutoFit>());
        int Size(string text) => slide.Descendants<A.Run>().First(run => run.Text!.Text == text).RunProperties!.FontSize!.Value;
        Assert.Equal((1200, 1600), (Size("计算机、通信和其他电子设备制造业"), Size("食品")));
        Assert.All(slide.Descendants<A.Text>().Where(text => text.Text.StartsWith('业')), text => Assert.True(text.Text.Length <= 2 * 19 && text.Text.EndsWith('…'), text.Text));
    }

    [Fact]
    public void Name_a_park_and_not_its_committee()
    {
        var park = new Bridgehead.Features.Organisations.Unit("p", "青岚经济技术开发区管理委员会", Bridgehead.Features.Organisations.UnitKind.Park, null, 1);
        Assert.Equal("青岚经济技术开发区", park.PlaceIn(Bridgehead.Words.In("zh")));
    }

    [Fact]
    public async Task Tell_nothing_of_fewer_than_three_projects_and_no_amount_of_one()
    {
        await app.Inside(async services =>
        {
            var (db, units) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<ScopedUnits>());
            var (east, today) = ((await units.Named("east"))!, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)));
            for (var i = 0; i < 5; i++)
                db.Add(new Project($"S-{i}", new Bridgehead.Features.Projects.ProjectFacts
                {
                    Name = $"推介项目{i}", UnitId = east.Id, Investor = "某公司", Origin = i < 4 ? Origin.OtherProvince : Origin.Abroad, Branch = Branch.Secondary, Industry = i < 3 ? "电池制造" : "独家行业", Amount = Money.FromWan(7_777), SignedOn = today.AddDays(-30), Company = "项目公司",
                }, Stage.Called("signed")!, today));
            await db.SaveChangesAsync();
        });
        var clerk = await app.SignedInAs("clerk");
        var page = await clerk.Open("/reports/slides?unit=east");
        Assert.Contains("已有5个项目落户签约", page.Text, StringComparison.Ordinal);
        Assert.Contains("电池制造", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("独家行业", page.Text, StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(await clerk.Http.GetByteArrayAsync("/api/promotion-slides/file?unit=east")));
        var text = string.Concat(zip.Entries.Where(e => e.FullName.StartsWith("ppt/slides/", StringComparison.Ordinal)).Select(e => { using var reader = new StreamReader(e.Open(), Encoding.UTF8); return reader.ReadToEnd(); }));
        // one project from abroad: neither its number nor the four others, which would leave it over
        var origins = page.Document.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains('国')).Select(r => r.Children[1].TextContent).ToList();
        Assert.Equal(["—", "—"], origins);
        Assert.DoesNotContain("7,777万", text, StringComparison.Ordinal);
        Assert.DoesNotContain("推介项目", text, StringComparison.Ordinal);
        Assert.Contains("“—”为项目较少、不单列的来源", text, StringComparison.Ordinal);
        Assert.Contains("电话：", text, StringComparison.Ordinal);
        Assert.DoesNotContain("展示前请", text, StringComparison.Ordinal);
        Assert.Contains("不足3个", (await clerk.Open("/reports/slides?unit=west")).Alert, StringComparison.Ordinal);
    }

    private static Deck Whole => new("测试市投资推介",
    [
        new DeckSlide("测试市投资推介") { IsCover = true, Note = "2026年11月" }, new DeckSlide("已有120个项目落户签约") { Figures = [("签约项目", "120个"), ("协议投资额", "461.1亿元"), ("开工及以后", "63个"), ("投产及以后", "<3")] },
        new DeckSlide("近五年签约项目") { Note = "单位：个", Bars = [new("2022", 12, "12"), new("2023", 0, "<3"), new("2024", 40, "40")] },
        new DeckSlide("投资来自哪里") { Table = [["来源", "项目（个）", "占比"], ["国内省外", "80", "66.7%"], ["国（境）外", "<3", "—"]] },
        new DeckSlide("项目怎样落地") { Lines = ["在谈：不超过90个工作日", "签约 & <注册>"] }, new DeckSlide("联系我们") { Lines = ["测试市经济合作局", "电话："], Speaker = "展示前请填写电话" },
    ], "测试市 · 数据截至2026-11-26");
}
