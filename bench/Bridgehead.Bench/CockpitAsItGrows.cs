namespace Bridgehead.Bench;

/// <summary>The cockpit, read from the kept sums, at 1,000,000 projects against 400.</summary>
internal static class CockpitAsItGrows
{
    public static async Task Run(Cities cities, Results results)
    {
        await using var small = await RunningSite.Of(await cities.Of(400));
        await using var large = await RunningSite.Of(await cities.Of(1_000_000));
        using var time = new ServerTime();
        var timings = await time.InTurn(800, 200, (large.Client, "/"), (small.Client, "/"));
        results.Ratio("cockpit at 1,000,000 projects against 400", timings[0], timings[1], 1.3);
    }
}
