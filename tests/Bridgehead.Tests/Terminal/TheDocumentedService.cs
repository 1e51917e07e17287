using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Terminal;

/// <summary>The service as docs/operations.md writes it down for systemd, behind the proxy it names: only the folder and the port are others.</summary>
[Trait("needs", "process")]
public sealed partial class TheDocumentedService : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridgehead-service-");
    private readonly HttpClient browser = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private Started site = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var manual = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "docs", "operations.md"), TestContext.Current.CancellationToken);
        var address = $"http://127.0.0.1:{Started.FreePort()}";
        var written = Command().Match(manual).Groups[1].Value;
        Assert.Contains("/var/lib/bridgehead", written, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5080", written, StringComparison.Ordinal);
        var arguments = written.Replace("/var/lib/bridgehead", folder.FullName, StringComparison.Ordinal).Replace("http://127.0.0.1:5080", address, StringComparison.Ordinal).Split(' ');
        var environment = Setting().Matches(manual).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToList();
        Assert.Contains(environment, e => e.Item1 == "BRIDGEHEAD_PROXIES");
        browser.BaseAddress = new Uri(address);
        // an empty setting says no
        site = new Started(arguments, [.. environment, ("BRIDGEHEAD_DEMO", "")]);
        await site.Answers();
    }

    [Fact]
    public async Task Sends_host_bound_secure_cookies_and_tells_how_the_first_account_is_made()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/access/sign-in");
        foreach (var (header, value) in new[] { ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https") }) request.Headers.Add(header, value);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("demo-banner", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-bridgehead", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));

        // the commands are printed to be typed: they are, as they stand
        var commands = site.Said.Split('\n').Where(l => l.StartsWith("  dotnet ", StringComparison.Ordinal)).Select(l => l.Trim()).ToList();
        Assert.Equal(3, commands.Count);
        foreach (var command in commands)
        {
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PATH"] = Path.GetDirectoryName(Started.Dotnet) + ":/usr/bin:/bin" } })!;
            var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(shell.ExitCode == 0, command + "\n" + said);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"^ExecStart=\S+ \S+bridgehead\.dll (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^Environment=(\w+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
