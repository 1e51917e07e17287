using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>The clerk sees what is missing, fills it in, hands in the papers and asks; the reviewer lets the project in; the history tells it.</summary>
public sealed class PassingAGate(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task From_what_is_missing_to_the_approval()
    {
        var clerk = await SignedIn("district-clerk", phone: true);
        await clerk.GotoAsync("/projects/new");
        await clerk.FillAsync("[name='Input.Name']", "门槛旅程示范项目");
        await clerk.SelectOptionAsync("[name='Input.Stage']", "talks");
        await clerk.FillAsync("[name='Input.Investor']", "浙江示范科技有限公司");
        await clerk.SelectOptionAsync("[name='Input.Origin']", "OtherProvince");
        await clerk.ClickAsync("main form button.btn-primary");
        await clerk.WaitForURLAsync("**/projects/*-*");
        var address = new Uri(clerk.Url).AbsolutePath;
        await Assertions.Expect(clerk.Locator("#next")).ToContainTextAsync("产业类别");
        await MustBeAccessible(clerk);
        await clerk.ClickAsync("#next .gaps a");
        await clerk.SelectOptionAsync("[name='Input.Branch']", "Secondary");
        await clerk.FillAsync("[name='Input.Amount']", "1.2亿");
        await clerk.FillAsync("[name='Input.SignedOn']", "2025-03-01");
        await clerk.ClickAsync("main form button.btn-primary");
        await clerk.WaitForURLAsync("**" + address + "*"); // the browser keeps the place it was led to
        await clerk.ClickAsync("#next > form button.btn-primary");
        await Assertions.Expect(clerk.Locator("#next")).ToContainTextAsync("待审批");
        await Decide(address);
        await clerk.GotoAsync(address);
        await Assertions.Expect(clerk.Locator("#next")).ToContainTextAsync("投资协议");
        for (var paper = 0; paper < 2; paper++)
        {
            await clerk.Locator("#next input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "扫描件.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\nscan"u8.ToArray() });
            await clerk.Locator("#next .hand-in button").First.ClickAsync();
            await clerk.WaitForLoadStateAsync();
        }
        await Assertions.Expect(clerk.Locator("#next")).ToContainTextAsync("需要的内容已齐");
        await clerk.ClickAsync("#next > form button.btn-primary");
        await Decide(address);
        await clerk.GotoAsync(address);
        await Assertions.Expect(clerk.Locator(".way [aria-current=step]")).ToContainTextAsync("签约");
        await Assertions.Expect(clerk.Locator(".history").Last).ToContainTextAsync("预审 → 签约");
        await MustBeAccessible(clerk);
    }

    private async Task Decide(string address)
    {
        var reviewer = await SignedIn("district-reviewer");
        await reviewer.GotoAsync("/stages/requests");
        await Assertions.Expect(reviewer.Locator("main")).ToContainTextAsync("门槛旅程示范项目");
        await MustBeAccessible(reviewer);
        await reviewer.GotoAsync(address);
        await reviewer.ClickAsync("#next button[value=true]");
        await reviewer.WaitForLoadStateAsync();
        await reviewer.Context.CloseAsync();
    }
}
