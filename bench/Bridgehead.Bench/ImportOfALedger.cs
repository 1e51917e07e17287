using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bridgehead.Bench;

/// <summary>Importing 100,000 rows of xlsx into an embedded database: the whole program, from its start to its end, and the rows a second once it runs.</summary>
internal static class ImportOfALedger
{
    public static async Task Run(Cities cities, Results results)
    {
        var rows = cities.Scaled(100_000);
        foreach (var kind in new[] { "enterprises", "projects" })
        {
            var file = await Ledger(cities, kind);
            var data = Path.Combine(cities.Folder, "import");
            if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
            await Cities.Program("demo", "--projects", "10", "--years", "1", "--data", data);
            // the program's own start, with nothing to import
            var start = await Cities.Program("unit", "list", "--data", data);
            var count = $"SELECT count(*) FROM \"{(kind == "projects" ? "Projects" : "Enterprises")}\"";
            var before = Cities.Count(data, count);
            var (seconds, megabytes, said) = await Cities.Program("import", kind, file, "--data", data, "--json");
            if (!said.Contains($"\"accepted\": {rows}", StringComparison.Ordinal) && !said.Contains($"\"accepted\":{rows}", StringComparison.Ordinal)) throw new InvalidOperationException(said[..Math.Min(400, said.Length)]);
            if (Cities.Count(data, count) - before is var added && added < rows) throw new InvalidOperationException($"{added} {kind} are there, not {rows}");
            var rate = rows / (seconds - start.Seconds);
            results.Add($"import of {rows:N0} {kind} from xlsx", $"{seconds:0.0} s in all, {start.Seconds:0.0} s of it starting: {rate:N0} rows/s", "≥ 10,000 rows/s", rate >= 10_000);
            results.Add($"memory of it, {kind}", $"{megabytes:N0} MB", "< 500 MB", megabytes < 500);
            var floor = Written(data, kind, rows);
            results.Add($"the same import against the engine alone writing the same rows with their indexes, in one transaction", $"{seconds - start.Seconds:0.0} s / {floor:0.0} s = {(seconds - start.Seconds) / floor:0.0}", "for comparison", true);
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The seconds SQLite takes to copy what was imported into the same tables, emptied: no reading, judging, converting.</summary>
    private static double Written(string data, string kind, int rows)
    {
        var (done, empty) = (Path.Combine(data, "bridgehead.db"), Path.Combine(data, "floor.db"));
        File.Copy(done, empty);
        string[] tables = kind == "projects" ? ["Projects", "ProjectSteps", "LedgerEntries", "SearchEntries"] : ["Enterprises", "SearchEntries"];
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = empty, Pooling = false }.ToString());
        db.Open();
        foreach (var pragma in DurableConnection.Pragmas) Run(pragma);
        Run("PRAGMA foreign_keys=OFF");
        var triggers = Read("SELECT name FROM sqlite_master WHERE type = 'trigger'").ToList();
        foreach (var trigger in triggers) Run($"DROP TRIGGER \"{trigger}\"");
        foreach (var table in tables) Run($"DELETE FROM \"{table}\"");
        Run("INSERT INTO \"SearchText\"(\"SearchText\") VALUES ('delete-all')");
        Run("VACUUM");
        Run($"ATTACH '{done}' AS done");
        var clock = Stopwatch.StartNew();
        Run("BEGIN IMMEDIATE");
        foreach (var table in tables) Run($"INSERT INTO main.\"{table}\" SELECT * FROM done.\"{table}\"");
        for (var from = 0; from < rows + 5_000; from += 5_000)
            Run($"INSERT INTO \"SearchText\"(rowid, \"Tokens\") SELECT \"Row\", \"Tokens\" FROM main.\"SearchEntries\" WHERE \"Row\" > {from} AND \"Row\" <= {from + 5_000}");
        Run("COMMIT");
        return clock.Elapsed.TotalSeconds;

        void Run(string sql)
        {
            using var command = db.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }

        IEnumerable<string> Read(string sql)
        {
            using var command = db.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read()) yield return reader.GetString(0);
        }
    }

    public static async Task<string> Ledger(Cities cities, string kind)
    {
        var rows = cities.Scaled(100_000);
        var file = Path.Combine(cities.Folder, $"{kind}-{rows}.xlsx");
        if (File.Exists(file)) return file;
        Directory.CreateDirectory(cities.Folder);
        await using var to = File.Create(file);
        var columns = kind == "projects"
            ? (string[])["项目名称", "落地区县", "投资方", "资金来源", "产业类别", "协议投资额（万元）", "签约日期", "项目阶段", "项目简介"]
            : ["企业名称", "统一社会信用代码", "注册资本（万元）", "成立日期", "法定代表人", "联系电话", "注册地址"];
        await TableWriter.Xlsx(to, kind, [.. columns.Select(c => new TableColumn(c))], TableWriter.From(Enumerable.Range(0, rows).Select(n => kind == "projects" ? Project(n) : Enterprise(n))));
        return file;
    }

    private static object?[] Project(int n) =>
    [
        $"{Name(n)}生产基地{n}号", new[] { "临澜区", "望岳区" }[n % 2], $"{Name(n * 7)}有限公司", new[] { "境外", "省外", "市外省内", "市内县际" }[n % 4],
        new[] { "工业", "服务业", "农业" }[n % 3], 1000 + n % 90_000, Day(n, 2024), "签约", "建设厂房及配套设施",
    ];

    private static object?[] Enterprise(int n) =>
        [$"{Name(n)}科技有限公司{n}", Code(n), 100 + n % 9000, Day(n, 2010 + n % 14), $"王{Name(n)[..1]}", $"138{n:00000000}", $"望岳区{Name(n * 13)}路{n % 999}号"];

    private static string Name(int n) => string.Concat("智能新材生物食品机械电子能源数据物流化工钒钛康养文旅装备汽车".AsSpan(n % 28, 2), "华锦川岷沱泰衡昌".AsSpan(n / 28 % 8, 1));

    private static string Day(int n, int year) => new DateOnly(year, 1 + n % 12, 1 + n % 28).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A credit code of a division that does not exist, with its check character (GB 32100-2015).</summary>
    private static string Code(int n)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var code = $"91990000MA{n:0000000}";
        return code + alphabet[(31 - code.Select((c, i) => alphabet.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum() % 31) % 31];
    }
}
