using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>Takes the pictures of the README when BRIDGEHEAD_SHOTS names a folder; without it, walks the same pages and checks them.</summary>
public sealed class Screenshots(DemoCity city) : InTheBrowser(city)
{
    [Theory]
    [InlineData("cockpit", "/", "leader")]
    [InlineData("projects", "/projects", "clerk")]
    [InlineData("figure", "/figures?unit=city&indicator=arrived-funds&by=unit", "leader")]
    [InlineData("report", "/reports/work", "leader")]
    [InlineData("imports", "/imports", "clerk")]
    [InlineData("targets", "/targets", "reviewer")]
    [InlineData("indicators", "/indicators", "reviewer")]
    [InlineData("enterprises", "/enterprises", "clerk")]
    [InlineData("new-project", "/projects/new", "clerk")]
    [InlineData("search", "/search?q=xcl", "clerk")]
    [InlineData("trash", "/trash", "clerk")]
    public async Task Every_page_is_accessible_wide_on_a_phone_in_the_dark_and_in_English(string name, string address, string persona)
    {
        foreach (var (phone, dark, language) in new[] { (false, false, "zh-CN"), (true, false, "zh-CN"), (false, true, "zh-CN"), (false, false, "en-US") })
        {
            var page = await SignedIn(persona, phone, dark, language);
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), $"{address} is wider than the window ({(phone ? "phone" : "wide")})");
            if (Environment.GetEnvironmentVariable("BRIDGEHEAD_SHOTS") is { Length: > 0 } folder)
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}{(phone ? "-phone" : "")}{(dark ? "-dark" : "")}{(language == "en-US" ? "-en" : "")}.png") });
            await MustBeAccessible(page);
            await page.Context.CloseAsync();
        }
    }
}
