using Microsoft.Playwright;

namespace Bridgehead.Browser;

public sealed class SigningIn(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task As_a_persona_leads_to_the_first_page_of_the_unit()
    {
        var page = await Entered("district-clerk");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("临澜区");
        await MustBeAccessible(page);
    }
}
