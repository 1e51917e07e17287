using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class TheReferenceOfTheApi(DemoCity city) : InTheBrowser(city)
{
    [Theory]
    [InlineData(false, false, "zh"), InlineData(true, true, "en")]
    public async Task Is_accessible_with_everything_opened_and_never_scrolls_sideways(bool phone, bool dark, string language)
    {
        var page = await SignedIn("reviewer", phone, dark);
        if (phone) await page.SetViewportSizeAsync(360, 780);
        await page.GotoAsync("/api/docs?lang=" + language);
        await page.EvaluateAsync("document.querySelectorAll('details.operation').forEach((d, i) => d.open = i < 8)");
        await Assertions.Expect(page.Locator("details.operation[open] table").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways");
        await MustBeAccessible(page);
    }
}
