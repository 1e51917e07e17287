using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.PowerCut;

/// <summary>A real server process on the embedded database whose every act on its files is written down, and the clients that write to it.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("bridgehead-power-");
    private string Journal => Path.Combine(place.FullName, "journal");
    private string token = "";
    private Guid unit;

    /// <summary>The data folder as it was when the server started.</summary>
    public string Before => Path.Combine(place.FullName, "before");

    /// <summary>The data folder the server worked in.</summary>
    public string After => Path.Combine(place.FullName, "data");

    /// <summary>What the server acknowledged.</summary>
    public List<Acknowledged> Acknowledged { get; } = [];

    /// <summary>Everything it did to its files.</summary>
    public List<Act> Acts { get; private set; } = [];

    /// <summary>Makes an installation, serves it, writes to it from four sides at once until so many writes were acknowledged, and stops it.</summary>
    public async Task Run(int writes, CancellationToken cancel)
    {
        await Found();
        using var server = await Serve(cancel);
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            while (!await Answers(http, cancel)) Assert.False(server.HasExited, "the server did not start");
            await Parallel.ForAsync(0, writes, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (i, stop) => await Write(http, i, stop));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
        Acts = Act.Read(await File.ReadAllBytesAsync(Journal, cancel));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");

    private async Task Found()
    {
        await using var app = new TestApp();
        await app.InitializeAsync();
        token = await app.Token("district-clerk", [.. Permission.Of(Role.Clerk)]);
        unit = await app.Reading(db => db.Set<Unit>().Where(u => u.Code == "east").Select(u => u.Id).SingleAsync());
        foreach (var folder in new[] { Before, After })
        {
            Directory.CreateDirectory(folder);
            var copy = Path.Combine(folder, "bridgehead.db");
            await app.Reading(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        }
    }

    private async Task<Process> Serve(CancellationToken cancel)
    {
        var recorder = Path.Combine(place.FullName, "powercut.so");
        using (var compiler = Process.Start(new ProcessStartInfo("gcc", ["-shared", "-fPIC", "-O2", "-o", recorder, Path.Combine(Sources.Root, "tests", "powercut", "powercut.c"), "-ldl", "-pthread"]))!)
        {
            await compiler.WaitForExitAsync(cancel);
            Assert.Equal(0, compiler.ExitCode);
        }
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet, [BuiltProgram.File, "--data", After, "--demo", "true", "--urls", address.ToString()])
        {
            WorkingDirectory = BuiltProgram.Folder, RedirectStandardOutput = true,
            Environment = { ["LD_PRELOAD"] = recorder, ["POWERCUT_ROOT"] = After, ["POWERCUT_JOURNAL"] = Journal, ["DOTNET_ROLL_FORWARD_TO_PRERELEASE"] = "0" },
        };
        var server = Process.Start(start)!;
        server.OutputDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        return server;
    }

    private async Task Write(HttpClient http, int number, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"断电项目{number}");
        var answer = await Send(http, "/api/projects", JsonContent.Create(new { name, unitId = unit, description = new string('述', 300) }), cancel);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id").GetGuid();
        Note(new Acknowledged(id, name, null, Length()));
        if (number < 20 || number % 2 != 0) return;
        byte[] content = [.. "%PDF-1.4\n"u8, .. RandomNumberGenerator.GetBytes(200 + number * 37)];
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "agreement.pdf" };
        await Send(http, $"/api/attachments?kind=project&record={id}", new MultipartFormDataContent { part }, cancel);
        Note(new Acknowledged(id, name, Convert.ToHexStringLower(SHA256.HashData(content)), Length()));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, string to, HttpContent content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answer = await http.SendAsync(request, cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(cancel));
        return answer;
    }

    private long Length() => new FileInfo(Journal).Length;

    private void Note(Acknowledged said)
    {
        lock (Acknowledged) Acknowledged.Add(said);
    }

    private static async Task<bool> Answers(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/access/sign-in", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(100, cancel);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
