using System.Net;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Access;

[Trait("needs", "database")]
public sealed class AnAccount(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task Is_opened_by_the_security_administrator_with_a_password_shown_once()
    {
        var admin = await app.SignedInAs("security-admin");
        var shown = await (await admin.Open("/access/users/new")).Submit("main form", ("Input.UserName", "newcomer"), ("Input.DisplayName", "新来的人"), ("Input.Role", "Clerk"), ("Input.Unit", "east"));
        var password = shown.Of("#initial");
        Assert.Equal(19, password.Length);
        Assert.Equal("/access/password", (await app.Try("newcomer", password, "10.9.0.1")).Address);
        var twice = await (await admin.Open("/access/users/new")).Submit("main form", ("Input.UserName", "NewComer"), ("Input.DisplayName", "另一人"), ("Input.Role", "Clerk"), ("Input.Unit", "east"));
        Assert.Equal("用户名“NewComer”已有人使用", twice.Alert);
    }

    [Fact]
    public async Task Of_an_administrator_never_becomes_another_role()
    {
        await app.Inside(async services =>
        {
            var accounts = services.GetRequiredService<GiveAccount>();
            var roles = Enum.GetValues<Role>();
            var refused = 0;
            foreach (var from in roles)
                foreach (var to in roles.Where(r => r != from && (r.IsAdministrator() || from.IsAdministrator())))
                {
                    var user = new AppUser { Id = Guid.CreateVersion7(), UserName = "x", DisplayName = "某人", Role = from };
                    await Assert.ThrowsAsync<Refusal>(() => accounts.Move(user, "某人", to, "east", null, CancellationToken.None));
                    refused++;
                }
            Assert.Equal((3 * 10) + (8 * 3), refused);
        });
    }

    [Fact]
    public async Task Is_not_changed_by_its_own_holder()
    {
        var admin = await app.SignedInAs("security-admin");
        var id = (await User("security-admin")).Id;
        var refused = await (await admin.Open($"/access/users/{id}")).Submit("form#close");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "不能更改自己的角色、单位或状态，请由另一位安全管理员办理"), (refused.Status, refused.Alert));
    }

    [Fact]
    public async Task Whose_role_was_changed_signs_in_again()
    {
        var name = await app.Person();
        var visitor = app.Visitor();
        await (await visitor.Open("/access/sign-in")).Submit("form#password", ("UserName", name), ("Password", AccessApp.Password));
        Assert.Equal("/access/account", (await visitor.Open("/access/account")).Address);
        var admin = await app.SignedInAs("security-admin");
        var id = (await User(name)).Id;
        Assert.Equal(HttpStatusCode.OK, (await (await admin.Open($"/access/users/{id}")).Submit("form#change", ("Input.Role", "Leader"))).Status);
        Assert.StartsWith("/access/sign-in", (await visitor.Open("/access/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_may_not_leaves_an_entry_when_it_tries()
    {
        var visitor = await app.SignedInAs("leader");
        var account = await visitor.Open("/access/account");
        using var answer = await visitor.Http.PostAsync(new Uri("/organisations/new", UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", account.Field("__RequestVerificationToken")), new("_once", "1"), new("Input.Code", "mine")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("您没有这项权限", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var id = (await User("leader")).Id;
        Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.UserId == id && e.Result == AuditResult.Denied && e.Action == "organisations.new")));
    }

    [Fact]
    public async Task Makes_a_token_that_carries_only_what_was_chosen_and_can_be_taken_back()
    {
        var visitor = await app.SignedInAs("district-reviewer");
        var page = await (await visitor.Open("/access/tokens")).Submit("form#new", ("Name", "报送程序"), ("Scopes", Permission.ReadProjects), ("Scopes", Permission.ManageUsers));
        var secret = page.Of("#token");
        Assert.StartsWith("bh_", secret, StringComparison.Ordinal);
        using var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, (await Ask(program, "/api/projects")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(program, "/api/enterprises")).StatusCode);
        Assert.DoesNotContain(secret, (await app.Reading(Dump.Of))["ApiTokens"].Single(r => r.Contains("报送程序", StringComparison.Ordinal)), StringComparison.Ordinal);
        await (await visitor.Open("/access/tokens")).Submit("#tokens form");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(program, "/api/projects")).StatusCode);
    }

    [Fact]
    public async Task Sets_up_an_authenticator_and_gets_recovery_codes_once()
    {
        var name = await app.Person();
        var visitor = app.Visitor();
        await (await visitor.Open("/access/sign-in")).Submit("form#password", ("UserName", name), ("Password", AccessApp.Password));
        var page = await visitor.Open("/access/authenticator");
        var secret = FromBase32(page.Of("#secret").Replace(" ", "", StringComparison.Ordinal));
        var refused = await page.Submit("form#on", ("Code", "000000"), ("Password", AccessApp.Password));
        Assert.Equal("验证码不正确，请核对手机时间后重试", refused.Alert);
        Assert.Equal(secret, FromBase32(refused.Of("#secret").Replace(" ", "", StringComparison.Ordinal)));
        var done = await refused.Submit("form#on", ("Code", OneTimeCode.Of(secret, OneTimeCode.StepAt(app.Clock.GetUtcNow()))), ("Password", AccessApp.Password));
        Assert.Equal(10, done.Document.QuerySelectorAll("#recovery li").Length);
        Assert.StartsWith("/access/second-step", (await app.Try(name, AccessApp.Password, "10.9.0.2")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_another_of_its_sessions()
    {
        var (here, there) = (await app.SignedInAs("cadre"), await app.SignedInAs("cadre"));
        await (await here.Open("/access/account")).Submit("#sessions form");
        Assert.StartsWith("/access/sign-in", (await there.Open("/access/account")).Address, StringComparison.Ordinal);
        Assert.Equal("/access/account", (await here.Open("/access/account")).Address.Split('?')[0]);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient program, string address) =>
        program.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private Task<AppUser> User(string name) => app.Reading(db => db.Set<AppUser>().AsNoTracking().FirstAsync(u => u.UserName == name));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
