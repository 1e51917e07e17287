using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Bridgehead.Bench;

/// <summary>
/// The list of projects as the site serves it, against a hand-written endpoint that runs the same statements on the same database and writes
/// the same page by hand, without framework, rights or template. Both in one process, asked in turn.
/// </summary>
internal static class ListAgainstFloor
{
    private const string Inside = "/bench/floor";

    public static async Task Run(Cities cities, Results results)
    {
        var data = await cities.Of(100_000);
        var floor = new Floor(data);
        await using var site = await RunningSite.Of(data, app => app.MapGet(Inside, floor.WriteOwn).RequireAuthorization(Permission.ReadProjects));
        await using var bare = await Bare(floor);
        using var client = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        foreach (var address in new[] { "/projects", "/projects?sort=amount&stage=signed" })
        {
            await site.Client.GetStringAsync(new Uri(address, UriKind.Relative));
            var page = "";
            floor.Follow(await StatementsOf.Work(async () => page = await site.Client.GetStringAsync(new Uri(address, UriKind.Relative))), page);
            foreach (var (who, at) in new[] { (site.Client, Inside), (client, "/") })
                SameRows(at, Floor.Rows(await who.GetStringAsync(new Uri(at, UriKind.Relative))), Floor.Rows(page));
            using var time = new ServerTime();
            var timings = await time.InTurn(3000, 600, (site.Client, address), (site.Client, Inside), (client, "/"));
            results.Ratio($"{address} at 100,000 projects: the page against a hand-written endpoint behind the same sign-in and rights", timings[0], timings[1], 2);
            results.Add($"{address}: the same against a bare server without sign-in and rights", $"{timings[0].Median:0.00} ms / {timings[2].Median:0.00} ms = {timings[0].Median / timings[2].Median:0.00}", "for comparison", true);
        }
    }

    private static void SameRows(string at, string own, string page)
    {
        foreach (var (mine, shown) in own.Split('\n').Zip(page.Split('\n')))
            if (mine != shown) throw new InvalidOperationException($"{at} writes other rows than the page: '{mine.Trim()}' where the page has '{shown.Trim()}'");
        if (own.Length != page.Length) throw new InvalidOperationException($"{at} writes {own.Length} characters of rows where the page has {page.Length}");
    }

    private static async Task<WebApplication> Bare(Floor floor)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", floor.WriteAll);
        await app.StartAsync();
        return app;
    }
}
