namespace Bridgehead.Bench;

/// <summary>The first page of the list of projects at 1,000,000 against the same at 100,000: plain, sorted, filtered, searched and of a district.</summary>
internal static class ListAsItGrows
{
    private static readonly string[] Addresses = ["/projects", "/projects?sort=amount", "/projects?stage=signed", "/projects?origin=Abroad&sort=amount", "/projects?branch=Secondary&year=2025"];

    public static async Task Run(Cities cities, Results results)
    {
        await using var small = await RunningSite.Of(await cities.Of(100_000));
        await using var large = await RunningSite.Of(await cities.Of(1_000_000));
        using var time = new ServerTime();
        foreach (var address in Addresses)
        {
            var timings = await time.InTurn(800, 200, (large.Client, address), (small.Client, address));
            results.Ratio($"{address} at 1,000,000 projects against 100,000", timings[0], timings[1], 1.3);
        }
    }
}
