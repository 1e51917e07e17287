using System.Text;
using System.Text.Json.Nodes;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Api;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A ledger that lacks a column gets one value for all its rows. Expected values are counted by hand in the few rows of each.</summary>
[Trait("needs", "database")]
public sealed class OneValueForAWholeLedger(TestApp app) : IClassFixture<TestApp>
{
    private const string Targets = "指标,年度,数值,计量单位\n新签约项目数,{0},12,个\n新开工项目,{0},7,个\n";

    [Fact]
    public async Task Lets_a_ledger_in_whose_required_column_is_missing_and_is_shown_as_given()
    {
        var clerk = await app.SignedInAs("reviewer");
        var page = await AtTheWizard.Upload(clerk, "Targets", "缺单位.csv", Encoding.UTF8.GetBytes(Targets.Replace("{0}", "2041", StringComparison.Ordinal)));
        Assert.Contains("缺少“单位”这一列", page.Text, StringComparison.Ordinal);
        // the rows are told what they lack at once, and one answer is offered beside the red number
        Assert.Equal([0, 0, 0, 2], AtTheWizard.Counts(page));
        Assert.Equal("#refused", page.Document.QuerySelector(".verdict a.bad-text")!.GetAttribute("href"));
        Assert.Contains("没有填写单位", page.Of("h2#refused + form"), StringComparison.Ordinal);
        var given = await page.Submit("form[action*='handler=Words']", ("given[unit]", "东江区"));
        Assert.Equal([2, 0, 0, 0], AtTheWizard.Counts(given));
        Assert.Equal("东江区", given.Field("Given[unit]"));
        // the preview tells the given value from what stands in the file
        Assert.Equal(["统一填", "单位", "东江区", "东江区"], given.Document.QuerySelectorAll(".preview .given").Select(cell => cell.TextContent.Trim()));
        var batch = await given.Submit("form[action*='handler=Apply']");
        Assert.Contains("整份台账统一填的值，不是文件原有的内容", batch.Text, StringComparison.Ordinal);
        Assert.Equal("单位：东江区 缺单位 · 2行", string.Join(' ', batch.Of(".given-list li").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal([7, 12], await app.Reading(db => db.Set<Target>().Where(t => t.Year == 2041 && db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Code == "east")).OrderBy(t => t.Value).Select(t => t.Value).ToListAsync()));
        var id = await app.Reading(db => db.Set<ImportBatch>().Where(b => b.File == "缺单位.csv").Select(b => b.Id).SingleAsync());
        var trail = await app.Reading(db => db.Set<AuditEntry>().Where(e => e.SubjectId == id).Select(e => e.Changes).ToListAsync());
        Assert.Contains(trail, changes => changes!.Contains("Given 缺单位!单位", StringComparison.Ordinal) && changes.Contains("东江区", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_proposed_for_the_next_ledger_of_the_form_and_never_taken_by_itself()
    {
        const string ledger = "项目名称,落地区县,投资方\n提议{0}项目,东江区,甲公司\n";
        var clerk = await app.SignedInAs("district-clerk");
        var first = await AtTheWizard.Upload(clerk, "Projects", "提议一.csv", Encoding.UTF8.GetBytes(ledger.Replace("{0}", "一", StringComparison.Ordinal)));
        var given = await first.Submit("form[action*='handler=Sheet']", ("Given[origin]", "国内省外"), ("Given[signed]", "2024-05-06"));
        await given.Submit("form[action*='handler=Apply']");
        var made = await app.Reading(db => db.Set<Project>().Where(p => p.Name == "提议一项目").Select(p => new { p.Origin, p.SignedOn }).SingleAsync());
        Assert.Equal((Origin.OtherProvince, new DateOnly(2024, 5, 6)), (made.Origin, made.SignedOn));
        var next = await AtTheWizard.Upload(clerk, "Projects", "提议二.csv", Encoding.UTF8.GetBytes(ledger.Replace("{0}", "二", StringComparison.Ordinal)));
        Assert.Equal(("", ""), (next.Field("Given[origin]"), next.Field("Given[signed]")));
        // the day is another one next time and is not even proposed
        Assert.Equal(["origin"], next.Document.QuerySelectorAll("button[name=Adopt]").Select(b => b.GetAttribute("value")!));
        var adopted = await next.Submit("form[action*='handler=Sheet']", ("Adopt", "origin"));
        Assert.Equal("国内省外", adopted.Field("Given[origin]"));
        await adopted.Submit("form[action*='handler=Apply']");
        made = await app.Reading(db => db.Set<Project>().Where(p => p.Name == "提议二项目").Select(p => new { p.Origin, p.SignedOn }).SingleAsync());
        Assert.Equal((Origin.OtherProvince, null), (made.Origin, made.SignedOn));
        // another unit knows nothing of it
        var other = await AtTheWizard.Upload(await app.SignedInAs("other-district-clerk"), "Projects", "提议三.csv", Encoding.UTF8.GetBytes(ledger.Replace("{0}", "三", StringComparison.Ordinal)));
        Assert.Empty(other.Document.QuerySelectorAll("button[name=Adopt]"));
    }

    [Fact]
    public async Task Is_judged_like_a_cell_and_only_where_one_value_can_hold_for_all()
    {
        var program = await AProgram.Of(app, "district-clerk");
        var check = await program.Upload("/api/imports/checks?kind=Projects", "统一.csv", Encoding.UTF8.GetBytes("项目名称,落地区县\n统一甲项目,东江区\n统一乙项目,东江区\n"));
        var refused = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", Given("name", "同名项目"), check.Tag);
        Assert.Equal((409, true), (refused.Status, refused.Text.Contains("“项目名称”每条记录各不相同，不能整份台账统一填", StringComparison.Ordinal)));
        var doubtful = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", Given("origin", "火星"), check.Tag);
        var sheet = doubtful.Body!["outcome"]!["sheets"]![0]!;
        Assert.Contains("不认识的资金来源“火星”", sheet["given"]![0]!["problem"]!.ToString(), StringComparison.Ordinal);
        var wrong = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", Given("signed", "去年"), doubtful.Tag);
        sheet = wrong.Body!["outcome"]!["sheets"]![0]!;
        Assert.Equal(("2", "2", "signed"), (sheet["refused"]!.ToString(), sheet["reasons"]![0]!["rows"]!.ToString(), sheet["reasons"]![0]!["key"]!.ToString()));
        var right = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", Given("signed", "2024-03-04"), wrong.Tag);
        var done = await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: right.Tag);
        var kept = await program.Get($"/api/imports/{done.Of("batch")}/given");
        Assert.Equal(("签约日期", "2024-03-04", "2"), (kept.Body!["items"]![0]!["name"]!.ToString(), kept.Body["items"]![0]!["text"]!.ToString(), kept.Body["items"]![0]!["rows"]!.ToString()));
        Assert.Equal(2, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name.StartsWith("统一") && p.SignedOn == new DateOnly(2024, 3, 4))));
    }

    private static JsonObject Given(string key, string text) => new()
    {
        ["sheets"] = new JsonArray(new JsonObject
        {
            ["name"] = "统一", ["skip"] = false, ["headerRow"] = null, ["year"] = null, ["moneyUnit"] = null, ["indicator"] = null, ["measure"] = null, ["columns"] = null,
            ["given"] = new JsonArray(new JsonObject { ["key"] = key, ["text"] = text }),
        }),
    };
}
