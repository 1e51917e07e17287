using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class AnAdmissionReview(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Is_scored_in_plain_sight_and_closed_by_its_conclusion()
    {
        var page = await SignedIn("reviewer");
        await page.GotoAsync("/reviews");
        await MustBeAccessible(page);
        await page.GotoAsync("/projects?stage=lead");
        await page.Locator("tbody a").First.ClickAsync();
        await page.Locator("nav.tabs a", new() { HasTextString = "评审" }).ClickAsync();
        await page.FillAsync("[name='Input.Departments']", "财政");
        await page.ClickAsync("form[action*=Open] .btn-primary");
        await page.WaitForURLAsync("**/reviews/**");
        await page.Locator("details", new() { HasTextString = "登记意见" }).First.Locator("summary").ClickAsync();
        await page.ClickAsync("form[action*=Give] button");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1个部门，还差0个");
        string[] points = ["5", "4", "14", "13", "7", "3", "5", "8", "3", "11", "3.5"];
        for (var i = 0; i < points.Length; i++) await page.FillAsync($"[name='Scores[{i}].Points']", points[i]);
        await page.ClickAsync("form[action*=Score] .btn-primary");
        await Assertions.Expect(page.Locator("tfoot")).ToContainTextAsync("= 76.5");
        await MustBeAccessible(page);
        await page.Locator("details", new() { Has = page.Locator("#conclusion") }).Locator("summary").ClickAsync();
        await page.SelectOptionAsync("#conclusion", "Passed");
        await page.ClickAsync("form[action*=Conclude] .btn-primary");
        await Assertions.Expect(page.Locator(".sheet .chip")).ToContainTextAsync("通过");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        await MustBeAccessible(page);
    }

    [Theory]
    [InlineData(false, false), InlineData(true, true)]
    public async Task Is_readable_wide_and_on_a_phone(bool phone, bool dark)
    {
        var page = await SignedIn("reviewer", phone, dark);
        foreach (var address in new[] { "/reviews?state=Concluded", "/reviews/sheet" })
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, address + " scrolls sideways");
            await MustBeAccessible(page);
        }
        await page.GotoAsync("/reviews?state=Concluded");
        await page.Locator("tbody a").First.ClickAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the review scrolls sideways");
        await MustBeAccessible(page);
    }
}
