using System.Net;
using Bridgehead.Features.Agreements;
using Bridgehead.Tests.Doors;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Agreements;

[Trait("needs", "database")]
public sealed class AnAgreement(TestApp app) : IClassFixture<TestApp>
{
    private readonly Scene scene = new(app);

    [Fact]
    public async Task Is_drafted_signed_amended_and_kept_with_each_version_readable()
    {
        var (clerk, project) = (await app.SignedInAs("district-clerk"), await scene.Project());
        var draft = await Drafted(clerk, project, "东招协〔2024〕1号");
        await Add(clerk, draft.Address, "investment", "5000", "2025-12-31");
        await Add(clerk, draft.Address, "start", "", "2024-09-30");
        draft = await Add(clerk, draft.Address, "jobs", "200", "2026-06-30");
        Assert.Contains("≥ 5,000万元", draft.Text, StringComparison.Ordinal);
        var tab = await draft.Submit("form[action*='Sign']", ("signedOn", "2024-03-01"));
        Assert.EndsWith($"/projects/{project}/agreement", tab.Address, StringComparison.Ordinal);
        Assert.Contains("第1版，2024-03-01签订", tab.Text, StringComparison.Ordinal);
        Assert.Contains("逾期未兑现", tab.Text, StringComparison.Ordinal);

        var signed = await clerk.Open(draft.Address);
        Assert.Empty(signed.Document.QuerySelectorAll("form[action*='Drop'], form[action*='Sign']"));
        var next = await signed.Submit("form[action*='Supplement']", ("number", "东招协〔2024〕1号补1"));
        var start = next.Document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("开工", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        next = await (await clerk.Open(start)).Submit("main form[method=post]", ("Input.DueOn", "2025-03-31"));
        next = await Add(clerk, next.Address, "deposit", "50", "2024-12-31");
        var jobs = next.Document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("就业人数", StringComparison.Ordinal)).QuerySelector("form")!;
        jobs.Id = "jobs";
        next = await next.Submit("#jobs");
        Assert.Contains("承诺期限：2024-09-30 → 2025-03-31", next.Text, StringComparison.Ordinal);
        Assert.Contains("其余1条未变", next.Text, StringComparison.Ordinal);
        Assert.Equal(["新增", "变更", "已取消"], next.Document.QuerySelectorAll("td .chip").Select(c => c.TextContent).ToArray());
        tab = await next.Submit("form[action*='Sign']", ("signedOn", "2024-08-15"));
        Assert.Contains("履约保证金", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("就业人数", tab.Text, StringComparison.Ordinal);
        signed = await clerk.Open(draft.Address);
        Assert.Contains("就业人数", signed.Text, StringComparison.Ordinal);
        Assert.Contains("2024-09-30", signed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-03-31", signed.Text, StringComparison.Ordinal);
        // the version before is closed for good: it cannot be amended a second time beside the next one
        Assert.Empty(signed.Document.QuerySelectorAll("form[action*='Supplement']"));
    }

    [Fact]
    public async Task Proposes_the_usual_promises_of_its_branch()
    {
        var (clerk, project) = (await app.SignedInAs("district-clerk"), await scene.Project());
        var draft = await Drafted(clerk, project, "带入", ("Input.Template", "Secondary"));
        Assert.Contains("共15条", draft.Text, StringComparison.Ordinal);
        Assert.Contains("≥ 150万元/亩", draft.Text, StringComparison.Ordinal);
        Assert.Contains("≥ 8万元/亩", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_intent_puts_no_promise_in_force()
    {
        var (clerk, project) = (await app.SignedInAs("district-clerk"), await scene.Project());
        var draft = await Drafted(clerk, project, "框架", ("Input.Kind", "Framework"));
        draft = await Add(clerk, draft.Address, "investment", "1.2亿", "2027-12-31");
        var tab = await draft.Submit("form[action*='Sign']", ("signedOn", "2024-03-01"));
        Assert.Contains("意向，不计入兑现", tab.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.Reading(db => db.Set<StandingPromise>().CountAsync(s => s.ProjectId == project)));
    }

    [Fact]
    public async Task Without_a_promise_is_not_signed_and_says_why()
    {
        var (clerk, project) = (await app.SignedInAs("district-clerk"), await scene.Project());
        var refused = await (await Drafted(clerk, project, "空")).Submit("form[action*='Sign']", ("signedOn", "2024-03-01"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "协议还没有一条承诺，请先录入再签订"), (refused.Status, refused.Alert));
    }

    [Fact]
    public async Task And_its_promises_are_not_there_for_another_district()
    {
        var line = await scene.StandingPromise();
        var (project, agreement) = await app.Reading(async db =>
        {
            var standing = await db.Set<StandingPromise>().SingleAsync(s => s.Id == line);
            return (standing.ProjectId, standing.AgreementId);
        });
        var (other, own) = (await app.SignedInAs("other-district-clerk"), await app.SignedInAs("district-clerk"));
        foreach (var address in new[] { $"/projects/{project}/agreement", $"/agreements/{agreement}", $"/promises/{line}", $"/api/promises/{line}", $"/api/agreements/{agreement}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await own.Open(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Open(address)).Status);
        }
        Assert.Contains(line.ToString(), (await own.Open("/agreements/promises?state=All")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(line.ToString(), (await other.Open("/agreements/promises?state=All")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_waived_only_by_somebody_else_than_who_asked()
    {
        var (reviewer, line) = (await app.SignedInAs("district-reviewer"), await scene.StandingPromise());
        var shown = await (await reviewer.Open($"/promises/{line}")).Submit("form[action*='Ask']", ("reason", "国土空间规划调整"));
        Assert.Contains("豁免须由申请人以外的审核人审定", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("form[action*='Decide']"));
        var version = await app.Reading(db => db.Set<StandingPromise>().Where(s => s.Id == line).Select(s => s.Version).SingleAsync());
        using var own = await (await Sender.Of(app, "district-reviewer")).Send(new Sending("POST", $"/api/promises/{line}/waiver/decision") { Fields = [("grant", true)], Version = version });
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        shown = await (await app.SignedInAs("reviewer")).Open($"/promises/{line}");
        shown = await shown.Submit("form[action*='Decide']", ("grant", "true"));
        Assert.Contains("已豁免", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_how_far_a_promise_is_kept_with_its_document()
    {
        var (clerk, line) = (await app.SignedInAs("district-clerk"), await scene.StandingPromise());
        var shown = await (await clerk.Open($"/promises/{line}")).Submit("form[action*='Record']",
            [("Input.On", "2024-06-01"), ("Input.Reached", "2000"), ("Input.Document", "进账单1号")], [("file", "进账单.pdf", Scene.Pdf())]);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("40%", shown.Text, StringComparison.Ordinal);
        Assert.Contains("进账单.pdf", shown.Text, StringComparison.Ordinal);
        var refused = await shown.Submit("form[action*='Record']", ("Input.On", "2024-06-01"), ("Input.Reached", "很多"), ("Input.Document", "进账单2号"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("看不懂金额“很多”", refused.Text, StringComparison.Ordinal);
        Assert.Equal("进账单2号", refused.Field("Input.Document"));
        shown = await (await clerk.Open($"/promises/{line}")).Submit("form[action*='Withdraw']", ("reason", "重复登记"));
        Assert.Contains("已撤回", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("40%", shown.Text, StringComparison.Ordinal);
    }

    private static async Task<Shown> Drafted(Visitor visitor, Guid project, string number, params (string, string)[] fields)
    {
        var form = await visitor.Open($"/projects/{project}/agreement/new");
        var shown = await form.Submit("main form", [("Input.Number", number), ("Input.Enterprise", "某某公司"), .. fields]);
        Assert.True(shown.Address.StartsWith("/agreements/", StringComparison.Ordinal), shown.Address + shown.Alert);
        return shown;
    }

    private static async Task<Shown> Add(Visitor visitor, string agreement, string kind, string promised, string due)
    {
        var form = await visitor.Open($"{agreement}/promise?kind={kind}");
        var shown = await form.Submit("main form[method=post]", promised.Length == 0 ? [("Input.DueOn", due)] : [("Input.Promised", promised), ("Input.DueOn", due)]);
        Assert.True(shown.Address == agreement, shown.Text);
        return shown;
    }
}
