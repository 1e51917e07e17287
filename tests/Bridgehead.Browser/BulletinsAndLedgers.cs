using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class BulletinsAndLedgers(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Take_a_ledger_along_and_object_to_a_ranking()
    {
        var page = await SignedIn("district-reviewer");
        await page.GotoAsync("/reports/ledgers?kind=Started");
        await MustBeAccessible(page);
        await Assertions.Expect(page.Locator("main h2").First).ToContainTextAsync("新开工重点项目一览表");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".page-top a.btn-primary").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.GotoAsync("/reports/bulletins");
        await MustBeAccessible(page);
        await page.Locator("section.sheet a").First.ClickAsync();
        await MustBeAccessible(page);
        await page.FillAsync("[name='Appeal.Text']", "旅程：请核对当月数");
        await page.ClickAsync("form[action*='Object'] .btn-primary");
        await Assertions.Expect(page.Locator("#appeals")).ToContainTextAsync("旅程：请核对当月数");
    }

    [Theory]
    [InlineData("/reports/briefs?unit=city", true, true), InlineData("/reports/schedules", true, false), InlineData("/reports/slides?unit=city", false, true), InlineData("/open", true, false), InlineData("/reports/bulletins/new", true, true)]
    public async Task Fit_a_phone_and_the_dark(string address, bool phone, bool dark)
    {
        var page = await SignedIn("reviewer", phone, dark);
        await page.GotoAsync(address);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways");
        await MustBeAccessible(page);
    }
}
