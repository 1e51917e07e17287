using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Features.Bulk;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Views;

/// <summary>One change to many projects: what the preview says happens, within scope and only to what nobody changed meanwhile, and it can be taken back.</summary>
[Trait("needs", "database")]
public sealed class ChangingInBulk(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Does_what_its_preview_said_and_takes_it_back()
    {
        var (clerk, ids) = await Given("east", 4, "批量");
        await Contact(ids[3], "张三 1");
        var shown = await Prepared(clerk, ids, ("Input.Act", "Contact"), ("Value-Contact", "张三 1"));
        Assert.Contains("确认后将修改3个，1个本来如此，0个不予修改", shown.Text, StringComparison.Ordinal);
        Assert.All(await Contacts(ids[..3]), Assert.Null);
        shown = await shown.Submit("form[action*='Start']");
        await Worked();
        shown = await clerk.Open(shown.Address);
        Assert.Contains("已修改3个", shown.Text, StringComparison.Ordinal);
        Assert.All(await Contacts(ids), c => Assert.Equal("张三 1", c));
        foreach (var id in ids[..3])
            Assert.Single(await app.Reading(db => db.Set<AuditEntry>().Where(e => e.SubjectId == id && e.Action == "projects.bulk.change" && e.Result == AuditResult.Done && e.UserName == "东江经办").ToListAsync()));
        await Contact(ids[0], "他人改过");
        await shown.Submit("form[action*='Undo']");
        await Worked();
        Assert.Equal("他人改过|||张三 1", string.Join('|', await Contacts(ids)));
        Assert.Contains("1个未能撤回", (await clerk.Open(shown.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("预览之后他人修改过，没有覆盖", await clerk.Http.GetStringAsync(new Uri(shown.Address + "/result", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_alone_what_somebody_changed_after_the_preview()
    {
        var (clerk, ids) = await Given("east", 2, "版本");
        var shown = await Prepared(clerk, ids, ("Input.Act", "Industry"), ("Value-Industry", "食品"));
        await Contact(ids[0], "刚改的");
        await shown.Submit("form[action*='Start']");
        await Worked();
        Assert.Contains("已修改1个", (await clerk.Open(shown.Address)).Text, StringComparison.Ordinal);
        Assert.Equal("|食品", string.Join('|', await app.Reading(db => db.Set<Project>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).Select(p => p.Industry).ToListAsync())));
    }

    [Fact]
    public async Task Stays_within_the_scope_of_whoever_asks_and_is_seen_by_nobody_else()
    {
        var (clerk, own) = await Given("east", 1, "本区");
        var (_, others) = await Given("west", 1, "别区");
        var shown = await Prepared(clerk, [.. own, .. others], ("Input.Act", "Contact"), ("Value-Contact", "李四"));
        Assert.Contains("共1个项目", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("district-reviewer")).Open(shown.Address)).Status);
        await shown.Submit("form[action*='Start']");
        // between confirming and carrying out the person moved to another unit
        await MoveClerk("west");
        await Worked();
        await MoveClerk("east");
        Assert.Null(Assert.Single(await Contacts(own)));
        Assert.Contains("项目已不在，或者不在您的数据范围内", (await (await app.SignedInAs("district-clerk")).Open(shown.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_a_gate_refuses_and_says_why()
    {
        var (clerk, ids) = await Given("east", 2, "门槛");
        var shown = await Prepared(clerk, ids, ("Input.Act", "Stage"), ("Value-Stage", "signed"));
        Assert.Contains("确认后将修改0个，0个本来如此，2个不予修改", shown.Text, StringComparison.Ordinal);
        Assert.Contains("投资方", shown.Of("tbody"), StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("form[action*='Start']"));
        Assert.All(await app.Reading(db => db.Set<Project>().Where(p => ids.Contains(p.Id)).ToListAsync()), p => Assert.Equal((0, 1), (p.StageOrder, p.Version)));
    }

    [Fact]
    public async Task Throws_away_and_brings_back()
    {
        var (clerk, ids) = await Given("east", 3, "回收");
        var shown = await Prepared(clerk, ids, ("Input.Act", "ThrowAway"));
        await shown.Submit("form[action*='Start']");
        await Worked();
        Assert.All(await app.Reading(db => db.Set<Project>().Where(p => ids.Contains(p.Id)).ToListAsync()), p => Assert.NotNull(p.DeletedAt));
        await (await clerk.Open(shown.Address)).Submit("form[action*='Undo']");
        await Worked();
        Assert.All(await app.Reading(db => db.Set<Project>().Where(p => ids.Contains(p.Id)).ToListAsync()), p => Assert.Null(p.DeletedAt));
    }

    [Fact]
    public async Task Previews_many_in_the_background_and_stops_when_told()
    {
        var (clerk, ids) = await Given("east", PrepareBulk.AtOnce + 5, "很多");
        var form = await clerk.Open("/projects/bulk/new?all=true&q=" + Uri.EscapeDataString("很多"));
        var shown = await form.Submit("form[data-bulk]", ("Input.Act", "Contact"), ("Value-Contact", "王五"));
        Assert.Contains("正在预览", shown.Text, StringComparison.Ordinal);
        await Worked();
        shown = await clerk.Open(shown.Address);
        Assert.Contains($"确认后将修改{ids.Length}个", shown.Text, StringComparison.Ordinal);
        await shown.Submit("form[action*='Start']");
        await app.Services.GetRequiredService<CarryOutBulk>().Step(TestContext.Current.CancellationToken);
        await (await clerk.Open(shown.Address)).Submit("form[action*='Stop']");
        await Worked();
        var contacts = await Contacts(ids);
        Assert.Equal(CarryOutBulk.Part, contacts.Count(c => c == "王五"));
        Assert.Contains("已停止", (await clerk.Open(shown.Address)).Text, StringComparison.Ordinal);
    }

    private async Task<(Visitor Clerk, Guid[] Ids)> Given(string unit, int count, string name)
    {
        var ids = new List<Guid>();
        await app.Inside(async services =>
        {
            var owner = (await services.GetRequiredService<ScopedUnits>().Named(unit))!;
            for (var i = 0; i < count; i++) ids.Add((await services.GetRequiredService<OpenProject>().Run(new ProjectFacts { Name = $"{name}{i}", UnitId = owner.Id }, Stage.Called("lead")!)).Id);
        });
        return (await app.SignedInAs(unit == "east" ? "district-clerk" : "other-district-clerk"), [.. ids]);
    }

    private static async Task<Shown> Prepared(Visitor clerk, Guid[] ids, params (string, string)[] fields)
    {
        var form = await clerk.Open("/projects/bulk/new?" + string.Join('&', ids.Select(i => "id=" + i)));
        var shown = await form.Submit("form[data-bulk]", [.. fields, .. ids.Skip(1).Select(i => ("id", i.ToString())), ("id", ids[0].ToString())]);
        Assert.True(shown.Status == HttpStatusCode.OK, shown.Alert);
        return shown;
    }

    private async Task Worked()
    {
        var carry = app.Services.GetRequiredService<CarryOutBulk>();
        for (var i = 0; i < 60 && await carry.Step(TestContext.Current.CancellationToken); i++)
        {
        }
    }

    private Task Contact(Guid id, string contact) => app.Inside(async services =>
    {
        var project = await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == id);
        await services.GetRequiredService<OpenProject>().Change(project, Bridgehead.Features.Projects.Views.StatedFacts.Of(project) with { Contact = contact });
    });

    private Task<string?[]> Contacts(Guid[] ids) => app.Reading(async db => (await db.Set<Project>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).Select(p => p.Contact).ToListAsync()).ToArray());

    private Task MoveClerk(string unit) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var to = await db.Set<Unit>().Where(u => u.Code == unit).Select(u => u.Id).SingleAsync();
        await db.Set<AppUser>().Where(u => u.UserName == "district-clerk").ExecuteUpdateAsync(set => set.SetProperty(u => u.UnitId, to));
    });
}
