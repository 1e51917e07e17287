using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class ThePartsOfAPage(DemoCity city) : InTheBrowser(city)
{
    [Theory]
    [InlineData(false, false, "zh"), InlineData(false, true, "en"), InlineData(true, false, "zh"), InlineData(true, true, "en")]
    public async Task Are_accessible_and_never_scroll_the_page_sideways(bool phone, bool dark, string language)
    {
        var page = await SignedIn("reviewer", phone, dark);
        if (phone) await page.SetViewportSizeAsync(360, 780);
        await page.GotoAsync("/style?lang=" + language);
        await Assertions.Expect(page.Locator("bh-chart.drawn svg")).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task A_chart_turns_into_its_table_and_follows_the_theme()
    {
        var page = await SignedIn("leader");
        await page.GotoAsync("/style");
        var chart = page.Locator(".chart").First;
        await Assertions.Expect(chart.Locator("svg path").First).ToBeAttachedAsync();
        var light = await chart.Locator("svg").InnerHTMLAsync();
        await page.ClickAsync(".me > summary");
        await page.ClickAsync("[data-theme-choice=dark]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await page.WaitForTimeoutAsync(300);
        Assert.NotEqual(light, await chart.Locator("svg").InnerHTMLAsync());
        await chart.Locator("[data-as-table]").ClickAsync();
        await Assertions.Expect(chart.Locator("table")).ToBeInViewportAsync();
        await Assertions.Expect(chart.Locator(".chart-picture")).ToBeHiddenAsync();
        await Assertions.Expect(chart.Locator("tbody tr").First).ToContainTextAsync("16.4");
    }

    [Fact]
    public async Task The_chosen_theme_stands_before_the_next_page_is_painted()
    {
        var page = await Entered("leader");
        await page.ClickAsync(".me > summary");
        await page.ClickAsync("[data-theme-choice=dark]");
        await page.GotoAsync("/style", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("body");
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-bs-theme"));
    }

    [Fact]
    public async Task A_form_is_sent_once_however_often_the_button_is_pressed()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/style");
        await page.FillAsync("[name='Input.Name']", "精密机械");
        var posts = 0;
        page.Request += (_, request) => { if (request.Method == "POST") posts++; };
        await page.EvaluateAsync("const b = document.querySelector('.form-actions button'); b.click(); b.click(); b.click();");
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("精密机械");
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task A_refused_form_shows_the_field_that_was_wrong()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/style");
        await page.FillAsync("[name='Input.Name']", "精密机械");
        await page.FillAsync("[name='Input.Amount']", "100000001");
        await page.PressAsync("[name='Input.Amount']", "Control+Enter");
        var amount = page.Locator("[name='Input.Amount'][aria-invalid=true]");
        await Assertions.Expect(amount).ToBeInViewportAsync();
        await Assertions.Expect(amount).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[name='Input.Name']")).ToHaveValueAsync("精密机械");
    }

    [Fact]
    public async Task The_navigation_opens_from_the_foot_of_a_phone_and_closes_by_key()
    {
        var page = await Entered("clerk", phone: true);
        await Assertions.Expect(page.Locator(".side a").First).ToBeHiddenAsync();
        await page.ClickAsync(".foot [data-menu]");
        await Assertions.Expect(page.Locator(".side a").First).ToBeFocusedAsync();
        await MustBeAccessible(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".side a").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_search_box_is_one_key_away()
    {
        var page = await Entered("clerk");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("[data-find]")).ToBeFocusedAsync();
    }
}
