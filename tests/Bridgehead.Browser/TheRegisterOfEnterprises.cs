using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>The clerk's way through an enterprise: register it with owner and class, see what does not fit, put it right, call the right person.</summary>
public sealed class TheRegisterOfEnterprises(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Leads_from_registering_to_what_does_not_fit_and_puts_it_right()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/enterprises/new");
        var name = "蓝川国有资产经营" + Guid.NewGuid().ToString("N")[..6] + "有限公司";
        await page.FillAsync("[name='Input.Name']", name);
        await page.FillAsync("[name='Input.Kind']", "国有企业");
        await page.Locator("[name='Input.Industry']").PressSequentiallyAsync("锂离子");
        await Assertions.Expect(page.Locator("#industries option").First).ToBeAttachedAsync();
        await page.FillAsync("[name='Input.Industry']", (await page.Locator("#industries option").First.GetAttributeAsync("value"))!);
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".warn-note")).ToContainTextAsync("自称国有");
        await Assertions.Expect(page.Locator(".details").First).ToContainTextAsync("C384");
        await MustBeAccessible(page);
        await page.ClickAsync(".tabs a[href$='/owners']");
        await page.ClickAsync("a[href$='/owners/new']");
        await page.FillAsync("[name='Input.Owner']", "蓝川市国资委");
        await page.SelectOptionAsync("[name='Input.Kind']", "StateOrgan");
        await page.FillAsync("[name='Input.Percent']", "100");
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".ownership li").First).ToContainTextAsync("100%");
        await MustBeAccessible(page);
        await page.ClickAsync(".tabs a[href$='/diligence']");
        await Assertions.Expect(page.Locator(".contradiction")).ToHaveCountAsync(0);
        await MustBeAccessible(page);
        await page.ClickAsync(".tabs a[href$='/history']");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("股东");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task Shows_a_number_only_to_whoever_asks_for_it_and_says_why()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/enterprises");
        await page.Locator("tbody tr a").First.ClickAsync();
        await page.ClickAsync(".tabs a[href$='/contacts']");
        await page.FillAsync("[name='Input.PersonName']", "欧阳试");
        await page.FillAsync("[name='Input.PersonPhone']", "13911112222");
        await page.FillAsync("[name='Input.Purpose']", "项目洽谈");
        await MustBeAccessible(page);
        await page.ClickAsync(".form-actions .btn-primary");
        var person = page.Locator(".person", new PageLocatorOptions { HasText = "139****2222" }).First;
        await Assertions.Expect(person).ToBeVisibleAsync();
        await person.Locator("details", new LocatorLocatorOptions { HasText = "查看事由" }).Locator("summary").ClickAsync();
        await person.Locator("[name=purpose]").FillAsync("约定考察");
        await person.Locator("button", new LocatorLocatorOptions { HasText = "查看并记录" }).ClickAsync();
        await Assertions.Expect(page.Locator(".person .reach", new PageLocatorOptions { HasText = "13911112222" })).ToBeVisibleAsync();
        await MustBeAccessible(page);
    }

    [Theory]
    [InlineData(false, "zh"), InlineData(true, "en")]
    public async Task Is_accessible_list_by_list(bool phone, string language)
    {
        var page = await SignedIn("reviewer", phone, dark: phone);
        foreach (var address in new[] { "/enterprises", "/enterprises?contradictions=true", "/enterprises/classes", "/enterprises/contradictions", "/enterprises/checklist" })
        {
            await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, address + " scrolls sideways");
            await MustBeAccessible(page);
        }
    }
}
