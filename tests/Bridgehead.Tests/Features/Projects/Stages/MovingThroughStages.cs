using System.Net;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>Through the door: what is missing is named, handed in, asked for by one and let in by another; back, aside and past a gate only with a reason.</summary>
[Trait("needs", "database")]
public sealed class MovingThroughStages(TestApp app) : IClassFixture<TestApp>
{
    private static readonly (string, string)[] UpToSigning =
    [
        ("Input.Investor", "某集团"), ("Input.Origin", "OtherProvince"), ("Input.Branch", "Secondary"), ("Input.Amount", "2亿"), ("Input.SignedOn", "2025-03-01"),
    ];

    [Fact]
    public async Task Names_what_is_missing_takes_it_in_asks_and_is_let_in_by_another()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "四眼项目", [("Input.Stage", "talks"), .. UpToSigning]);
        // talks → review: nothing missing, an approval needed
        shown = await shown.Submit("form[action*='Move']", ("stage", "review"));
        Assert.Equal(("在谈", 3), await At("四眼项目"));
        Assert.Null(shown.Document.QuerySelector("form[action*='Decide']"));
        var reviewer = await app.SignedInAs("district-reviewer");
        Assert.Contains("四眼项目", (await reviewer.Open("/stages/requests")).Text, StringComparison.Ordinal);
        await (await reviewer.Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "true"));
        Assert.Equal(("预审", null), await At("四眼项目"));
        // review → signed: two documents
        shown = await clerk.Open(shown.Address);
        Assert.Contains("还缺： 投资协议、公平竞争审查结论", shown.Text, StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("section.next > form[action*='Move']"));
        var refused = await shown.Submit("details form[action*='Move']", ("stage", "signed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("“签约”阶段还缺：投资协议、公平竞争审查结论", refused.Alert);
        shown = await AGate.HandInAll(await clerk.Open(shown.Address));
        Assert.Contains("需要的内容已齐", shown.Text, StringComparison.Ordinal);
        Assert.Contains("东江审核", shown.Text, StringComparison.Ordinal);
        shown = await shown.Submit("section.next > form[action*='Move']", ("stage", "signed"));
        var back = await (await reviewer.Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "false"));
        Assert.Equal("退回申请必须写明理由，让提交人知道补什么", back.Alert);
        await (await reviewer.Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "false"), ("reason", "协议缺骑缝章"));
        shown = await clerk.Open(shown.Address);
        Assert.Contains("协议缺骑缝章", shown.Text, StringComparison.Ordinal);
        shown = await shown.Submit("section.next > form[action*='Move']", ("stage", "signed"));
        await (await reviewer.Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "true"));
        Assert.Equal(("签约", null), await At("四眼项目"));
        Assert.Contains("东江审核同意 预审 → 签约", (await clerk.Open(shown.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_never_decided_by_the_person_who_asked()
    {
        var reviewer = await app.SignedInAs("district-reviewer");
        var shown = await Open(reviewer, "自提自批", [("Input.Stage", "talks"), .. UpToSigning]);
        shown = await shown.Submit("form[action*='Move']", ("stage", "review"));
        Assert.Null(shown.Document.QuerySelector("form[action*='Decide']"));
        var request = await app.Reading(db => db.Set<StageRequest>().Where(r => r.State == RequestState.Pending && db.Set<Project>().Any(p => p.Id == r.ProjectId && p.Name == "自提自批")).SingleAsync());
        using var own = await Api(reviewer, "POST", $"/api/stage-requests/{request.Id}/decision", """{"approve":true}""", 1);
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Contains("提交人不能审批自己提交的申请", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var clerk = await Api(await app.SignedInAs("district-clerk"), "POST", $"/api/stage-requests/{request.Id}/decision", """{"approve":true}""", 1);
        Assert.Equal(HttpStatusCode.Forbidden, clerk.StatusCode);
        using var elsewhere = await Api(await app.SignedInAs("other-district-clerk"), "DELETE", $"/api/stage-requests/{request.Id}", null, 1);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var bureau = await Api(await app.SignedInAs("reviewer"), "POST", $"/api/stage-requests/{request.Id}/decision", """{"approve":true}""", 1);
        Assert.Equal(HttpStatusCode.OK, bureau.StatusCode);
        Assert.Equal(("预审", null), await At("自提自批"));
    }

    [Fact]
    public async Task Checks_every_gate_on_the_way_when_stages_are_skipped()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "跳级项目", [("Input.Stage", "talks"), .. UpToSigning, ("Input.StartedOn", "2025-05-01"), ("Input.StartKind", "Equipment"), ("Input.LandSupply", "Leased")]);
        var refused = await shown.Submit("details form[action*='Move']", ("stage", "started"));
        Assert.Equal("“签约”阶段还缺：投资协议、公平竞争审查结论、项目公司、营业执照、备案证、厂房租购合同、设备购置合同、现场照片", refused.Alert);
        Assert.Equal(("在谈", null), await At("跳级项目"));
    }

    [Fact]
    public async Task Goes_over_a_gate_only_by_the_bureau_with_a_reason_that_stands_out()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "特批项目", [("Input.Stage", "talks"), .. UpToSigning]);
        foreach (var persona in new[] { "district-clerk", "district-reviewer", "clerk" })
            Assert.Null((await (await app.SignedInAs(persona)).Open(shown.Address)).Document.QuerySelector("form[action*='Override']"));
        var id = await Id("特批项目");
        using var local = await Api(await app.SignedInAs("district-reviewer"), "POST", $"/api/projects/{id}/override", """{"stage":"signed","reason":"急"}""", 1);
        Assert.Equal(HttpStatusCode.Conflict, local.StatusCode);
        using var bureau = await Api(await app.SignedInAs("reviewer"), "POST", $"/api/projects/{id}/override", """{"stage":"signed","reason":"市委专题会议定"}""", 1);
        Assert.Equal(HttpStatusCode.OK, bureau.StatusCode);
        shown = await clerk.Open(shown.Address);
        var entry = shown.Document.QuerySelector("li.overridden")!.TextContent;
        foreach (var said in new[] { "在谈", "签约", "特批放行", "市委专题会议定", "当时缺：投资协议、公平竞争审查结论" }) Assert.Contains(said, entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_back_only_with_a_reason_and_by_another()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "倒退项目", [("Input.Stage", "signed"), .. UpToSigning]);
        Assert.Contains("补录", shown.Text, StringComparison.Ordinal);
        Assert.Equal("退回或转入“在谈”必须写明理由", (await shown.Submit("details form[action*='Move']", ("stage", "talks"))).Alert);
        shown = await (await clerk.Open(shown.Address)).Submit("details form[action*='Move']", ("stage", "talks"), ("reason", "投资方变更"));
        Assert.Equal(("签约", 2), await At("倒退项目"));
        await (await (await app.SignedInAs("district-reviewer")).Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "true"));
        Assert.Equal(("在谈", null), await At("倒退项目"));
        Assert.Contains("签约 → 在谈 倒退 投资方变更", (await clerk.Open(shown.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pauses_with_its_clock_and_comes_back_to_the_stage_it_left()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "暂缓项目", [("Input.Stage", "talks"), .. UpToSigning]);
        shown = await shown.Submit("details form[action*='Move']", ("stage", "suspended"), ("reason", "等待能耗指标"));
        await (await (await app.SignedInAs("reviewer")).Open(shown.Address)).Submit("form[action*='Decide']", ("approve", "true"));
        var paused = await app.Reading(db => db.Set<Project>().SingleAsync(p => p.Name == "暂缓项目"));
        Assert.Equal((90, 2, null), (paused.StageOrder, paused.Reached, paused.DueOn));
        shown = await clerk.Open(shown.Address);
        using var elsewhere = await Api(clerk, "POST", $"/api/projects/{paused.Id}/stage", """{"stage":"signed"}""", paused.Version);
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.StatusCode);
        shown = await shown.Submit("section.next > form[action*='Move']", ("stage", "talks"));
        Assert.Equal(("在谈", null), await At("暂缓项目"));
        Assert.NotNull((await app.Reading(db => db.Set<Project>().SingleAsync(p => p.Name == "暂缓项目"))).DueOn);
    }

    [Fact]
    public async Task Keeps_the_papers_a_passed_gate_rests_on()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await AGate.HandInAll(await Open(clerk, "依据项目", [("Input.Stage", "signed"), .. UpToSigning, ("Input.Company", "某公司")]));
        shown = await shown.Submit("section.next > form[action*='Move']", ("stage", "registered"));
        Assert.Equal(("注册", null), await At("依据项目"));
        Assert.False(await app.Reading(db => db.Set<Project>().Where(p => p.Name == "依据项目").Select(p => p.LateEntry).SingleAsync()));
        var refused = await shown.Submit("form[action*='TakeOff']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("不能取下", refused.Alert, StringComparison.Ordinal);
        var form = await clerk.Open(shown.Address.Split('#')[0] + "/edit");
        Assert.Equal("“注册”阶段还缺：项目公司", (await form.Submit("main form", ("Input.Company", ""))).Alert);
    }

    [Fact]
    public async Task Shows_the_dates_of_departments_side_by_side_with_their_source()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "部门时间项目", UpToSigning);
        shown = await shown.Submit("form[action*='Date']", ("milestone", "Started"), ("department", "DevelopmentReform"), ("on", "2025-04-01"), ("source", "发改调度表"));
        shown = await shown.Submit("form[action*='Date']", ("milestone", "Started"), ("department", "Industry"), ("on", "2025-04-20"), ("source", "经信月报"));
        foreach (var said in new[] { "2025-04-01", "发改调度表", "2025-04-20", "经信月报", "未入统" }) Assert.Contains(said, shown.Text, StringComparison.Ordinal);
        Assert.Equal("请写明部门日期的来源（文件、清单或系统），最多200个字", (await shown.Submit("form[action*='Date']", ("milestone", "InStatistics"), ("department", "Statistics"), ("on", "2025-06-01"))).Alert);
        shown = await (await clerk.Open(shown.Address)).Submit("form[action*='Date']", ("milestone", "InStatistics"), ("department", "Statistics"), ("on", "2025-06-01"), ("source", "直报平台"));
        Assert.Contains("已入统：", shown.Text, StringComparison.Ordinal);
    }

    private async Task<(string, int?)> At(string name)
    {
        var project = await app.Reading(db => db.Set<Project>().SingleAsync(p => p.Name == name));
        return (project.Stage.Name, project.PendingOrder);
    }

    private Task<Guid> Id(string name) => app.Reading(db => db.Set<Project>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync());

    private static async Task<Shown> Open(Visitor visitor, string name, (string, string)[] fields) =>
        await (await visitor.Open("/projects/new")).Submit("main form", [("Input.Name", name), .. fields]);

    private static async Task<HttpResponseMessage> Api(Visitor visitor, string method, string address, string? json, long version)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
