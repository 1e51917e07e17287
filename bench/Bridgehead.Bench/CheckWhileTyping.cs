namespace Bridgehead.Bench;

/// <summary>Looking for duplicates while a project or an enterprise is typed, among 100,000 projects and more than 100,000 enterprises: what the person waits for.</summary>
internal static class CheckWhileTyping
{
    private const double Goal = 200;

    private static readonly (string What, string Address)[] Questions =
    [
        ("a new project nobody has", "/duplicates/possible?kind=project&Input.Name=" + Uri.EscapeDataString("石墨烯导热膜中试基地")),
        ("a project that is there", "/duplicates/possible?kind=project&Input.Name=" + Uri.EscapeDataString("瑞澜锂电池负极材料生产基地（一期）") + "&Input.Investor=" + Uri.EscapeDataString("广东瑞澜新能源有限公司") + "&Input.Amount=" + Uri.EscapeDataString("1.2亿")),
        ("a project of an investor with many", "/duplicates/possible?kind=project&Input.Name=" + Uri.EscapeDataString("瑞澜储能电站") + "&Input.Investor=" + Uri.EscapeDataString("青岚瑞澜新能源有限公司")),
        ("an enterprise by name", "/duplicates/possible?kind=enterprise&Input.Name=" + Uri.EscapeDataString("智能华科技有限公司")),
        ("an enterprise by person", "/duplicates/possible?kind=enterprise&Input.Name=" + Uri.EscapeDataString("生物岷科技") + "&Input.LegalRepresentative=" + Uri.EscapeDataString("王生")),
    ];

    public static async Task Run(Cities cities, Results results)
    {
        await using var site = await RunningSite.Of(await City(cities));
        using var time = new ServerTime();
        // every question is asked with a telephone number, as the form sends it
        site.Client.DefaultRequestHeaders.Add("Typed-Phones", "13800001234");
        foreach (var (what, address) in Questions)
        {
            var timing = (await time.InTurn(30, 200, (site.Client, address)))[0];
            results.Add($"duplicates while typing, {what}", $"median {timing.Median:0.0} ms, 95th percentile {timing.At(95):0.0} ms", $"≤ {Goal:0} ms", timing.At(95) <= Goal);
        }
    }

    /// <summary>A city of 100,000 projects and their investors, with 100,000 enterprises more from a ledger.</summary>
    private static async Task<string> City(Cities cities)
    {
        var data = Path.Combine(cities.Folder, "duplicates-100000");
        if (File.Exists(Path.Combine(data, "made"))) return data;
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        await Cities.Program("demo", "--projects", "100000", "--years", "10", "--seed", "1", "--data", data);
        await Cities.Program("import", "enterprises", await ImportOfALedger.Ledger(cities, "enterprises"), "--data", data, "--json");
        await File.WriteAllTextAsync(Path.Combine(data, "made"), "");
        return data;
    }
}
