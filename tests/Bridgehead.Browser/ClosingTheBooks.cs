using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>The bureau's reviewer closes the month that is over; a leader opens a figure, sees how well it is proved and goes down to the evidence.</summary>
public sealed class ClosingTheBooks(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task The_reviewer_goes_through_the_checklist_and_closes_the_month()
    {
        var page = await SignedIn("reviewer");
        await page.GotoAsync("/figures/close");
        await Assertions.Expect(page.Locator(".checklist")).ToContainTextAsync("通过");
        await MustBeAccessible(page);
        var month = await page.Locator("#close [name='Input.Month']").InputValueAsync();
        await page.FillAsync("#close [name='Input.Note']", "未办结的下月补齐");
        await page.FillAsync("#close [name='Input.Confirm']", "何立群");
        await page.ClickAsync("#close .btn-primary");
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync(month);
        await page.GotoAsync($"/figures/close/{month}");
        await Assertions.Expect(page.Locator("table").First).ToContainTextAsync("一致");
        await Assertions.Expect(page.Locator("table").First).Not.ToContainTextAsync("不一致");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task A_leader_opens_a_figure_and_what_proves_it()
    {
        var page = await SignedIn("leader");
        await page.GotoAsync("/figures?indicator=arrived-funds");
        await Assertions.Expect(page.Locator(".tiers").First).ToBeVisibleAsync();
        await MustBeAccessible(page);
        await page.ClickAsync(".tiers-block a");
        await Assertions.Expect(page.Locator("table").Filter(new LocatorFilterOptions { HasTextString = "有凭据" }).First).ToBeVisibleAsync();
        await page.Locator("a[href*='/figures/entries']").First.ClickAsync();
        await page.Locator("a[href$='/tier']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("依据等级");
        await MustBeAccessible(page);
    }

    [Theory]
    [InlineData(false, "zh-CN"), InlineData(true, "zh-CN"), InlineData(false, "en-US")]
    public async Task The_pages_are_accessible_and_never_scroll_sideways(bool phone, string language)
    {
        var page = await SignedIn("reviewer", phone, dark: !phone && language == "en-US", language: language);
        foreach (var address in new[] { "/figures/close", "/figures/rates", "/figures/official", "/indicators", "/indicators/fields", "/indicators/define?code=large-out-of-province", "/figures?by=field" })
        {
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), $"{address} is wider than the window");
            await MustBeAccessible(page);
        }
    }
}
