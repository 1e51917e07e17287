using System.Diagnostics;

namespace Bridgehead.Bench;

/// <summary>Starting the site on data that stands, until the first page is answered.</summary>
internal static class StartOfTheSite
{
    public static async Task Run(Cities cities, Results results)
    {
        var data = await cities.Of(400, 3);
        var times = new Timing();
        for (var i = 0; i < 5; i++) times.Add(await Once(data));
        results.Add("start of the site, to the first page answered", $"{times.Median / 1000:0.0} s", "≤ 5 s", times.Median <= 5000);
    }

    private static async Task<double> Once(string data)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Cities.Executable, "serve", "--data", data, "--demo", "true", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        try
        {
            string? address = null;
            while (address is null)
                address = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the site did not start")).Split(' ').FirstOrDefault(w => w.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
            using var browser = new HttpClient();
            (await browser.GetAsync(new Uri(new Uri(address), "/access/sign-in"))).EnsureSuccessStatusCode();
            return clock.Elapsed.TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
