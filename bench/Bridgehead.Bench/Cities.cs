using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Bridgehead.Bench;

/// <summary>Demo cities of given sizes, made once and kept for the next run.</summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="smaller">By what their sizes and the rounds of a bench are divided: 1 measures; more only shows that it still runs and counts right.</param>
internal sealed class Cities(string folder, int smaller = 1)
{
    /// <summary>A size or a number of rounds, as it is wanted this time; never less than a hundred projects or twenty rounds.</summary>
    public int Scaled(int full, int least = 100) => smaller == 1 ? full : Math.Max(least, full / smaller);

    /// <summary>Where the benches may write.</summary>
    public string Folder => folder;

    /// <summary>The data folder of a city with so many projects.</summary>
    public async Task<string> Of(int projects, int years = 10)
    {
        var data = Path.Combine(folder, $"city-{projects}");
        if (File.Exists(Path.Combine(data, "made"))) return data;
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        await Program("demo", "--projects", $"{projects}", "--years", $"{years}", "--seed", "1", "--data", data);
        await File.WriteAllTextAsync(Path.Combine(data, "made"), "");
        return data;
    }

    /// <summary>Counts rows of a city's database past the program.</summary>
    public static long Count(string data, string sql)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "bridgehead.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The program as it is run: what ./run has built, or the one built with the benches.</summary>
    public static string Executable { get; set; } = Built(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Built(DirectoryInfo own) =>
        Path.Combine(own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "Bridgehead", "bin", own.Parent.Name, own.Name, "bridgehead.dll");

    /// <summary>Runs the program; gives its seconds and the most memory it held, in MB.</summary>
    public static async Task<(double Seconds, long Megabytes, string Said)> Program(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Executable, .. arguments]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var most = 0L;
        while (!process.HasExited)
        {
            most = Math.Max(most, MostHeld(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(50));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit {process.ExitCode}: {await said}");
        return (seconds, most / 1024, await said);
    }

    /// <summary>The kernel's own record of the most memory a process held, in kB.</summary>
    private static long MostHeld(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
