using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>A leader looks, opens a figure down to its entries, writes an instruction; the district answers; the auditor verifies a signal. Wide, on a phone, on a wall.</summary>
public sealed class TheCockpitOfALeader(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task From_a_figure_to_an_instruction_and_its_answer()
    {
        var leader = await Entered("leader");
        await Assertions.Expect(leader.Locator("#waits")).ToBeVisibleAsync();
        await Assertions.Expect(leader.Locator("#f-arrived-funds .completion")).ToContainTextAsync("序时");
        await Settled(leader);
        await MustBeAccessible(leader);
        await leader.ClickAsync("#f-arrived-funds .value a");
        await Assertions.Expect(leader.Locator("h1")).ToContainTextAsync("到位资金");
        await leader.ClickAsync("#instructions a.btn");
        await leader.FillAsync("[name='Input.Text']", "请按项目列出未到位的资金和原因。");
        await leader.SelectOptionAsync("[name='Input.ToUnit']", "linlan");
        await MustBeAccessible(leader);
        await leader.ClickAsync("main form button.btn-primary");
        await leader.WaitForURLAsync("**/instructions/*-*");
        var address = new Uri(leader.Url).AbsolutePath;
        await MustBeAccessible(leader);

        var district = await SignedIn("district-clerk", phone: true);
        await district.GotoAsync(address);
        await district.FillAsync("[name='Input.Text']", "已逐个核对，清单附后。");
        await district.ClickAsync("form[action*='Answer'] button.btn-primary");
        await Assertions.Expect(district.Locator(".history")).ToContainTextAsync("已逐个核对");
        await MustBeAccessible(district);
        await leader.GotoAsync("/");
        await Assertions.Expect(leader.Locator(".today")).ToContainTextAsync("已答复");
        await leader.GotoAsync(address);
        await leader.ClickAsync("form[action*='Close'] button");
        await Assertions.Expect(leader.Locator(".page-top")).ToContainTextAsync("已办结");
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_in_English_and_on_a_wall()
    {
        var phone = await Entered("leader", phone: true, dark: true, language: "en-GB");
        await Settled(phone);
        await MustBeAccessible(phone);
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth + 1"), "scrolls sideways");
        foreach (var address in new[] { "/compare", "/funnel", "/instructions", "/signals/rules" })
        {
            await phone.GotoAsync(address);
            await MustBeAccessible(phone);
        }
        var wall = await SignedIn("leader");
        await wall.SetViewportSizeAsync(1920, 1080);
        for (var show = 1; show <= 3; show++)
        {
            await wall.GotoAsync($"/wall?show={show}");
            Assert.True(await wall.EvaluateAsync<bool>("document.documentElement.scrollHeight <= 1080"), $"page {show} does not fit on the wall");
            await MustBeAccessible(wall);
        }
    }

    [Fact]
    public async Task A_signal_is_verified_and_counts_for_its_rule()
    {
        var auditor = await SignedIn("auditor");
        await auditor.GotoAsync("/signals");
        await MustBeAccessible(auditor);
        await auditor.Locator("table.cards tbody a").First.ClickAsync();
        await Assertions.Expect(auditor.Locator(".instruction-text")).ToContainTextAsync("请核实");
        await MustBeAccessible(auditor);
        await auditor.CheckAsync("input[value=false]");
        await auditor.FillAsync("[name='Input.Finding']", "凭证齐全，属正常集中付款。");
        await auditor.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(auditor.Locator(".page-top")).ToContainTextAsync("核实无问题");
    }
}
