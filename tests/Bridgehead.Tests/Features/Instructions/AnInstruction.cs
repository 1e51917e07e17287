using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bridgehead.Features.Instructions;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Doors;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Instructions;

/// <summary>A leader's instruction: written on what was seen, answered by whom it is for, judged by whom wrote it.</summary>
[Trait("needs", "database")]
public sealed class AnInstruction(AccessApp app) : IClassFixture<AccessApp>
{
    private readonly Scene scene = new(app);

    [Fact]
    public async Task Goes_from_the_page_of_a_project_through_answer_return_and_answer_to_its_close()
    {
        var project = await scene.Project();
        var (leader, district) = (await app.SignedInAs("leader"), await app.SignedInAs("district-clerk"));
        var tab = await leader.Open($"/projects/{project}/instructions");
        var form = await leader.Open(tab.Document.QuerySelector(".page-top .actions a")!.GetAttribute("href")!);
        Assert.Equal("east", form.Field("Input.ToUnit"));
        var given = await form.Submit("main form", ("Input.Text", "请核实用地手续，并报开工日期。"), ("Input.DueOn", Day(7)));
        Assert.Equal("请核实用地手续，并报开工日期。", given.Of(".instruction-text"));
        var shown = await district.Open("/instructions");
        Assert.Contains("请核实用地手续", shown.Text, StringComparison.Ordinal);
        var page = await district.Open(given.Address);
        page = await page.Submit("form[action*=Accept]");
        Assert.Contains("办理中", page.Of(".page-top"), StringComparison.Ordinal);
        page = await page.Submit("form[action*=Answer]", [("Input.Text", "用地已批，十二月开工。")], [("file", "批复.pdf", Scene.Pdf())]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("批复.pdf", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Answer]"));
        var judged = await (await leader.Open(given.Address)).Submit("form[action*=Return]", ("Return.Text", "请附施工许可。"));
        Assert.Contains("退回再办", judged.Of(".page-top"), StringComparison.Ordinal);
        page = await (await district.Open(given.Address)).Submit("form[action*=Answer]", ("Input.Text", "施工许可已附。"));
        judged = await (await leader.Open(given.Address)).Submit("form[action*=Close]", ("remark", "同意"));
        Assert.Contains("已办结", judged.Of(".page-top"), StringComparison.Ordinal);
        Assert.Equal(["作出批示", "办理中", "已答复", "退回再办", "已答复", "已办结"], judged.Document.QuerySelectorAll("ol.history strong").Select(s => s.TextContent));
        Assert.DoesNotContain("请核实用地手续", (await district.Open("/instructions")).Text, StringComparison.Ordinal);
        Assert.Contains("请核实用地手续", (await district.Open("/instructions?list=Mine&state=Closed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_figure_keeps_what_it_was_then_and_shows_what_it_is_now()
    {
        await scene.Batch();
        var before = await Arrived();
        var leader = await app.SignedInAs("leader");
        var figure = await leader.Open("/figures?unit=east&indicator=arrived-funds&from=2026-01&to=2026-01");
        var form = await leader.Open(figure.Document.QuerySelector("#instructions a.btn")!.GetAttribute("href")!);
        var given = await form.Submit("main form", ("Input.Text", "进度慢了，请说明原因。"), ("Input.ToUnit", "east"), ("Input.DueOn", Day(3)));
        Assert.Equal(HttpStatusCode.OK, given.Status);
        await scene.Batch();
        var id = Guid.Parse(given.Address.Split('/')[^1].Split('?')[0]);
        Assert.Equal(before, await app.Reading(db => db.Set<Instruction>().Where(i => i.Id == id).Select(i => i.Seen).SingleAsync()));
        Assert.Equal(before + 12345, await Arrived());
        Assert.Contains("进度慢了，请说明原因。", (await leader.Open("/figures?unit=east&indicator=arrived-funds&from=2026-01&to=2026-03")).Of("#instructions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_answered_by_nobody_else_and_closed_only_by_whom_wrote_it()
    {
        var id = await scene.Instruction();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("other-district-clerk")).Open($"/instructions/{id}")).Status);
        var bureau = await app.SignedInAs("clerk");
        var page = await bureau.Open($"/instructions/{id}");
        Assert.Null(page.Document.QuerySelector("main form"));
        using var answer = await Send(bureau, $"/api/instructions/{id}/answer", 1, new { text = "代答" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("您不能代为答复", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var early = await Send(await app.SignedInAs("leader"), $"/api/instructions/{id}/closing", 1, new { });
        Assert.Contains("还没有答复就办结，请写明原因", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var empty = await Send(await app.SignedInAs("leader"), $"/api/instructions/{id}/closing", 1, null);
        Assert.InRange((int)empty.StatusCode, 400, 422);
    }

    [Fact]
    public async Task Stands_out_once_its_day_is_over_until_it_is_answered()
    {
        var id = await scene.Instruction();
        app.Clock.Pass(TimeSpan.FromDays(25));
        var page = await (await app.SignedInAs("leader")).Open($"/instructions/{id}");
        Assert.Contains("逾期", page.Of(".page-top"), StringComparison.Ordinal);
        var list = await (await app.SignedInAs("district-clerk")).Open("/instructions?list=Mine&overdue=true");
        Assert.Contains($"/instructions/{id}", list.Html, StringComparison.Ordinal);
        page = await (await (await app.SignedInAs("district-clerk")).Open($"/instructions/{id}")).Submit("form[action*=Answer]", ("Input.Text", "已核实"));
        Assert.DoesNotContain("逾期", page.Of(".page-top"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_day_to_come_and_somebody_who_can_answer()
    {
        var project = await scene.Project();
        var form = await (await app.SignedInAs("leader")).Open($"/instructions/new?project={project}");
        var refused = await form.Submit("main form", ("Input.Text", "请核实"), ("Input.DueOn", Day(-1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("办理期限不能早于今天", refused.Text, StringComparison.Ordinal);
        Assert.Equal("请核实", refused.Document.QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        using var nobody = await Send(await app.SignedInAs("leader"), "/api/instructions", null, new { project, text = "请核实", toUnit = "auditors", dueOn = Day(5) });
        Assert.Contains("没有可以答复批示的账号", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Day(int ahead) => app.Clock.GetUtcNow().AddHours(8).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<long?> Arrived()
    {
        long? value = null;
        await app.Inside(async services => value = (await services.GetRequiredService<Bridgehead.Features.Ledger.AskFigure>().Run(
            new Bridgehead.Features.Ledger.FigureInput { Unit = "east", Indicator = "arrived-funds", From = "2026-01", To = "2026-01" })).Whole.Value);
        return value;
    }

    private static async Task<HttpResponseMessage> Send(Visitor by, string address, long? version, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body is null ? new StringContent("", System.Text.Encoding.UTF8, "application/json") : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (version is { } v) request.Headers.TryAddWithoutValidation("If-Match", $"\"{v.ToString(CultureInfo.InvariantCulture)}\"");
        return await by.Http.SendAsync(request);
    }
}
