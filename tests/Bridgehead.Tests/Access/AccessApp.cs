using System.Net;
using Bridgehead.Features.Access;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bridgehead.Tests.Access;

/// <summary>The application with a clock that is set by hand, addresses that are given in a header, and accounts with passwords.</summary>
public class AccessApp : TestApp
{
    /// <summary>A password that keeps the rules.</summary>
    public const string Password = "Wanzi-Qianhong-1973";

    /// <summary>The clock.</summary>
    public SetClock Clock { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IStartupFilter, AddressFromHeader>();
        });
    }

    /// <summary>An account with a password of its own.</summary>
    public async Task<string> Person(Role role = Role.Clerk, string unit = "east")
    {
        var name = "p" + Guid.NewGuid().ToString("N")[..10];
        await Inside(async services =>
        {
            await services.GetRequiredService<GiveAccount>().Open(
                new NewAccount { UserName = name, DisplayName = "某某某", Role = role, Unit = unit }, Password, CancellationToken.None);
            var db = services.GetRequiredService<BridgeheadDb>();
            await db.Set<AppUser>().Where(u => u.UserName == name).ExecuteUpdateAsync(set => set.SetProperty(u => u.MustChangePassword, false));
        });
        return name;
    }

    /// <summary>Tries a name and a password from an address.</summary>
    public async Task<Shown> Try(string name, string password, string address = "10.0.0.1")
    {
        var visitor = Visitor();
        visitor.Http.DefaultRequestHeaders.Add(AddressFromHeader.Header, address);
        return await (await visitor.Open("/access/sign-in")).Submit("form#password", ("UserName", name), ("Password", password));
    }

    private sealed class AddressFromHeader : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].FirstOrDefault() ?? "10.0.0.1");
                return go();
            });
            next(app);
        };
    }
}

/// <summary>A clock that runs, and can be moved on.</summary>
public sealed class SetClock : TimeProvider
{
    private TimeSpan ahead;

    /// <summary>Moves it on.</summary>
    public void Pass(TimeSpan time) => ahead += time;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
