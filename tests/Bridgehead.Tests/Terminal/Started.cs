using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Terminal;

/// <summary>The program started at a terminal, in an environment that says nothing about it but what is given.</summary>
internal sealed class Started : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What an environment may say, from a table of names and values.</summary>
    public Started(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Dotnet, [BuiltProgram.File, .. arguments]) { WorkingDirectory = BuiltProgram.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("BRIDGEHEAD_", StringComparison.Ordinal) || k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The program that starts it.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>A port nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Everything it has said so far, on both outputs.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>Runs it to its end; gives its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> ToTheEnd(params string[] arguments)
    {
        await using var run = new Started(arguments);
        return (await run.End(), run.Said);
    }

    /// <summary>Waits until it has ended; gives its exit code.</summary>
    public async Task<int> End()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3));
        return process.ExitCode;
    }

    /// <summary>Waits until the site answers: fails when it ends instead.</summary>
    public async Task Answers()
    {
        await Task.WhenAny(answers.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(answers.Task.IsCompleted, "it ended: " + Said);
        // the lines after the address come at once with it
        await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        said.Enqueue(line);
        if (line.StartsWith("桥头堡 Bridgehead  http", StringComparison.Ordinal)) answers.TrySetResult();
    }
}
