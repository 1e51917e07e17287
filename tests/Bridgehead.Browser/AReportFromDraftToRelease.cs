using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class AReportFromDraftToRelease(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Is_drafted_edited_around_its_numbers_reviewed_and_released()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/reports");
        await MustBeAccessible(page);
        await page.ClickAsync("a.btn-primary");
        await page.FillAsync("[name='Input.Reporter']", "市经济合作局局长");
        await page.ClickAsync("form[action*=Begin] .btn-primary");
        await page.WaitForURLAsync("**/reports/*-*");
        await MustBeAccessible(page);
        var address = page.Url;
        var first = page.Locator(".block", new() { Has = page.Locator("p a.bh-figure") }).First;
        await first.HoverAsync();
        await first.Locator(".block-tools a").First.ClickAsync();
        var box = page.Locator(".marked-text");
        await Assertions.Expect(box.Locator(".bound-chip").First).ToBeVisibleAsync();
        await MustBeAccessible(page);
        var chips = await box.Locator(".bound-chip").CountAsync();
        await box.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("成绩来之不易。");
        await page.ClickAsync(".block-form button:has-text('插入')");
        await Assertions.Expect(page.Locator(".marked-text .bound-chip")).ToHaveCountAsync(chips + 1);
        await page.ClickAsync(".block-form .btn-primary");
        await Assertions.Expect(page.Locator(".paper")).ToContainTextAsync("成绩来之不易。");
        await page.ClickAsync("form[action*=Submit] button");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待复核");
        var reviewer = await SignedIn("reviewer");
        await reviewer.GotoAsync(address);
        await reviewer.ClickAsync("form:has(input[value=Approve]) button");
        await reviewer.ClickAsync("form:has(input[value=Release]) button");
        await Assertions.Expect(reviewer.Locator(".digest")).ToBeVisibleAsync();
        await Assertions.Expect(reviewer.Locator(".block-tools")).ToHaveCountAsync(0);
        await MustBeAccessible(reviewer);
        await reviewer.GotoAsync(address + "/difference");
        await Assertions.Expect(reviewer.Locator("tbody tr").First).ToBeVisibleAsync();
        await MustBeAccessible(reviewer);
    }

    [Theory]
    [InlineData(false, false), InlineData(true, true)]
    public async Task Is_readable_wide_and_on_a_phone(bool phone, bool dark)
    {
        var page = await SignedIn("reviewer", phone, dark);
        await page.GotoAsync("/reports");
        await page.Locator("tbody a").First.ClickAsync();
        foreach (var address in new[] { page.Url, page.Url + "/difference", page.Url + "/print", "/reports/form", "/reports" })
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, address + " scrolls sideways");
            await MustBeAccessible(page);
        }
    }
}
