using System.Collections.Concurrent;
using Bridgehead.Features.Closing;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Closing;

/// <summary>Figures entered, moved and taken back on two nodes over one database while a month is closed: nothing is lost, doubled or slipped into the closed month (reliability goal 33).</summary>
[Trait("needs", "database")]
public sealed class TwoNodes(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Conserve_every_sum()
    {
        await using var other = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddBridgehead(app.Services.GetRequiredService<Installation>()).BuildServiceProvider();
        IServiceProvider[] nodes = [app.Services, other];
        var (acknowledged, gate, moving) = (new ConcurrentBag<long>(), new TaskCompletionSource(), true);
        var seeds = new List<LedgerEntry>();
        for (var i = 0; i < 12; i++) seeds.Add(await app.Enter("east", new DateOnly(2025, 1 + i % 3, 10), 1_000_00));
        var work = new List<Task>();
        for (var i = 0; i < 24; i++)
        {
            var (n, node) = (i, nodes[i % 2]);
            work.Add(At(node, gate.Task, async services => acknowledged.Add((await LedgerScene.Enter(services, n % 2 == 0 ? "east" : "west", new DateOnly(2025, 1 + n % 4, 12), 1_00 + n)).Value)));
        }
        // every seed is moved to the west by two at once, one on each node: it arrives there once
        for (var i = 0; i < 12; i++)
            for (var twice = 0; twice < 2; twice++)
            {
                var seed = seeds[i];
                work.Add(At(nodes[twice], gate.Task, async services =>
                {
                    if (await services.GetRequiredService<RecordEntries>().Reverse([seed], "流转") == 1) await LedgerScene.Enter(services, "west", seed.BusinessDate, seed.Value);
                }));
            }
        var closing = new[] { Closing(nodes[0], gate.Task), Closing(nodes[1], gate.Task) };
        var reading = Task.Run(async () =>
        {
            await gate.Task;
            var seen = new List<long>();
            while (Volatile.Read(ref moving))
                seen.Add(await app.Reading(async db => await db.Set<Rollup>().Where(r => r.Dimension == Dimension.None && db.Set<Indicator>().Any(i => i.Id == r.IndicatorId && i.BaseCode == null)).SumAsync(r => r.Value)));
            return seen;
        });
        gate.SetResult();
        await Task.WhenAll(work);
        Assert.Equal(1, (await Task.WhenAll(closing)).Count(done => done));
        Volatile.Write(ref moving, false);
        var (start, end) = (12 * 1_000_00L, 12 * 1_000_00L + acknowledged.Sum());
        // moves leave the sum as it is: a reader sees only what was entered in between
        Assert.All(await reading, sum => Assert.InRange(sum, start, end));
        Assert.Equal(24, acknowledged.Count);
        Assert.Equal(end, (await app.Figure("city", 202501, 202512)).Whole.Value);
        // domestic money stands in 到位内资 as well, by entries derived from these
        Assert.Equal(end, await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.DerivedFrom == null).SumAsync(e => e.Value)));
        Assert.Equal(12, await app.Reading(db => db.Set<LedgerEntry>().CountAsync(e => e.DerivedFrom == null && e.ReversesSequence != null)));
        var published = (await app.Figure("city", 202501, 202502)).Published!.Value;
        Assert.Equal(published, (await app.Figure("city", 202501, 202502)).Whole.Value);
        await app.Proves();
    }

    private static async Task At(IServiceProvider node, Task gate, Func<IServiceProvider, Task> act)
    {
        await gate;
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await act(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("test.node");
    }

    private static async Task<bool> Closing(IServiceProvider node, Task gate)
    {
        try
        {
            await At(node, gate, services => services.GetRequiredService<CloseBooks>().Run(new CloseInput { Month = "2025-02", Note = "测试" }));
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
