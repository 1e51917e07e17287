namespace Bridgehead.Bench;

/// <summary>The work report of a city of 10,000 projects: collected, composed and set as a Word file.</summary>
internal static class WorkReportOfACity
{
    public static async Task Run(Cities cities, Results results)
    {
        await using var site = await RunningSite.Of(await cities.Of(10_000));
        using var time = new ServerTime();
        var year = DateTime.UtcNow.AddHours(8).Year;
        var timings = await time.InTurn(5, 30, (site.Client, $"/reports/work?unit=city&year={year}"), (site.Client, $"/reports/work?handler=Word&unit=city&year={year}"));
        results.Add("work report of 10,000 projects on the page", $"{timings[0].Median:0} ms", "≤ 1000 ms", timings[0].Median <= 1000);
        results.Add("work report of 10,000 projects as a Word file", $"{timings[1].Median:0} ms", "≤ 1000 ms", timings[1].Median <= 1000);
    }
}
