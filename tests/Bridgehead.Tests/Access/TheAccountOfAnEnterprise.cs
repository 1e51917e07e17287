using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Access;

/// <summary>People of an enterprise see what that enterprise invests in and nothing else, whatever unit keeps their account.</summary>
[Trait("needs", "database")]
public sealed class TheAccountOfAnEnterprise(AccessApp app) : IClassFixture<AccessApp>, IAsyncLifetime
{
    private const string Own = "云陌精工有限公司";

    [Theory]
    [InlineData(Role.Enterprise)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Bank)]
    public async Task That_speaks_for_nobody_sees_no_project(Role role)
    {
        var visitor = await SignedIn(role, null);
        foreach (var id in (await Ids()).Values) Assert.NotEqual(HttpStatusCode.OK, (await visitor.Open($"/projects/{id}")).Status);
        foreach (var address in new[] { "/", "/projects", "/projects/board", "/agreements/promises", "/progress/changes", "/search?q=" + Uri.EscapeDataString("云陌") })
            Assert.DoesNotContain("云陌之", (await visitor.Open(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_its_own_projects_in_list_page_and_search()
    {
        var ids = await Ids();
        var visitor = await SignedIn(Role.Enterprise, await app.Reading(db => db.Set<Enterprise>().Where(e => e.Name == Own).Select(e => e.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open($"/projects/{ids["云陌之一"]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/projects/{ids["云陌之二"]}")).Status);
        foreach (var address in new[] { "/projects", "/projects/board", "/search?q=" + Uri.EscapeDataString("云陌之") })
        {
            var page = await visitor.Open(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("云陌之一", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("云陌之二", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Is_opened_for_an_enterprise_that_is_registered()
    {
        var admin = await app.SignedInAs("security-admin");
        async Task<Shown> Open(string name, string role, string enterprise) => await (await admin.Open("/access/users/new")).Submit("main form",
            ("Input.UserName", name), ("Input.DisplayName", "企业的人"), ("Input.Role", role), ("Input.Unit", "east"), ("Input.Enterprise", enterprise));
        Assert.Equal("企业账号只看得到本企业的项目，请填写是哪家企业：全称或统一社会信用代码", Refused(await Open("e-none", "Enterprise", "")));
        Assert.Equal("没有登记企业“没有这家公司”，请核对全称或代码，或先登记企业", Refused(await Open("e-wrong", "Enterprise", "没有这家公司")));
        Assert.Equal("只有企业账号填写企业，“经办”账号的数据范围由单位决定", Refused(await Open("e-clerk", "Clerk", Own)));
        Assert.Equal(19, (await Open("e-right", "Enterprise", Own)).Of("#initial").Length);
        var enterprise = await app.Reading(db => db.Set<Enterprise>().Where(e => e.Name == Own).Select(e => e.Id).SingleAsync());
        var user = await app.Reading(db => db.Set<AppUser>().SingleAsync(u => u.UserName == "e-right"));
        Assert.Equal(enterprise, user.EnterpriseId);
        Assert.Equal(0, await app.Reading(db => db.Set<AppUser>().CountAsync(u => u.UserName == "e-none" || u.UserName == "e-wrong" || u.UserName == "e-clerk")));

        // a clerk whose account was an enterprise's speaks for it no longer
        var page = await admin.Open($"/access/users/{user.Id}");
        Assert.Equal(Own, page.Field("Input.Enterprise"));
        Assert.Equal("企业账号只看得到本企业的项目，请填写是哪家企业：全称或统一社会信用代码", Refused(await page.Submit("form#change", ("Input.Enterprise", ""))));
        Assert.Equal(HttpStatusCode.OK, (await page.Submit("form#change", ("Input.Role", "Clerk"), ("Input.Enterprise", ""))).Status);
        Assert.Null((await app.Reading(db => db.Set<AppUser>().SingleAsync(u => u.UserName == "e-right"))).EnterpriseId);
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (await app.Reading(db => db.Set<Project>().AnyAsync())) return;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var (own, other) = (new Enterprise(Own, new EnterpriseFacts()), new Enterprise("别家实业有限公司", new EnterpriseFacts()));
            db.AddRange(own, other);
            await db.SaveChangesAsync();
            var east = await db.Set<Unit>().SingleAsync(u => u.Code == "east");
            var open = services.GetRequiredService<OpenProject>();
            await open.Run(new ProjectFacts { Name = "云陌之一", UnitId = east.Id, Investor = own.Name, InvestorId = own.Id }, Stage.Called("triage")!);
            await open.Run(new ProjectFacts { Name = "云陌之二", UnitId = east.Id, Investor = other.Name, InvestorId = other.Id }, Stage.Called("triage")!);
        });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Visitor> SignedIn(Role role, Guid? enterprise)
    {
        var name = "e" + Guid.NewGuid().ToString("N")[..10];
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            db.Add(new AppUser
            {
                Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "企业的人", Role = role, EnterpriseId = enterprise,
                UnitId = (await db.Set<Unit>().SingleAsync(u => u.Code == "east")).Id, IsPersona = true, SecurityStamp = Guid.NewGuid().ToString("N"),
            });
            await db.SaveChangesAsync();
        });
        var visitor = app.Visitor();
        await visitor.SignInAs(name);
        return visitor;
    }

    private Task<Dictionary<string, Guid>> Ids() => app.Reading(db => db.Set<Project>().ToDictionaryAsync(p => p.Name, p => p.Id));

    private static string Refused(Shown page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        return page.Document.QuerySelectorAll("[role=alert], .field-error, .invalid-feedback").Select(e => e.TextContent.Trim()).FirstOrDefault(t => t.Length > 0) ?? page.Text;
    }
}
