using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>The views of the projects as people use them: by mouse, by keyboard, on a phone.</summary>
public sealed class TheViewsOfTheProjects(DemoCity city) : InTheBrowser(city)
{
    [Theory]
    [InlineData("/projects?view=all"), InlineData("/projects?view=all&group=stage&cols=stage,amount,contact,industry&freeze=2"), InlineData("/projects/board"), InlineData("/projects/map"), InlineData("/projects/calendar"), InlineData("/projects/gantt")]
    [InlineData("/views"), InlineData("/projects/bulk"), InlineData("/projects/bulk/new?all=true&stage=lead")]
    public async Task Are_accessible_wide_on_a_phone_in_the_dark_and_in_English(string address)
    {
        foreach (var (phone, dark, language) in new[] { (false, false, "zh-CN"), (true, false, "zh-CN"), (false, true, "en-US") })
        {
            var page = await SignedIn("clerk", phone, dark, language);
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), $"{address} is wider than the window ({(phone ? "phone" : "wide")})");
            await MustBeAccessible(page);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_row_is_found_by_key_a_cell_changed_in_place_and_the_next_project_one_key_away()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/projects?view=all&cols=stage,contact,amount&sort=amount");
        await page.Locator("tbody tr").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var second = page.Locator("tbody tr").Nth(1);
        await Assertions.Expect(second.Locator("a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("e");
        var cell = second.Locator("td[data-edit=Contact]");
        await cell.Locator("[name=Value]").FillAsync("键盘填的联系人");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cell).ToHaveTextAsync("键盘填的联系人");
        var third = await page.Locator("tbody tr").Nth(2).Locator("a").TextContentAsync();
        await second.Locator("a").ClickAsync();
        await page.WaitForURLAsync("**/projects/*-*");
        await Settled(page);
        await Assertions.Expect(page.Locator(".neighbours")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(third!);
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task A_card_dragged_to_a_stage_whose_gate_lacks_something_is_asked_for_it_and_goes_back_when_told_no()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/projects/board?stage=triage,registered");
        var (from, to) = (page.Locator("[data-stage=triage] .board-card").First, page.Locator("[data-stage=registered] [data-cards]"));
        var id = await from.GetAttributeAsync("data-id");
        await from.DragToAsync(to, new LocatorDragToOptions { Force = true, TargetPosition = new TargetPosition { X = 30, Y = 40 } });
        await Assertions.Expect(page.Locator("dialog[open] form")).ToBeVisibleAsync();
        await MustBeAccessible(page);
        await page.Locator("dialog [data-cancel]").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-stage=triage] [data-id='{id}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_moved_by_keyboard_stays_in_its_column_while_the_move_waits_for_approval()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/projects/board?stage=building,suspended");
        var card = page.Locator("[data-stage=building] .board-card").First;
        var id = await card.GetAttributeAsync("data-id");
        await card.Locator("a").First.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Locator("dialog[open] textarea").FillAsync("等待环评批复");
        await page.Locator("dialog[open] .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("已提交");
        await Assertions.Expect(page.Locator($"[data-stage=building] [data-id='{id}']")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"[data-stage=building] [data-id='{id}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_district_on_the_map_leads_to_its_projects()
    {
        var page = await SignedIn("leader");
        await page.GotoAsync("/projects/map");
        var district = page.Locator(".city-map a").First;
        var name = (await district.Locator("title").TextContentAsync())!.Split(' ')[0];
        await district.Locator("path").ClickAsync();
        await Assertions.Expect(page.Locator(".chosen")).ToContainTextAsync(name);
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_gantt_chart_turns_into_its_table_and_the_calendar_goes_by_key()
    {
        var page = await SignedIn("leader");
        await page.GotoAsync("/projects/gantt?sort=signed");
        await Assertions.Expect(page.Locator("svg.gantt .today")).ToHaveCountAsync(1);
        await page.Locator("[data-as-table]").ClickAsync();
        await Assertions.Expect(page.Locator("bh-gantt table")).ToBeInViewportAsync();
        await page.GotoAsync("/projects/calendar");
        var month = await page.Locator(".month-bar h2").TextContentAsync();
        await page.Locator("td[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(page.Locator(".month-bar h2")).Not.ToHaveTextAsync(month!);
    }

    [Fact]
    public async Task Many_are_changed_at_once_after_a_preview_and_taken_back()
    {
        var page = await SignedIn("district-clerk");
        await page.GotoAsync("/projects?view=all&sort=number");
        for (var i = 0; i < 3; i++) await page.Locator("tbody [name=id]").Nth(i).CheckAsync();
        await Assertions.Expect(page.Locator("[data-picked-count]")).ToContainTextAsync("3");
        await page.Locator("[data-picked-go]").ClickAsync();
        await page.WaitForURLAsync("**/projects/bulk/new**");
        await Settled(page);
        await page.Locator("[name='Value-Industry']").FillAsync("批量行业");
        await page.Locator("form[data-bulk] .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#bulk")).ToContainTextAsync("确认后将修改3个");
        await MustBeAccessible(page);
        await page.Locator("#bulk .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#bulk")).ToContainTextAsync("已修改3个", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("#bulk .chip").First).ToContainTextAsync("已办完", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        await page.Locator("#bulk form[action*='Undo'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#bulk")).ToContainTextAsync("已撤回3个", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
    }

    [Fact]
    public async Task Two_who_change_the_same_field_are_shown_both_and_choose()
    {
        var (one, two) = (await SignedIn("district-clerk"), await SignedIn("district-reviewer"));
        await one.GotoAsync("/projects?view=all&sort=number");
        await one.Locator("tbody tr a").Nth(20).ClickAsync();
        var address = new Uri(one.Url).AbsolutePath + "/edit";
        await one.GotoAsync(address);
        await two.GotoAsync(address);
        await two.FillAsync("[name='Input.Contact']", "对方的联系人");
        await two.Locator(".form-actions .btn-primary").ClickAsync();
        await Assertions.Expect(two.Locator("body")).ToContainTextAsync("对方的联系人");
        await one.FillAsync("[name='Input.Contact']", "我的联系人");
        await one.Locator(".form-actions .btn-primary").ClickAsync();
        await Assertions.Expect(one.Locator(".clash")).ToContainTextAsync("对方的联系人");
        await MustBeAccessible(one);
        await one.Locator(".clash input[value=theirs]").CheckAsync();
        await one.Locator(".form-actions .btn-primary").ClickAsync();
        await one.GotoAsync(address.Replace("/edit", "/history", StringComparison.Ordinal));
        await Assertions.Expect(one.Locator("tbody tr").First).ToContainTextAsync("对方的联系人");
        await MustBeAccessible(one);
    }
}
