using Bridgehead.Features.Demo;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bridgehead.Tests.Exactness;

/// <summary>The application with the demo city of a fixed seed on a fixed day.</summary>
public sealed class DemoCityApp : TestApp
{
    /// <summary>The size and seed of the city.</summary>
    public static DemoSize Size { get; } = new(32, 400, 3);

    /// <summary>The day it is.</summary>
    public static TimeProvider Day { get; } = new FixedDay();

    /// <inheritdoc />
    protected override bool Founded => false;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(Day)));
    }

    /// <summary>The same city once more, on an embedded database in a folder.</summary>
    public static async Task<ServiceProvider> Beside(string folder)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddBridgehead(new Installation(folder, null, true))
            .Replace(ServiceDescriptor.Singleton(Day)).BuildServiceProvider();
        await StorageSetup.BringUpToDate(services);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await scope.ServiceProvider.GetRequiredService<FillDemoCity>().Run(Size);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("test.demo");
        return services;
    }

    private sealed class FixedDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);
    }
}
