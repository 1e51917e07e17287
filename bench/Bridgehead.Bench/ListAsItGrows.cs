using System.Text.RegularExpressions;
using Bridgehead.Features.Projects;

namespace Bridgehead.Bench;

/// <summary>The first page of the list of projects at 1,000,000 against the same at 100,000: plain, sorted, filtered, searched and of a district.</summary>
internal static partial class ListAsItGrows
{
    // each with the rows it is to show, counted past the program
    private static readonly (string Address, string Where)[] Questions =
    [
        ("/projects", "1"), ("/projects?sort=amount", "1"), ("/projects?stage=signed", $"\"StageOrder\" = {Stage.Called("signed")!.Order}"),
        ("/projects?origin=Abroad&sort=amount", "\"Origin\" = 'Abroad'"), ("/projects?branch=Secondary&year=2025", "\"Branch\" = 'Secondary' AND \"SignedOn\" BETWEEN '2025-01-01' AND '2025-12-31'"),
    ];

    public static async Task Run(Cities cities, Results results)
    {
        var (few, many) = (cities.Scaled(100_000), cities.Scaled(1_000_000));
        var (fewer, more) = (await cities.Of(few), await cities.Of(many));
        await using var small = await RunningSite.Of(fewer);
        await using var large = await RunningSite.Of(more);
        using var time = new ServerTime();
        foreach (var (address, where) in Questions)
        {
            await Right(small, fewer, address, where);
            await Right(large, more, address, where);
            var timings = await time.InTurn(cities.Scaled(800, 20), cities.Scaled(200, 20), (large.Client, address), (small.Client, address));
            results.Ratio($"{address} at {many:N0} projects against {few:N0}", timings[0], timings[1], 1.3);
        }
    }

    private static async Task Right(RunningSite site, string data, string address, string where)
    {
        var expected = Math.Min(ListProjects.PageSize, Cities.Count(data, $"SELECT count(*) FROM \"Projects\" WHERE \"DeletedAt\" IS NULL AND {where}"));
        var shown = Row().Count(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
        if (shown != expected) throw new InvalidOperationException($"{address}: {shown} rows, not {expected}");
    }

    [GeneratedRegex("<tr data-id=")]
    private static partial Regex Row();
}
