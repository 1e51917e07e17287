using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Api;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A row is told everything that is wrong with it, rows with the same fault are mended by one answer, and the batch leads to what it made. Counted by hand.</summary>
[Trait("needs", "database")]
public sealed class AllThatIsWrongAtOnce(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_project_is_told_every_reason_at_once_and_so_is_the_file_given_back()
    {
        // its unit, amount and code cannot be read, it is signed in the future, and the stage asks for three more things
        string[] reasons = ["没有单位“没有此县”", "看不懂金额“三千”", "项目代码“12”应为", "签约日期2099-01-01晚于今天", "“已签约”阶段还缺：投资方", "“已签约”阶段还缺：资金来源", "“已签约”阶段还缺：产业类别"];
        var stage = Stage.Called("signed")!.Name;
        var clerk = await app.SignedInAs("clerk");
        var page = await AtTheWizard.Upload(clerk, "Projects", "全部.csv", Encoding.UTF8.GetBytes($"项目名称,落地区县,总投资（万元）,项目代码,签约日期,项目阶段\n全部原因项目,没有此县,三千,12,2099-01-01,{stage}\n没有毛病的项目,东江区,5000,,,\n"));
        Assert.Equal([1, 0, 0, 1], AtTheWizard.Counts(page));
        foreach (var reason in reasons) Assert.Contains(reason.Replace("已签约", stage, StringComparison.Ordinal), page.Text, StringComparison.Ordinal);
        // what can be read is not called missing
        Assert.DoesNotContain("还缺：协议投资额", page.Text, StringComparison.Ordinal);
        var refused = await clerk.Http.GetAsync(new Uri(page.Document.QuerySelector("a[href*='handler=Refused']")!.GetAttribute("href")!, UriKind.Relative));
        using var book = new ZipArchive(await refused.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(book.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        var xml = await sheet.ReadToEndAsync();
        foreach (var reason in reasons) Assert.Contains(reason.Replace("已签约", stage, StringComparison.Ordinal), xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_and_a_figure_are_told_every_reason_at_once()
    {
        var clerk = await app.SignedInAs("clerk");
        var enterprise = await AtTheWizard.Upload(clerk, "Enterprises", "企业全部.csv", Encoding.UTF8.GetBytes("企业名称,统一社会信用代码,注册资本（万元）,成立日期\n,91510000X,-5,昨天\n"));
        foreach (var reason in new[] { "没有企业名称", "注册资本不能为负数", "看不懂日期“昨天”", "91510000X" }) Assert.Contains(reason, enterprise.Text, StringComparison.Ordinal);
        var figure = await AtTheWizard.Upload(clerk, "Figures", "数据全部.csv", Encoding.UTF8.GetBytes("单位,指标,起,止,类别,数值,计量单位\n没有此县,没有此指标,2022-05,2022-03,没有此类别,许多,个\n"));
        foreach (var reason in new[] { "没有单位“没有此县”", "没有指标“没有此指标”", "截止月份早于起始月份", "不认识的类别“没有此类别”", "看不懂数值“许多”" }) Assert.Contains(reason, figure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_answer_mends_all_rows_that_say_the_same_even_more_than_are_listed()
    {
        // three hundred refused rows are kept with their cells; there are 420 here, and one that says something else
        var ledger = new StringBuilder("项目名称,落地区县,总投资（万元）\n");
        for (var n = 0; n < 420; n++) ledger.AppendLine(CultureInfo.InvariantCulture, $"同错{n:000}项目,东江区,待查清");
        ledger.AppendLine("另错项目,东江区,三千");
        var page = await AtTheWizard.Upload(await app.SignedInAs("district-clerk"), "Projects", "同错.csv", Encoding.UTF8.GetBytes(ledger.ToString()));
        Assert.Equal([0, 0, 0, 421], AtTheWizard.Counts(page));
        var answer = page.Document.QuerySelector("table.at-once tbody tr")!;
        Assert.Equal(("420行", true), (answer.QuerySelector("td")!.TextContent, answer.TextContent.Contains("看不懂金额“待查清”", StringComparison.Ordinal)));
        var mended = await page.Submit("form[action*='handler=Words']", ("same[0].To", "800"));
        Assert.Equal([420, 0, 0, 1], AtTheWizard.Counts(mended));
        // eight million yuan in fen
        await mended.Submit("form[action*='handler=Apply']");
        Assert.Equal(420, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name.StartsWith("同错") && p.AmountFen == 800_000_000)));
    }

    [Fact]
    public async Task One_answer_by_the_api_fills_empty_cells_too()
    {
        var program = await AProgram.Of(app, "reviewer");
        var check = await program.Upload("/api/imports/checks?kind=Figures", "空格.csv", Encoding.UTF8.GetBytes("单位,指标,年度,类别,数值,计量单位\n,新签约项目数,2043,目标,3,个\n,新开工项目,2043,目标,4,个\n东江区,新签约项目数,2044,目标,5,个\n"));
        var reason = check.Body!["outcome"]!["sheets"]![0]!["reasons"]![0]!;
        Assert.Equal(("2", "unit", "A"), (reason["rows"]!.ToString(), reason["key"]!.ToString(), reason["column"]!.ToString()));
        var mended = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", new JsonObject { ["replacements"] = new JsonArray(new JsonObject { ["sheet"] = "空格", ["column"] = "A", ["from"] = "", ["to"] = "西岭县" }) }, check.Tag);
        Assert.Equal(("3", "0"), (mended.Body!["outcome"]!["added"]!.ToString(), mended.Body["outcome"]!["refused"]!.ToString()));
    }

    [Fact]
    public async Task The_batch_leads_to_the_records_it_made_and_changed_within_the_scope()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var ledger = new StringBuilder("项目名称,落地区县\n");
        for (var n = 0; n < 53; n++) ledger.AppendLine(CultureInfo.InvariantCulture, $"去向{n:00}项目,东江区");
        var batch = await (await AtTheWizard.Upload(clerk, "Projects", "去向.csv", Encoding.UTF8.GetBytes(ledger.ToString()))).Submit("form[action*='handler=Apply']");
        var links = Links(batch);
        // fifty on a page, three on the next
        Assert.Equal(50, links.Count);
        var next = await clerk.Open(new Uri(new Uri("http://x" + batch.Address), batch.Document.QuerySelector("a[href*='after=']")!.GetAttribute("href")!).PathAndQuery);
        Assert.Equal(3, Links(next).Count);
        Assert.Equal("去向00项目", (await clerk.Open(links.Single(l => l.Text == "去向00项目").Href)).Of("h1"));

        // one is given to another district: no longer this asker's to see
        var west = await app.Reading(db => db.Set<Unit>().Where(u => u.Code == "west").Select(u => u.Id).SingleAsync());
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<Project>().Where(p => p.Name == "去向52项目").ExecuteUpdateAsync(set => set.SetProperty(p => p.UnitId, west)));
        Assert.Equal(2, Links(await clerk.Open(next.Address)).Count);

        var changed = await (await AtTheWizard.Upload(clerk, "Projects", "去向二.csv", Encoding.UTF8.GetBytes("项目名称,落地区县,联系人,行业\n去向01项目,东江区,甲某,化工\n"))).Submit("form[action*='handler=Options']", ("OnExisting", "Fill"));
        var second = await changed.Submit("form[action*='handler=Apply']");
        var row = second.Document.QuerySelector("#records ~ .table-responsive tbody tr")!;
        Assert.Equal(("去向01项目", true, true), (row.QuerySelector("a")!.TextContent, row.TextContent.Contains("联系人", StringComparison.Ordinal), row.TextContent.Contains("行业", StringComparison.Ordinal)));

        var program = await AProgram.Of(app, "district-clerk");
        var id = await app.Reading(db => db.Set<ImportBatch>().Where(b => b.File == "去向二.csv").Select(b => b.Id).SingleAsync());
        var records = await program.Get($"/api/imports/{id}/records?updated=true");
        Assert.Equal("""["行业","联系人"]""", records.Body!["items"]![0]!["fields"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(404, (await (await AProgram.Of(app, "other-district-clerk")).Get($"/api/imports/{id}/records")).Status);
    }

    [Fact]
    public async Task The_batch_leads_to_enterprises_as_well()
    {
        var batch = await (await AtTheWizard.Upload(await app.SignedInAs("clerk"), "Enterprises", "企业去向.csv", Encoding.UTF8.GetBytes("企业名称,联系电话\n去向甲有限公司,028-12345678\n去向乙有限公司,028-12345679\n"))).Submit("form[action*='handler=Apply']");
        Assert.Equal(["去向甲有限公司", "去向乙有限公司"], Links(batch).Select(l => l.Text).Order(StringComparer.Ordinal).Reverse());
        Assert.All(Links(batch), link => Assert.StartsWith("/enterprises/", link.Href, StringComparison.Ordinal));
    }

    private static List<(string Text, string Href)> Links(Shown page) =>
        [.. page.Document.QuerySelectorAll("#records ~ .table-responsive tbody a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!))];
}
