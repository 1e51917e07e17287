using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>
/// A clerk drags two ledgers in as they were kept, one with a title, a note on units, a total and a row that is there twice: changes what a column is, puts a cell right,
/// imports, watches, and undoes it.
/// </summary>
public sealed class ImportingLedgers(DemoCity city) : InTheBrowser(city)
{
    [Fact]
    public async Task Are_dragged_in_decided_about_imported_and_undone()
    {
        var page = await SignedIn("clerk");
        await page.GotoAsync("/imports");
        await MustBeAccessible(page);
        await Drop(page, ("浏览器企业.csv", "企业名称,法定代表人\n浏览器甲有限公司,某某\n"), ("浏览器项目.csv", Projects(2600)));
        // both go up, are judged, and stand in the list; only then is there a link
        await page.ClickAsync("main table a:text-is('浏览器项目.csv')", new PageClickOptions { Timeout = 60_000 });
        await page.WaitForURLAsync("**/imports/checks/**");
        await Assertions.Expect(page.Locator(".verdict dd").Nth(3)).ToHaveTextAsync("1");
        // the heading stands in the third line; the total is no record
        await Assertions.Expect(page.Locator(".preview .look-header td").First).ToHaveTextAsync("3");
        await Assertions.Expect(page.Locator("[aria-label=可能重复的新记录] tbody tr")).ToHaveCountAsync(1);
        await page.Locator("select[name='Columns[4]']").SelectOptionAsync("contact");
        await Judged(page, "text=保存对应并重新检查");
        await Assertions.Expect(page.Locator("select[name='Columns[4]']")).ToHaveValueAsync("contact");
        await MustBeAccessible(page);
        // the red number leads to the cell to be put right
        await page.ClickAsync(".verdict a.bad-text");
        await Assertions.Expect(page.Locator("[name='cells[4-3]']")).ToBeInViewportAsync();
        await page.FillAsync("[name='cells[4-3]']", "3000");
        await Judged(page, "text=改正并重新检查");
        await Assertions.Expect(page.Locator(".verdict dd").Nth(3)).ToHaveTextAsync("0");
        await Judged(page, ".verdict button");
        // more than two thousand rows: in the background, with a bar
        await Assertions.Expect(page.Locator("#progress progress")).ToBeVisibleAsync();
        await page.WaitForSelectorAsync(".alert.good", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.ClickAsync("text=查看这一批");
        await Assertions.Expect(page.Locator(".verdict dd").First).ToHaveTextAsync("2601");
        await Assertions.Expect(page.Locator("#records ~ .table-responsive tbody a")).ToHaveCountAsync(50);
        await MustBeAccessible(page);
        await Judged(page, "text=整批撤销");
        await Assertions.Expect(page.Locator("main .note")).ToContainTextAsync("撤销");
    }

    /// <summary>Presses a button whose work is done before the answer comes.</summary>
    private static Task<IResponse> Judged(IPage page, string button) =>
        page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request.Method == "GET" && answer.Request.IsNavigationRequest && answer.Ok, new PageRunAndWaitForResponseOptions { Timeout = 60_000 });

    private static string Projects(int rows)
    {
        var text = new StringBuilder("浏览器市2026年招商项目调度台账,,,,\n填报：市经合局,,,单位：万元,\n项目名称,落地区县,投资方,总投资,对接人员\n");
        for (var n = 0; n < rows; n++) text.AppendLine(CultureInfo.InvariantCulture, $"浏览器项目{n}号,临澜区,第{n}家公司,{(n == 0 ? "三千" : "500")},王某");
        text.AppendLine("浏览器项目1号项目,临澜区,第1家公司,500,王某").AppendLine("合计,,,1300000,");
        return text.ToString();
    }

    private static async Task Drop(IPage page, params (string Name, string Content)[] files)
    {
        var carried = await page.EvaluateHandleAsync(
            "files => { const carried = new DataTransfer(); for (const [name, content] of files) carried.items.add(new File([content], name, { type: 'text/csv' })); return carried; }",
            files.Select(f => new[] { f.Name, f.Content }).ToArray());
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = carried });
    }
}
