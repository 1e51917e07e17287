using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Support;

/// <summary>
/// The whole application on a real database of its own, in demo mode, with a small organisation: the city, its bureau, leaders and
/// auditors, two districts with a park each, an outpost, and one persona for every role.
/// </summary>
public class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly bool leaves;

    /// <summary>An application on a database of its own.</summary>
    public TestApp() : this(new TestDatabase(), false)
    {
    }

    private TestApp(TestDatabase database, bool leaves) => (this.database, this.leaves) = (database, leaves);

    /// <summary>The data folder.</summary>
    public string Folder => database.Folder;

    /// <summary>Demo mode; an application in production mode overrides it.</summary>
    protected virtual bool Demo => true;

    /// <summary>Whether the small organisation stands; a fresh installation overrides it.</summary>
    protected virtual bool Founded => true;

    /// <summary>Settings of the mail server. Nobody listens there: letters wait.</summary>
    protected virtual IEnumerable<(string Setting, string Value)> Mail => [("host", "127.0.0.1"), ("port", "9"), ("security", "none"), ("from", "桥头堡 <bridgehead@example.org>"), ("site", "https://bridgehead.example.org")];

    /// <summary>Whether a password costs what it costs outside of tests.</summary>
    protected virtual bool CostlyPasswords => false;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await database.CopyOf($"{Demo} {Founded}", async first =>
        {
            await using var app = new Founding(first, Demo);
            await StorageSetup.BringUpToDate(app.Services);
            if (Founded) await app.Inside(SmallCity.Found);
        });
    }

    // sets up the database that the others are copied from, and leaves it
    private sealed class Founding(TestDatabase first, bool demo) : TestApp(first, true)
    {
        protected override bool Demo => demo;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", database.Folder);
        if (database.Postgres is { } postgres) builder.UseSetting("postgres", postgres);
        builder.UseSetting("demo", Demo ? "true" : "false");
        builder.UseSetting("jobs", "off");
        builder.UseSetting("fill", "off");
        foreach (var (setting, value) in Mail) builder.UseSetting("mail:" + setting, value);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        // what a password costs is tested once, not paid at every sign-in
        if (!CostlyPasswords) builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000));
    }

    /// <summary>Runs something inside the application as the operator; what it saved is committed.</summary>
    public async Task Inside(Func<IServiceProvider, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await act(scope.ServiceProvider);
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        if (!work.Closed) await work.Commit("test.inside");
    }

    /// <summary>Reads something inside the application as the operator.</summary>
    public async Task<T> Reading<T>(Func<BridgeheadDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        return await read(scope.ServiceProvider.GetRequiredService<BridgeheadDb>());
    }

    /// <summary>A browser without script, nobody signed in.</summary>
    public Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser without script, signed in as a persona: "clerk", "district-clerk", "leader", …; what it asks of /api carries a token of that persona.</summary>
    public async Task<Visitor> SignedInAs(string persona)
    {
        var visitor = Visitor();
        await visitor.SignInAs(persona);
        var role = await Reading(db => db.Set<AppUser>().Where(u => u.UserName == persona).Select(u => u.Role).FirstAsync());
        visitor.Http.DefaultRequestHeaders.Authorization = new("Bearer", await Token(persona, [.. Permission.Of(role)]));
        return visitor;
    }

    /// <summary>An API token of a person with these permissions.</summary>
    public async Task<string> Token(string userName, params string[] scopes)
    {
        var secret = ApiToken.NewSecret();
        await Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var user = await db.Set<AppUser>().FirstAsync(u => u.UserName == userName);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            db.Add(new ApiToken(user.Id, "测试", secret, scopes, now, now.AddDays(30)));
            await db.SaveChangesAsync();
        });
        return secret;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!leaves) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The small organisation the tests work in.</summary>
internal static class SmallCity
{
    public static async Task Found(IServiceProvider services)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var city = new Unit("city", "测试市", UnitKind.City, null, 0);
        var bureau = new Unit("bureau", "测试市经济合作局", UnitKind.CityBureau, city, 1);
        var leaders = new Unit("leaders", "测试市人民政府", UnitKind.Leaders, city, 2);
        var auditors = new Unit("auditors", "测试市审计局", UnitKind.Auditors, city, 3);
        var east = new Unit("east", "东江区", UnitKind.District, city, 10);
        var west = new Unit("west", "西岭县", UnitKind.District, city, 11);
        var eastPark = new Unit("east-park", "东江经开区", UnitKind.Park, east, 12);
        var outpost = new Unit("shenzhen", "驻深圳办事处", UnitKind.Outpost, city, 20);
        db.AddRange(city, bureau, leaders, auditors, east, west, eastPark, outpost);
        (string Name, string Shown, Role Role, Unit Unit)[] people =
        [
            ("clerk", "市局经办", Role.Clerk, bureau), ("reviewer", "市局审核", Role.Reviewer, bureau), ("leader", "市领导", Role.Leader, leaders),
            ("auditor", "审计员", Role.Auditor, auditors), ("district-clerk", "东江经办", Role.Clerk, east), ("district-reviewer", "东江审核", Role.Reviewer, east),
            ("other-district-clerk", "西岭经办", Role.Clerk, west), ("park-clerk", "园区经办", Role.Clerk, eastPark), ("cadre", "驻外干部", Role.OutpostCadre, outpost),
            ("system-admin", "系统管理员", Role.SystemAdministrator, bureau), ("security-admin", "安全管理员", Role.SecurityAdministrator, bureau),
            ("audit-admin", "审计管理员", Role.AuditAdministrator, bureau),
        ];
        foreach (var (name, shown, role, unit) in people)
            db.Add(new AppUser
            {
                Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = shown, Role = role,
                Unit = unit, IsPersona = true, SecurityStamp = Guid.NewGuid().ToString("N"),
            });
        await db.SaveChangesAsync();
    }
}
