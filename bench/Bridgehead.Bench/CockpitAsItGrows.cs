namespace Bridgehead.Bench;

/// <summary>The cockpit, read from the kept sums, at 1,000,000 projects against 400.</summary>
internal static class CockpitAsItGrows
{
    public static async Task Run(Cities cities, Results results)
    {
        var (few, many) = (cities.Scaled(400), cities.Scaled(1_000_000));
        var (fewer, more) = (await cities.Of(few), await cities.Of(many));
        // what it reads are kept sums: they are proved against the entries where that is quick
        if (many <= 100_000) await Cities.Program("verify", "--data", more);
        await using var small = await RunningSite.Of(fewer);
        await using var large = await RunningSite.Of(more);
        using var time = new ServerTime();
        var timings = await time.InTurn(cities.Scaled(800, 20), cities.Scaled(200, 20), (large.Client, "/"), (small.Client, "/"));
        results.Ratio($"cockpit at {many:N0} projects against {few:N0}", timings[0], timings[1], 1.3);
    }
}
