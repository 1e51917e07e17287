using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>A month of a district's clerk: one report from the site with a phone, the rest on the sheet, and who has to be visited next.</summary>
public sealed class ReportingProgress(DemoCity city) : InTheBrowser(city)
{
    // the smallest picture a camera could take
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task From_the_site_with_a_phone_carries_a_photo_and_keeps_last_months_numbers()
    {
        var page = await SignedIn("district-clerk", phone: true);
        await page.GotoAsync("/progress/reports?state=Missing");
        if (await page.Locator("tbody td:first-child a").CountAsync() == 0) await page.GotoAsync($"/progress/reports?month={DateTime.UtcNow.AddHours(8):yyyy-MM}&state=Open");
        await page.Locator("tbody a", new PageLocatorOptions { HasTextString = "去报送" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".watermark")).ToHaveTextAsync("部门调度数据");
        await MustBeAccessible(page);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), "the form is wider than the phone");
        await page.FillAsync("[name='Input.Physical']", "主体封顶，内墙砌筑");
        await page.SetInputFilesAsync("#photos", new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = Photo });
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("月报");
        await page.Locator("td:first-child a[href*='/progress/report?month=']").First.ClickAsync();
        await Assertions.Expect(page.Locator(".photos img")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".photos img")).ToHaveJSPropertyAsync("complete", true);
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task On_the_sheet_goes_down_the_column_by_keyboard_and_files_the_rest_as_unchanged()
    {
        var page = await SignedIn("county-clerk");
        await page.GotoAsync($"/progress/sheet?month={DateTime.UtcNow.AddHours(8):yyyy-MM}");
        var rows = await page.Locator("[data-sheet] tbody tr").CountAsync();
        Assert.True(rows > 3, $"only {rows} rows");
        await MustBeAccessible(page);
        var first = page.Locator("[data-sheet] [name='Input.Rows[0].Percent']");
        await first.FillAsync("88");
        await first.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-sheet] [name='Input.Rows[1].Percent']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.ClickAsync("[name='Input.RestSame']");
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("已报送");
    }

    [Theory]
    [InlineData(false, "zh-CN"), InlineData(true, "zh-CN"), InlineData(false, "en-US")]
    public async Task The_pages_are_accessible_and_never_scroll_sideways(bool phone, string language)
    {
        var page = await SignedIn("clerk", phone, dark: !phone && language == "en-US", language: language);
        foreach (var address in new[] { "/progress", "/progress/reports", "/progress/changes", "/progress/coverage", "/progress/rules" })
        {
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), $"{address} is wider than the window");
            await MustBeAccessible(page);
        }
        await page.GotoAsync("/progress/coverage");
        await page.Locator("tbody td:first-child a").First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task A_look_is_recorded_in_three_touches_and_leaves_the_head_of_the_matrix()
    {
        var page = await SignedIn("clerk", phone: true);
        await page.GotoAsync("/progress/coverage");
        var name = await page.Locator("tbody td:first-child a").First.TextContentAsync();
        await page.Locator("tbody tr").First.Locator("a[href$='/look']").ClickAsync();
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("走访");
        await page.GotoAsync("/progress/coverage");
        await Assertions.Expect(page.Locator("tbody td:first-child a").First).Not.ToHaveTextAsync(name!);
    }
}
