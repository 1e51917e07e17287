namespace Bridgehead.Bench;

/// <summary>A ledger of 100,000 projects written as a workbook: the whole program from its start to its end.</summary>
internal static class LedgerOfACity
{
    public static async Task Run(Cities cities, Results results)
    {
        var (city, file) = (await cities.Of(100_000), Path.Combine(cities.Folder, "ledger.xlsx"));
        // every project came in as a lead once
        var (seconds, megabytes, said) = await Cities.Program("report", "ledger", "--kind", "Leads", "--unit", "city", "--from", "1990-01-01", "--out", file, "--data", city);
        // a few chapters of the demo city register a handful of their own
        if (!said.Contains(" 1000", StringComparison.Ordinal)) throw new InvalidOperationException(said);
        results.Add($"ledger of 100,000 lines as a workbook of {new FileInfo(file).Length / 1_000_000.0:0.0} MB, from the program's start to its end", $"{seconds:0.0} s, {megabytes} MB", "< 15 s, < 300 MB", seconds < 15 && megabytes < 300);
    }
}
