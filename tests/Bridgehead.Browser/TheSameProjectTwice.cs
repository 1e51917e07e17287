using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>A clerk types a project that is there already, sees it, gives a reason; the bureau works through the queue, merges a pair and undoes it.</summary>
public sealed class TheSameProjectTwice(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Is_seen_while_typing_and_saved_only_with_a_reason()
    {
        var page = await SignedIn("district-clerk");
        await page.GotoAsync("/projects/new");
        await page.FillAsync("[name='Input.Name']", "澜岳储能电池模组生产（三期）");
        await Assertions.Expect(page.Locator(".possible.blocks")).ToContainTextAsync("澜岳储能电池模组生产项目");
        await MustBeAccessible(page);
        await page.FillAsync("[name='Input.Contact']", "沈经理");
        await page.ClickAsync(".form-actions button.btn-primary");
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("疑似重复");
        Assert.Equal("沈经理", await page.InputValueAsync("[name='Input.Contact']"));
        await page.FillAsync("[name='Input.AsNew']", "另一条产线，另行备案");
        await page.ClickAsync(".form-actions button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/projects/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_worked_through_by_keyboard_merged_and_unmerged()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/duplicates?state=open");
        await MustBeAccessible(page);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/duplicates/[0-9a-f-]{36}$"));
        await MustBeAccessible(page);
        await page.ClickAsync("header .btn-primary");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("合并");
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        await page.WaitForURLAsync("**/duplicates/merged/**");
        await MustBeAccessible(page);
        await page.ClickAsync("main .btn-danger");
        await Assertions.Expect(page.Locator("main .note")).ToContainTextAsync("已撤销");
    }
}
