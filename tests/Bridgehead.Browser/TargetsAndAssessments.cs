using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class TargetsAndAssessments(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Are_handed_down_by_a_block_pasted_from_a_spreadsheet()
    {
        var page = await SignedIn("reviewer");
        await page.GotoAsync("/targets");
        await MustBeAccessible(page);
        await page.Locator(".page-top a.btn-primary").ClickAsync();
        await page.GotoAsync("/targets/sheet?unit=city&year=2041");
        var first = page.Locator("[name='Input.Cells[linlan/signed-projects]']");
        await first.FocusAsync();
        await first.EvaluateAsync("input => { const data = new DataTransfer(); data.setData('text', '12\\t30\\r\\n8\\t21.5\\r\\n'); input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
        Assert.Equal("21.5", await page.InputValueAsync("[name='Input.Cells[wangyue/contracted-amount]']"));
        await page.FillAsync("[name='Input.Source']", "旅程1号");
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator("tfoot tr").First).ToContainTextAsync("51.5");
        await page.GotoAsync("/targets?year=2041&unit=linlan");
        await page.Locator("tbody td a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("旅程1号");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task Are_shown_with_their_arithmetic_and_appealed_against()
    {
        var page = await SignedIn("district-reviewer");
        await page.GotoAsync("/assessments");
        await page.Locator("tbody a").First.ClickAsync();
        await MustBeAccessible(page);
        await page.FillAsync("[name='Appeal.Text']", "旅程：请复核投产项目");
        await page.ClickAsync("form[action*=Appeal] .btn-primary");
        await Assertions.Expect(page.Locator("#appeals")).ToContainTextAsync("旅程：请复核投产项目");
        await page.Locator("tbody th a", new() { HasTextString = "临澜区" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("总分＝");
        await MustBeAccessible(page);
        await page.Locator("section.sheet .figure-value a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".hero-value")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/targets", true, true), InlineData("/campaigns", false, true), InlineData("/assessments/schemes/six-items", true, false)]
    public async Task Fit_a_phone_and_the_dark(string address, bool phone, bool dark)
    {
        var page = await SignedIn("leader", phone, dark);
        await page.GotoAsync(address);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways");
        await MustBeAccessible(page);
    }
}
