using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class PromisesOfAnAgreement(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Are_drafted_signed_kept_and_found_in_the_list()
    {
        var page = await SignedIn("reviewer");
        await page.GotoAsync("/projects?stage=talks");
        await page.Locator("tbody a").First.ClickAsync();
        await page.Locator("nav.tabs a", new() { HasTextString = "协议" }).ClickAsync();
        await page.Locator(".page-top a.btn-primary").ClickAsync();
        await page.FillAsync("[name='Input.Number']", "旅程1号");
        await page.FillAsync("[name='Input.Enterprise']", "旅程公司");
        await page.SelectOptionAsync("[name='Input.Template']", "");
        await page.ClickAsync(".form-actions .btn-primary");
        await page.ClickAsync(".page-top a.btn-primary");
        await page.SelectOptionAsync("select[name=kind]", "deposit");
        await page.WaitForURLAsync("**kind=deposit**");
        await page.FillAsync("[name='Input.Promised']", "80万");
        await page.FillAsync("[name='Input.DueOn']", "2025-06-30");
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("≥ 80万元");
        await MustBeAccessible(page);
        await page.FillAsync("[name=signedOn]", "2025-05-01");
        await page.ClickAsync("form[action*=Sign] button");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("逾期未兑现");
        await MustBeAccessible(page);
        await page.Locator("tbody a").First.ClickAsync();
        await page.FillAsync("[name='Input.On']", "2025-07-10");
        await page.FillAsync("[name='Input.Reached']", "80");
        await page.FillAsync("[name='Input.Document']", "银行回单1号");
        await page.ClickAsync("form[action*=Record] .btn-primary");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("晚10天兑现");
        await MustBeAccessible(page);
        await page.GotoAsync("/agreements/promises?state=Met&kind=deposit");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("履约保证金");
    }

    [Theory]
    [InlineData(false, false), InlineData(true, true)]
    public async Task Are_seen_as_curves_that_open_to_what_is_behind(bool phone, bool dark)
    {
        var page = await SignedIn("leader", phone, dark);
        await page.GotoAsync("/agreements");
        await Assertions.Expect(page.Locator("bh-chart.drawn svg")).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways");
        await MustBeAccessible(page);
        await page.SelectOptionAsync("select[name=by]", "Branch");
        await page.WaitForURLAsync("**by=Branch**");
        var observed = page.Locator("main > .table-responsive").First.Locator("tbody tr").First.Locator("td a").Nth(1);
        await observed.ClickAsync();
        await page.WaitForURLAsync("**/agreements/projects**");
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await MustBeAccessible(page);
    }
}
