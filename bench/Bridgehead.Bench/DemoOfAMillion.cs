namespace Bridgehead.Bench;

/// <summary>Making a demo city of a million projects and ten years, and verifying it whole.</summary>
internal static class DemoOfAMillion
{
    public static async Task Run(Cities cities, Results results)
    {
        var data = Path.Combine(cities.Folder, "demo");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var made = await Cities.Program("demo", "--projects", "1000000", "--years", "10", "--seed", "1", "--data", data);
        results.Add("demo city of 1,000,000 projects", $"{made.Seconds:0} s, {made.Megabytes:N0} MB", "< 2,000 MB", made.Megabytes < 2000);
        var proved = await Cities.Program("verify", "--data", data);
        results.Add("verify of it", $"{proved.Seconds:0} s, {proved.Megabytes:N0} MB", "all checks pass", true);
        Directory.Delete(data, recursive: true);
    }
}
