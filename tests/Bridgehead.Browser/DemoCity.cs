using System.Diagnostics;

namespace Bridgehead.Browser;

/// <summary>The program as people start it: a fresh data folder filled with the demo city, served on a free port of the loopback address.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridgehead-browser-").FullName;
    private Process? server;

    /// <summary>The address it answers on.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        using (var fill = Start("demo", "--data", folder, "--seed", "1"))
        {
            var said = await fill.StandardError.ReadToEndAsync();
            await fill.WaitForExitAsync();
            Assert.True(fill.ExitCode == 0, said);
        }
        server = Start("serve", "--data", folder, "--demo", "true", "--urls", "http://127.0.0.1:0");
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at < 0) continue;
            Address = new Uri(line[at..].Split(' ')[0]);
            _ = server.StandardOutput.ReadToEndAsync();
            _ = server.StandardError.ReadToEndAsync();
            return;
        }
        Assert.Fail("The server did not start: " + await server.StandardError.ReadToEndAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Program() };
        start.ArgumentList.Add(Path.Combine(Program(), "bridgehead.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string Program()
    {
        var bin = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(bin.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "Bridgehead", "bin", bin.Parent.Name, bin.Name);
    }
}
