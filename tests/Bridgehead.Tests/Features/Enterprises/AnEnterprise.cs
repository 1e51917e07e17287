using System.Net;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Enterprises;

[Trait("needs", "database")]
public sealed class AnEnterprise(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Says_of_each_content_where_it_came_from()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Register(clerk, "来源清楚有限公司", ("Input.Industry", "汽车制造业"), ("Input.LegalRepresentative", "张三"));
        Assert.Contains("人工录入 · 东江经办", Content(shown, "法定代表人"), StringComparison.Ordinal);
        var form = await clerk.Open(shown.Address + "/edit");
        shown = await form.Submit("main form", ("Input.Standing", "注销"), ("Input.Source", "市市场监督管理局"));
        Assert.Contains("部门共享 · 市市场监督管理局", Content(shown, "登记状态"), StringComparison.Ordinal);
        Assert.Contains("人工录入 · 东江经办", Content(shown, "法定代表人"), StringComparison.Ordinal);
        Assert.Contains("C36 汽车制造业", Content(shown, "行业"), StringComparison.Ordinal);
        Assert.Contains("由市市场监督管理局共享", (await clerk.Open(shown.Address + "/edit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_found_by_the_name_it_had()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Register(clerk, "东江旧名机械有限公司");
        shown = await (await clerk.Open(shown.Address + "/edit")).Submit("main form", ("Input.Name", "东江新称装备有限公司"));
        Assert.Contains("曾用名东江旧名机械有限公司", shown.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        shown = await shown.Submit("form[action*='handler=Name']", ("name.Name", "东新重装"), ("name.Kind", "Abbreviation"), ("name.From", "2025-01-01"));
        foreach (var typed in new[] { "旧名机械", "djjm", "东新重装", "新称" })
            Assert.Contains("东江新称装备有限公司", (await clerk.Open("/enterprises?q=" + Uri.EscapeDataString(typed))).Text, StringComparison.Ordinal);
        var again = await shown.Submit("form[action*='handler=Name']", ("name.Name", "东新重装"));
        Assert.Equal("“东新重装”已经登记为这家企业的名称", again.Alert);
        var left = await (await shown.Submit("form[action*='Unname']")).Submit("form[action*='Unname']");
        Assert.DoesNotContain("旧名机械", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("新称", (await clerk.Open("/enterprises?q=" + Uri.EscapeDataString("旧名机械"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_owned_by_itself_however_long_the_chain()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var (a, b, c) = ((await Register(clerk, "循环甲有限公司")).Address, (await Register(clerk, "循环乙有限公司")).Address, (await Register(clerk, "循环丙有限公司")).Address);
        Assert.Equal(HttpStatusCode.OK, (await Own(clerk, b, "循环甲有限公司", "60")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Own(clerk, c, "循环乙有限公司", "60")).Status);
        Assert.Equal("登记后会形成循环持股：循环甲有限公司 → 循环乙有限公司 → 循环丙有限公司 → 循环甲有限公司，请核对股东", (await Own(clerk, a, "循环丙有限公司", "10")).Alert);
        Assert.Contains("企业不能是自己的股东", (await Own(clerk, a, "循环甲有限公司", "10")).Alert, StringComparison.Ordinal);
        Assert.Equal("股东持股合计超过100%，还可登记40%，请核对其他股东的比例", (await Own(clerk, b, "别人", "40.000001", ("Input.Kind", "Person"))).Alert);
        Assert.Equal(HttpStatusCode.OK, (await Own(clerk, b, "别人", "40", ("Input.Kind", "Person"))).Status);
        Assert.Equal("请填写境外投资者的国家或地区，最终投资来源地按此统计", (await Own(clerk, a, "Somebody Ltd", "10", ("Input.Kind", "Foreign"))).Alert);
        // 60 % × 60 % = 36 %
        Assert.Contains("此路径折算36%", (await clerk.Open(c + "/owners")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_a_project_of_two_of_its_group_once()
    {
        var clerk = await app.SignedInAs("clerk");
        var (head, firm) = (await Register(clerk, "合计集团有限公司"), await Register(clerk, "合计精密机械有限公司"));
        await Own(clerk, firm.Address, "合计集团有限公司", "100");
        await app.Inside(async services =>
        {
            var east = (await services.GetRequiredService<ScopedUnits>().Named("east"))!;
            var open = services.GetRequiredService<OpenProject>();
            // investor and company are both of the group; another project is the investor's alone: 1 亿 + 0.5 亿 = 1.5 亿 in two projects
            await open.Run(new ProjectFacts { Name = "共同项目", UnitId = east.Id, Investor = "合计集团有限公司", Company = "合计精密机械有限公司", Amount = Money.FromYi(1) }, Stage.Called("lead")!);
            await open.Run(new ProjectFacts { Name = "单独项目", UnitId = east.Id, Investor = "合计集团有限公司", Amount = Money.FromYi(0.5m) }, Stage.Called("lead")!);
        });
        var owners = await clerk.Open(firm.Address + "/owners");
        Assert.Equal(["2", "0", "1.5亿元"], owners.Document.QuerySelectorAll("tfoot")[^1].QuerySelectorAll("td.num").Select(c => c.TextContent.Trim()));
        Assert.Contains("合计集团有限公司", owners.Of(".figures"), StringComparison.Ordinal);
        // whoever may not see the project does not see it here
        var other = await app.SignedInAs("other-district-clerk");
        Assert.DoesNotContain("共同项目", (await other.Open(head.Address + "/history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1.5亿元", (await other.Open(firm.Address + "/owners")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_its_past_in_order_and_each_event_once_over_the_pages()
    {
        var clerk = await app.SignedInAs("clerk");
        var shown = await Register(clerk, "经过有限公司");
        var id = Guid.Parse(shown.Address.Split('/')[2]);
        await app.Inside(async services =>
        {
            var (db, open, scope) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<OpenProject>(), services.GetRequiredService<ScopedUnits>());
            var project = await open.Run(new ProjectFacts { Name = "经过项目", UnitId = (await scope.Named("east"))!.Id, Investor = "经过有限公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromYi(1), SignedOn = new DateOnly(2025, 5, 5) }, Stage.Called("signed")!);
            for (var i = 0; i < 70; i++) await open.Move(project, Stage.Called(i % 2 == 0 ? "suspended" : "signed")!, $"第{i}次");
            for (var i = 0; i < 70; i++) await services.GetRequiredService<CheckEnterprise>().Record(id, new CheckInput { Item = "ownership", Result = DiligenceResult.Ok, Evidence = "公示系统", On = new DateOnly(2025, 1, 1).AddDays(i % 9) });
        });
        var (seen, days) = (new List<string>(), new List<string>());
        for (var address = shown.Address + "/history"; address is not null;)
        {
            var page = await clerk.Open(address);
            seen.AddRange(page.Document.QuerySelectorAll(".timeline ul li").Select(l => l.TextContent.Trim()));
            days.AddRange(page.Document.QuerySelectorAll(".timeline time").Select(t => t.TextContent));
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(70, seen.Count(s => s.Contains('第', StringComparison.Ordinal) && s.Contains('次', StringComparison.Ordinal)));
        Assert.Equal(70, seen.Where(s => s.Contains('第', StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(70, seen.Count(s => s.StartsWith("尽调", StringComparison.Ordinal)));
        Assert.Single(seen, s => s.Contains("签订协议，协议投资额10,000万元", StringComparison.Ordinal));
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public async Task That_contradicts_itself_is_listed_until_answered_or_put_right()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Register(clerk, "自称国有有限公司", ("Input.Kind", "国有企业"));
        Assert.Contains("自称国有", (await clerk.Open("/enterprises/contradictions")).Text, StringComparison.Ordinal);
        Assert.Contains("自称国有有限公司", (await clerk.Open("/enterprises?contradictions=true")).Text, StringComparison.Ordinal);
        var answered = await (await clerk.Open(shown.Address + "/diligence")).Submit("form[action*='Answer']", ("input.Answer", "国资委批复的混改企业，批文已存"));
        Assert.Contains("国资委批复的混改企业", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("自称国有有限公司", (await clerk.Open("/enterprises/contradictions")).Text, StringComparison.Ordinal);
        // putting it right in the chain takes it away altogether
        var other = await Register(clerk, "真国企有限公司", ("Input.Kind", "国有企业"));
        Assert.Contains("真国企有限公司", (await clerk.Open("/enterprises/contradictions")).Text, StringComparison.Ordinal);
        await Own(clerk, other.Address, "东江区国资委", "100", ("Input.Kind", "StateOrgan"));
        Assert.DoesNotContain("真国企有限公司", (await clerk.Open("/enterprises/contradictions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_listed_by_place_industry_and_state_and_taken_out_masked()
    {
        var clerk = await app.SignedInAs("clerk");
        await Register(clerk, "深圳筛选电池有限公司", ("Input.Region", "广东省深圳市南山区"), ("Input.Industry", "C3841"), ("Input.Standing", "存续"), ("Input.LegalRepresentative", "赵导出"), ("Input.Phone", "13600001111"));
        await Register(clerk, "东坡筛选食品有限公司", ("Input.Region", "四川省眉山市东坡区"), ("Input.Industry", "食品制造业"), ("Input.Standing", "注销"));
        foreach (var (filter, first, second) in new[] { ("region=440000", true, false), ("region=" + Uri.EscapeDataString("深圳市"), true, false), ("region=511402", false, true), ("industry=C38", true, false), ("industry=C", true, true), ("industry=14", false, true), ("state=Cancelled", false, true) })
        {
            var text = (await clerk.Open("/enterprises?" + filter)).Text;
            Assert.True(text.Contains("深圳筛选", StringComparison.Ordinal) == first && text.Contains("东坡筛选", StringComparison.Ordinal) == second, filter);
        }
        using var file = await clerk.Http.GetAsync(new Uri("/enterprises/export?region=440000", UriKind.Relative));
        using var book = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cells = await sheet.ReadToEndAsync();
        Assert.Contains("深圳筛选电池有限公司", cells, StringComparison.Ordinal);
        Assert.DoesNotContain("赵导出", cells, StringComparison.Ordinal);
        Assert.DoesNotContain("13600001111", cells, StringComparison.Ordinal);
        Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "enterprises.export")));
    }

    private static string Content(Shown shown, string name)
    {
        var term = shown.Document.QuerySelectorAll("dt").First(t => t.TextContent.Trim() == name);
        return string.Join(' ', term.NextElementSibling!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<Shown> Register(Visitor visitor, string name, params (string, string)[] fields)
    {
        var shown = await (await visitor.Open("/enterprises/new")).Submit("main form", [("Input.Name", name), .. fields]);
        Assert.True(shown.Status == HttpStatusCode.OK, shown.Alert);
        return shown;
    }

    private static async Task<Shown> Own(Visitor visitor, string enterprise, string owner, string percent, params (string, string)[] more) =>
        await (await visitor.Open(enterprise + "/owners/new")).Submit("main form", [("Input.Owner", owner), ("Input.Percent", percent), .. more]);
}
