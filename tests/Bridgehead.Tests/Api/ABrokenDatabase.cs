using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Api;

/// <summary>An installation one table of which is gone: the API says so without showing anything of the inside.</summary>
[Trait("needs", "database")]
public sealed class ABrokenDatabase(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_told_as_500_with_a_number_and_by_health_as_503()
    {
        var program = await AProgram.Of(app, "clerk");
        Assert.Equal(200, (await program.Get("/api/targets")).Status);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
            await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "DROP TABLE \"Targets\" CASCADE" : "DROP TABLE \"Targets\"", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"ChainHeads\"", TestContext.Current.CancellationToken);
        }
        var failed = await program.Get("/api/targets");
        Assert.Equal(500, failed.Status);
        Assert.Matches("^[0-9a-f]{32}$", failed.Of("reference"));
        Assert.DoesNotContain("Targets", failed.Text, StringComparison.Ordinal);
        Assert.Equal(503, (await program.Get("/api/health")).Status);
    }
}
