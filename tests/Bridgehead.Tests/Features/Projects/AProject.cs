using System.Net;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects;

[Trait("needs", "database")]
public sealed class AProject(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_opened_found_changed_and_moved()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "通威太阳能电池基地", ("Input.Stage", "signed"), ("Input.Investor", "通威股份有限公司"), ("Input.Origin", "OtherProvince"), ("Input.Branch", "Secondary"),
            ("Input.Amount", "12.5亿"), ("Input.SignedOn", "2024-03-15"));
        Assert.Contains("125,000 万元", shown.Text, StringComparison.Ordinal);
        Assert.Contains("还缺： 投资协议、公平竞争审查结论、项目公司、营业执照", shown.Text, StringComparison.Ordinal);
        foreach (var typed in new[] { "通威", "tyn", "taiyangneng", "dcjd" })
            Assert.Contains("通威太阳能电池基地", (await clerk.Open("/projects?q=" + Uri.EscapeDataString(typed))).Text, StringComparison.Ordinal);
        var form = await clerk.Open(shown.Address + "/edit");
        shown = await form.Submit("main form", ("Input.Company", "通威太阳能（东江）有限公司"), ("Input.Amount", "13.5亿"));
        Assert.Contains("125,000 → 135,000", shown.Text, StringComparison.Ordinal);
        shown = await AGate.HandInAll(shown);
        shown = await shown.Submit("form[action*='Move']", ("stage", "registered"));
        Assert.Contains("签约 → 注册", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_with_what_was_typed_kept()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "缺项项目", ("Input.Stage", "signed"), ("Input.Investor", "某某公司"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.Equal("“签约”阶段还缺：资金来源、产业类别、协议投资额、签约日期", shown.Alert);
        Assert.Equal("某某公司", shown.Field("Input.Investor"));
        Assert.Equal(0, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name == "缺项项目")));
    }

    [Fact]
    public async Task Is_not_there_for_another_district()
    {
        var shown = await Open(await app.SignedInAs("district-clerk"), "东江的项目");
        var other = await app.SignedInAs("other-district-clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(shown.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(shown.Address + "/edit")).Status);
        Assert.DoesNotContain("东江的项目", (await other.Open("/projects")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("东江的项目", (await other.Open("/projects?q=" + Uri.EscapeDataString("东江的项目"))).Of("tbody"), StringComparison.Ordinal);
        Assert.Contains("东江的项目", (await (await app.SignedInAs("leader")).Open("/projects?q=djdxm")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_be_changed_from_a_page_read_before_somebody_elses_change()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var shown = await Open(clerk, "两人同改");
        var (mine, theirs) = (await clerk.Open(shown.Address + "/edit"), await (await app.SignedInAs("district-reviewer")).Open(shown.Address + "/edit"));
        Assert.Equal(HttpStatusCode.OK, (await theirs.Submit("main form", ("Input.Contact", "王"))).Status);
        var refused = await mine.Submit("main form", ("Input.Contact", "李"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("李", refused.Field("Input.Contact"));
        Assert.Equal(["王"], await app.Reading(db => db.Set<Project>().Where(p => p.Name == "两人同改").Select(p => p.Contact!).ToListAsync()));
    }

    [Fact]
    public async Task Is_opened_once_however_often_the_form_is_sent()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var form = await clerk.Open("/projects/new");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Submit("main form", ("Input.Name", "只此一个"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers.Select(a => a.Address).Distinct());
        Assert.Equal(1, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name == "只此一个")));
    }

    [Theory]
    [InlineData("progress")]
    [InlineData("progress-up")]
    [InlineData("amount")]
    [InlineData("amount-up")]
    [InlineData("stage")]
    [InlineData("stage-up")]
    public async Task Stands_once_in_the_pages_of_the_list(string sort)
    {
        await app.Inside(async services =>
        {
            if (await services.GetRequiredService<BridgeheadDb>().Set<Project>().AnyAsync(p => p.Name.StartsWith("分页"))) return;
            var unit = (await services.GetRequiredService<ScopedUnits>().Named("west"))!;
            for (var i = 0; i < 130; i++)
                await services.GetRequiredService<OpenProject>().Run(new ProjectFacts { Name = $"分页{i}", UnitId = unit.Id, Amount = i % 7 == 0 ? null : Money.FromWan(i % 5 + 1) }, Stage.Called("lead")!);
        });
        var clerk = await app.SignedInAs("other-district-clerk");
        var seen = new List<string>();
        for (var address = "/projects?sort=" + sort; address is not null;)
        {
            var page = await clerk.Open(address);
            seen.AddRange(page.Document.QuerySelectorAll("tbody tr td:first-child a").Select(a => a.TextContent));
            address = page.Document.QuerySelectorAll("main a").FirstOrDefault(a => a.TextContent == "下一页")?.GetAttribute("href");
        }
        Assert.Equal(130, seen.Count);
        Assert.Equal(130, seen.Distinct().Count());
    }

    private static async Task<Shown> Open(Visitor visitor, string name, params (string, string)[] fields)
    {
        var form = await visitor.Open("/projects/new");
        return await form.Submit("main form", [("Input.Name", name), .. fields]);
    }
}
