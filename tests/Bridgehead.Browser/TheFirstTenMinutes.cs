using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>The ways a newcomer goes: from a number to what it rests on, from a form with a mistake to a saved record, from a report to the paper.</summary>
public sealed partial class TheFirstTenMinutes(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task A_number_of_the_cockpit_opens_down_to_its_evidence()
    {
        var page = await Entered("leader");
        var card = page.Locator("main a[href*='arrived-funds']").First;
        await card.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("到位资金");
        await page.Locator("main a[href*='/figures/entries']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main table tbody tr").First).ToContainTextAsync("进账单");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task A_mistake_in_a_form_keeps_what_was_typed_and_leads_to_the_record()
    {
        var page = await SignedIn("district-clerk");
        await page.GotoAsync("/projects/new");
        await page.FillAsync("[name='Input.Name']", "浏览器里登记的精密轴承项目");
        await page.FillAsync("[name='Input.Amount']", "一大笔");
        await page.PressAsync("[name='Input.Name']", "Control+Enter");
        await Assertions.Expect(page.Locator(".field:has([name='Input.Amount']) .error")).ToContainTextAsync("一大笔");
        await Assertions.Expect(page.Locator("[name='Input.Name']")).ToHaveValueAsync("浏览器里登记的精密轴承项目");
        await page.FillAsync("[name='Input.Amount']", "1.2亿");
        await page.PressAsync("[name='Input.Name']", "Control+Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("浏览器里登记的精密轴承项目");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("12,000");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task The_one_box_finds_by_pinyin_initials_and_leads_there()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/projects");
        var name = (await page.Locator("main table tbody tr a").First.InnerTextAsync()).Trim();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(name[..Math.Min(6, name.Length)]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(name);
        await page.GotoAsync("/search?q=llq");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("临澜区");
    }

    [Fact]
    public async Task A_number_of_the_report_opens_and_the_paper_holds_the_same_sentences()
    {
        var page = await SignedIn("leader");
        await page.GotoAsync("/reports/work");
        var first = page.Locator("a.bh-figure").First;
        var (number, sentence) = (await first.InnerTextAsync(), await page.Locator(".bh-report p:has(a.bh-figure)").First.InnerTextAsync());
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href*='handler=Word']"));
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        await using (var paper = File.OpenRead((await download.PathAsync())!))
        using (var parts = new ZipArchive(paper))
        using (var text = new StreamReader(parts.GetEntry("word/document.xml")!.Open()))
            Assert.Contains(Spaces().Replace(sentence, ""), Spaces().Replace(Tags().Replace(await text.ReadToEndAsync(), ""), ""), StringComparison.Ordinal);
        await first.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Digits().Match(number).Value);
    }

    [Fact]
    public async Task The_language_changes_at_the_top_and_stays()
    {
        var page = await Entered("clerk");
        await page.ClickAsync("header >> text=EN");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GotoAsync("/projects");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Projects");
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\d.,]+")]
    private static partial Regex Digits();
}
