using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Bridgehead.Browser.FilledCity))]
[assembly: AssemblyFixture(typeof(Bridgehead.Browser.Chromium))]

namespace Bridgehead.Browser;

/// <summary>The demo city, filled once by the program as people fill it. Each group of journeys serves a copy of its own, so that none meets what another did.</summary>
public sealed class FilledCity : IAsyncLifetime
{
    /// <summary>The data folder; nobody writes into it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("bridgehead-city-").FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        using var fill = DemoCity.Start("demo", "--data", Folder, "--seed", "1");
        var said = await fill.StandardError.ReadToEndAsync();
        await fill.WaitForExitAsync();
        Assert.True(fill.ExitCode == 0, said);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The browser all journeys open their windows in; each window is a world of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists), // without a card, drawing by the processor what a card would draw costs more than all the rest
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-software-rasterizer", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>The program as people start it: a data folder with the demo city, served on a free port of the loopback address.</summary>
public sealed class DemoCity(FilledCity filled, Chromium chromium) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridgehead-browser-").FullName;
    private Process? server;

    /// <summary>The address it answers on.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The browser the journeys open their windows in.</summary>
    public IBrowser Browser => chromium.Browser;

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(filled.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(filled.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
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

    internal static Process Start(params string[] arguments)
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
