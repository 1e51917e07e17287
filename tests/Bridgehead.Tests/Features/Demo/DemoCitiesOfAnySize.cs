using Bridgehead.Features.Demo;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Demo;

/// <summary>The demo city may be as small as a visitor likes; every figure of it is proved like any other's.</summary>
public sealed class DemoCitiesOfAnySize
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(10, 1)]
    [InlineData(25, 10)]
    public async Task StandsAndIsProved(int projects, int years)
    {
        await using var app = new EmptyApp();
        await ((IAsyncLifetime)app).InitializeAsync();

        await app.Inside(services => services.GetRequiredService<FillDemoCity>().Run(new DemoSize(7, projects, years)));

        Assert.Equal(projects, await app.Reading(db => db.Set<Project>().CountAsync()));
        await app.Inside(async services =>
        {
            var results = await services.GetRequiredService<RunChecks>().Run();
            Assert.NotEmpty(results);
            Assert.Empty(results.SelectMany(r => r.Findings).Select(f => f.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        });
    }

    private sealed class EmptyApp : TestApp
    {
        protected override bool Founded => false;
    }
}
