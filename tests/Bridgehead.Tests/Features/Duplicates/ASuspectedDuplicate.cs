using System.Net;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Duplicates;

[Trait("needs", "database")]
public sealed class ASuspectedDuplicate(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_shown_while_typing_and_holds_the_save_until_a_reason_is_given()
    {
        await Standing("锂云母综合利用项目", "east", "宜川锂业有限公司");
        var clerk = await app.SignedInAs("district-clerk");
        var panel = await clerk.Open("/duplicates/possible?kind=project&Input.Name=" + Uri.EscapeDataString("锂云母综合利用（一期）"));
        Assert.Contains("锂云母综合利用项目", panel.Text, StringComparison.Ordinal);
        Assert.Contains("1级", panel.Text, StringComparison.Ordinal);
        var form = await clerk.Open("/projects/new");
        var refused = await form.Submit("main form", ("Input.Name", "锂云母综合利用（一期）"), ("Input.Contact", "王工"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("与已登记的“锂云母综合利用项目，", refused.Alert, StringComparison.Ordinal);
        Assert.Equal("王工", refused.Field("Input.Contact"));
        Assert.Equal(0, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name == "锂云母综合利用（一期）")));
        var saved = await refused.Submit("main form", ("Input.AsNew", "二次开发，另一条产线"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var pair = await PairOf("锂云母综合利用（一期）");
        Assert.Equal((true, DuplicateDecision.TrulyNew, "二次开发，另一条产线", "东江经办"), (pair.IsDecided, pair.Decision, pair.Reason, pair.DecidedByName));
        // decided once, it holds nobody up again
        var edit = await clerk.Open(saved.Address + "/edit");
        Assert.Equal(HttpStatusCode.OK, (await edit.Submit("main form", ("Input.Contact", "李工"))).Status);
    }

    [Fact]
    public async Task Of_another_unit_is_hinted_without_a_word_of_it()
    {
        await Standing("乌鲷鱼深加工园", "west", "金枪渔业集团", contact: "钱多多 13712345678", amount: 777_77m);
        string[] theirs = ["乌鲷鱼", "金枪", "钱多多", "13712345678", "77777", "西岭", "777,77"];
        var id = (await app.Reading(db => db.Set<Project>().SingleAsync(p => p.Name == "乌鲷鱼深加工园"))).Id.ToString();
        var clerk = await app.SignedInAs("district-clerk");
        var typed = Uri.EscapeDataString("乌鲷鱼深加工园");
        var panel = await clerk.Open("/duplicates/possible?kind=project&Input.Name=" + typed);
        Assert.Contains("另一单位登记有疑似重复的记录（名称相同），请联系市局核对", panel.Text, StringComparison.Ordinal);
        var answer = await clerk.Http.GetStringAsync(new Uri("/api/duplicates/check?kind=project&name=" + typed, UriKind.Relative));
        Assert.Contains("\"hidden\":true", answer, StringComparison.Ordinal);
        foreach (var text in new[] { panel.Html, System.Text.RegularExpressions.Regex.Unescape(answer) })
            Assert.DoesNotContain(theirs.Append(id), word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        var form = await clerk.Open("/projects/new");
        var refused = await form.Submit("main form", ("Input.Name", "乌鲷鱼深加工园"));
        Assert.StartsWith("另一单位登记有疑似重复的项目（名称相同），没有保存。请联系市局核对", refused.Alert, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs[1..].Append(id), word => refused.Html.Contains(word, StringComparison.OrdinalIgnoreCase));
        await refused.Submit("main form", ("Input.AsNew", "自有渔场"));
        // the one who cannot see the other side does not decide: the bureau does
        var pair = await PairOf("乌鲷鱼深加工园", "east");
        Assert.Equal((false, "自有渔场"), (pair.IsDecided, pair.Claim));
        var queue = await clerk.Open("/duplicates");
        Assert.Contains("另一单位登记，请联系市局核对", queue.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs[1..].Append(id), word => queue.Html.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/duplicates/{pair.Id}")).Status);
        Assert.Contains("自有渔场", (await (await app.SignedInAs("clerk")).Open($"/duplicates/{pair.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_found_by_the_former_name_of_its_investor()
    {
        await app.Inside(async services =>
        {
            services.GetRequiredService<BridgeheadDb>().Add(new Bridgehead.Features.Enterprises.Enterprise("恒川新能源科技股份有限公司", new() { OtherNames = "老恒川蓄电池厂", CreditCode = CreditCode.Create(Code("91999999MA0000077")) }));
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
        });
        await Standing("钠离子电芯及储能系统集成制造基地", "east", "老恒川蓄电池厂");
        var clerk = await app.SignedInAs("district-clerk");
        var panel = await clerk.Open($"/duplicates/possible?kind=project&Input.Name={Uri.EscapeDataString("钠离子电芯和储能系统集成制造基地")}&Input.Investor={Uri.EscapeDataString("恒川新能源科技股份有限公司")}");
        Assert.Contains("2级", panel.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_in_the_queue_and_is_decided_once()
    {
        var (one, other) = (await Standing("甘薯淀粉厂", "east", null), await Standing("甘薯淀粉厂建设项目", "east", null));
        await app.Inside(services => services.GetRequiredService<ScanDuplicates>().Run());
        var pair = await app.Reading(db => db.Set<DuplicatePair>().SingleAsync(p => p.FirstId == one && p.SecondId == other));
        var clerk = await app.SignedInAs("district-clerk");
        Assert.Contains("甘薯淀粉厂", (await clerk.Open("/duplicates?state=open&level=1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("甘薯淀粉厂", (await (await app.SignedInAs("other-district-clerk")).Open("/duplicates")).Text, StringComparison.Ordinal);
        var page = await clerk.Open($"/duplicates/{pair.Id}");
        var refused = await page.Submit("main form[method=post]", ("decision", "Ignored"));
        Assert.Equal("忽略或视为新项目必须写明理由", refused.Alert);
        await refused.Submit("main form[method=post]", ("decision", "Ignored"), ("reason", "两个标段"));
        var decided = await app.Reading(db => db.Set<DuplicatePair>().SingleAsync(p => p.Id == pair.Id));
        Assert.Equal((DuplicateDecision.Ignored, "两个标段"), (decided.Decision, decided.Reason));
        // looking again finds nothing new
        await app.Inside(async services => Assert.Equal(0, await services.GetRequiredService<ScanDuplicates>().Run()));
    }

    [Fact]
    public async Task Of_an_enterprise_holds_the_save_and_a_telephone_number_comes_beside_the_address()
    {
        var clerk = await app.SignedInAs("clerk");
        var form = await clerk.Open("/enterprises/new");
        Assert.Equal(HttpStatusCode.OK, (await form.Submit("main form", ("Input.Name", "翠湖精工有限公司"), ("Input.OtherNames", "湖光机床厂"), ("Input.Phone", "13877776666"))).Status);
        var refused = await (await clerk.Open("/enterprises/new")).Submit("main form", ("Input.Name", "湖光机床厂有限公司"));
        Assert.StartsWith("与已登记的“翠湖精工有限公司”疑似重复（名称相同）", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await refused.Submit("main form", ("Input.AsNew", "另一家，同名"))).Status);
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri("/duplicates/possible?kind=enterprise&Input.Name=" + Uri.EscapeDataString("毫不相干的公司"), UriKind.Relative));
        ask.Headers.Add("Typed-Phones", Uri.EscapeDataString("王工 138 7777 6666"));
        using var answer = await clerk.Http.SendAsync(ask);
        Assert.Contains("同一电话", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("Phone", CheckedForm.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact", CheckedForm.Fields, StringComparison.Ordinal);
    }

    private async Task<DuplicatePair> PairOf(string name, string unit = "east") => await app.Reading(async db =>
    {
        var owner = (await db.Set<Bridgehead.Features.Organisations.Unit>().SingleAsync(u => u.Code == unit)).Id;
        var id = (await db.Set<Project>().SingleAsync(p => p.Name == name && p.UnitId == owner)).Id;
        return await db.Set<DuplicatePair>().SingleAsync(p => p.SecondId == id);
    });

    private async Task<Guid> Standing(string name, string unit, string? investor, string? contact = null, decimal? amount = null)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var owner = (await services.GetRequiredService<ScopedUnits>().Named(unit))!;
            id = (await services.GetRequiredService<OpenProject>().Run(new ProjectFacts
            { Name = name, UnitId = owner.Id, Investor = investor, Contact = contact, Amount = amount is { } wan ? Money.FromWan(wan) : null }, Stage.Called("lead")!)).Id;
        });
        return id;
    }

    private static string Code(string first) => first + CreditCode.CheckCharacter(first + "0");
}
