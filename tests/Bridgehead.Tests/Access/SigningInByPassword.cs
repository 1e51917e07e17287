using System.Net;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Access;

[Trait("needs", "database")]
public sealed class SigningInByPassword(AccessApp app) : IClassFixture<AccessApp>
{
    private const string No = "用户名或密码不正确，或者账号暂不能用。输错5次后，请15分钟后再试或联系安全管理员";

    [Fact]
    public async Task Lets_the_right_password_in_and_leaves_an_entry()
    {
        var name = await app.Person();
        var shown = await app.Try(name, AccessApp.Password, "10.1.0.1");
        Assert.Equal((HttpStatusCode.OK, "/"), (shown.Status, shown.Address));
        Assert.Equal(AuditResult.Done, (await Entries(name)).Single().Result);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_leaves_an_entry()
    {
        var name = await app.Person();
        var shown = await app.Try(name, "Wanzi-Qianhong-1974", "10.1.0.2");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, No), (shown.Status, shown.Alert));
        Assert.Equal("", shown.Field("Password"));
        var id = (await User(name)).Id;
        Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Action == "access.sign-in" && e.Result == AuditResult.Denied)));
    }

    [Fact]
    public async Task Locks_an_account_after_five_wrong_tries_from_anywhere_until_the_quarter_is_over()
    {
        var name = await app.Person();
        for (var i = 0; i < 5; i++) await app.Try(name, "wrong", $"10.2.0.{i + 1}");
        Assert.Equal(No, (await app.Try(name, AccessApp.Password, "10.2.0.9")).Alert);
        app.Clock.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal("/", (await app.Try(name, AccessApp.Password, "10.2.0.9")).Address);
    }

    [Fact]
    public async Task Judges_no_more_than_twenty_wrong_tries_from_one_address()
    {
        var name = await app.Person();
        for (var i = 0; i < 20; i++) await app.Try($"nobody{i}", "wrong", "10.3.0.1");
        Assert.Equal(No, (await app.Try(name, AccessApp.Password, "10.3.0.1")).Alert);
        Assert.Equal("/", (await app.Try(name, AccessApp.Password, "10.3.0.2")).Address);
    }

    [Fact]
    public async Task Judges_at_most_five_of_many_tries_at_once()
    {
        var name = await app.Person();
        var judged = new List<bool>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancel) =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var taken = await scope.ServiceProvider.GetRequiredService<CountTries>().Take("name:" + name, CountTries.AtOneAccount, cancel);
            lock (judged) judged.Add(taken);
        });
        Assert.Equal(5, judged.Count(j => j));
    }

    [Fact]
    public async Task Answers_alike_for_unknown_locked_disabled_and_known_accounts()
    {
        var (known, locked, disabled) = (await app.Person(), await app.Person(), await app.Person());
        for (var i = 0; i < 5; i++) await app.Try(locked, "wrong", $"10.4.0.{i + 1}");
        await Disable(disabled);
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (name, password) in new[] { (known, "wrong"), (locked, AccessApp.Password), (disabled, AccessApp.Password), ("nobody-has-this", "wrong"), ("clerk", "wrong") })
        {
            var shown = await app.Try(name, password, "10.4.1.1");
            shown.Document.QuerySelectorAll("[name=UserName], [name=_once], [name=__RequestVerificationToken]").ToList().ForEach(e => e.Remove());
            answers.Add((shown.Status, shown.Document.Body!.InnerHtml));
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Of_a_disabled_account_ends_with_the_next_request()
    {
        var name = await app.Person();
        var visitor = app.Visitor();
        var inside = await (await visitor.Open("/access/sign-in")).Submit("form#password", ("UserName", name), ("Password", AccessApp.Password));
        Assert.Equal("/", inside.Address);
        await Disable(name);
        Assert.StartsWith("/access/sign-in", (await visitor.Open("/access/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_new_session_and_signing_out_ends_it_on_the_server()
    {
        var visitor = await app.SignedInAs("park-clerk");
        var account = await visitor.Open("/access/account");
        Assert.Equal(HttpStatusCode.OK, account.Status);
        var out_ = await account.Submit("form[action='/access/sign-out']");
        Assert.Equal("/access/sign-in", out_.Address);
        var id = (await User("park-clerk")).Id;
        Assert.Equal(0, await app.Reading(db => db.Set<UserSession>().CountAsync(s => s.UserId == id)));
    }

    [Fact]
    public async Task Asks_for_a_code_where_an_authenticator_is_set_up_and_takes_each_code_once()
    {
        var name = await app.Person();
        var secret = CheckCode.NewSecret();
        var recovery = RecoveryCode.New();
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var user = await db.Set<AppUser>().FirstAsync(u => u.UserName == name);
            (user.CodeSecret, user.TwoFactorEnabled) = (services.GetRequiredService<CheckCode>().Seal(secret), true);
            db.Add(new RecoveryCode(user.Id, recovery));
            await db.SaveChangesAsync();
        });
        var step = await app.Try(name, AccessApp.Password, "10.5.0.1");
        Assert.StartsWith("/access/second-step", step.Address, StringComparison.Ordinal);
        var wrong = await step.Submit("form#code", ("Code", "12345"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var code = OneTimeCode.Of(secret, OneTimeCode.StepAt(app.Clock.GetUtcNow()));
        Assert.Equal("/", (await wrong.Submit("form#code", ("Code", code))).Address);
        var again = await (await app.Try(name, AccessApp.Password, "10.5.0.1")).Submit("form#code", ("Code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("/", (await again.Submit("form#code", ("Code", recovery.ToLowerInvariant()))).Address);
        var twice = await (await app.Try(name, AccessApp.Password, "10.5.0.1")).Submit("form#code", ("Code", recovery));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
    }

    [Fact]
    public async Task Leads_to_an_own_password_first_when_it_was_given()
    {
        var name = await app.Person();
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<AppUser>().Where(u => u.UserName == name)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.MustChangePassword, true)));
        var visitor = app.Visitor();
        var shown = await (await visitor.Open("/access/sign-in")).Submit("form#password", ("UserName", name), ("Password", AccessApp.Password));
        Assert.Equal("/access/password", shown.Address);
        var refused = await shown.Submit("form#password", ("OldPassword", AccessApp.Password), ("Password", AccessApp.Password), ("PasswordAgain", AccessApp.Password));
        Assert.Equal("不能再用最近5次用过的密码", refused.Alert);
        shown = await refused.Submit("form#password", ("OldPassword", AccessApp.Password), ("Password", "Liangge-Huangli-44"), ("PasswordAgain", "Liangge-Huangli-44"));
        Assert.StartsWith("/access/account", shown.Address, StringComparison.Ordinal);
        Assert.Equal("/", (await visitor.Open("/")).Address);
        Assert.Equal("/", (await app.Try(name, "Liangge-Huangli-44", "10.6.0.1")).Address);
    }

    private async Task Disable(string name) => await app.Inside(async services =>
    {
        var accounts = services.GetRequiredService<GiveAccount>();
        await accounts.Close(await accounts.Named(name, CancellationToken.None), closed: true, CancellationToken.None);
    });

    private Task<AppUser> User(string name) => app.Reading(db => db.Set<AppUser>().AsNoTracking().FirstAsync(u => u.UserName == name));

    private async Task<List<AuditEntry>> Entries(string name)
    {
        var id = (await User(name)).Id;
        return await app.Reading(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.UserId == id && e.Action == "access.sign-in").ToListAsync());
    }
}
