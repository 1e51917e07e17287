using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bridgehead.Features.Access;
using Bridgehead.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A real server process is killed in the middle of an import, again and again: nothing of it is there, and the next one finishes it. Rows are counted past the application.</summary>
[Trait("needs", "process")]
public sealed class AKilledImport
{
    private const int Rows = 20_000;
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");

    [Fact]
    public async Task Leaves_nothing_behind_and_is_finished_by_the_next_start()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("BRIDGEHEAD_TEST_DATABASE") == "postgres", "the embedded database has one process; with several, the lease decides: AnImportInTheBackground");
        var (cancel, place) = (TestContext.Current.CancellationToken, Directory.CreateTempSubdirectory("bridgehead-killed-"));
        try
        {
            var token = await Found(place.FullName);
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var server = await Serve(place.FullName, http, cancel);
            var part = new ByteArrayContent(AnImportInTheBackground.Ledger("杀", Rows));
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "killed.csv" };
            var check = await Send(http, HttpMethod.Post, "/api/imports/checks?kind=Projects", new MultipartFormDataContent { part }, null, cancel);
            var id = check.GetProperty("id").GetString()!;
            var ready = await Until(http, id, c => c.GetProperty("state").GetString() == "Ready", cancel);
            await Send(http, HttpMethod.Post, $"/api/imports/checks/{id}/apply", null, ready.GetProperty("version").GetInt64(), cancel);
            foreach (var percent in new[] { 20, 60 })
            {
                await Until(http, id, c => c.GetProperty("percent").GetInt32() >= percent || c.GetProperty("state").GetString() == "Done", cancel);
                server.Kill();
                await server.WaitForExitAsync(cancel);
                Assert.Equal(0, Count(place.FullName, """SELECT count(*) FROM "Projects" WHERE "Name" LIKE '杀%'"""));
                Assert.Equal(0, Count(place.FullName, """SELECT count(*) FROM "ImportBatches" """));
                Assert.Equal(0, Count(place.FullName, """SELECT count(*) FROM "LedgerEntries" """));
                server.Dispose();
                server = await Serve(place.FullName, http, cancel);
            }
            var done = await Until(http, id, c => c.GetProperty("state").GetString() is "Done" or "Failed", cancel);
            Assert.Equal("Done", done.GetProperty("state").GetString());
            server.Kill();
            await server.WaitForExitAsync(cancel);
            server.Dispose();
            Assert.Equal(Rows, Count(place.FullName, """SELECT count(*) FROM "Projects" WHERE "Name" LIKE '杀%'"""));
            Assert.Equal(1, Count(place.FullName, """SELECT count(*) FROM "ImportBatches" """));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            place.Delete(recursive: true);
        }
    }

    private static async Task<string> Found(string folder)
    {
        await using var app = new TestApp();
        await app.InitializeAsync();
        var token = await app.Token("district-clerk", [.. Permission.Of(Role.Clerk)]);
        var copy = Path.Combine(folder, "bridgehead.db");
        await app.Reading(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        return token;
    }

    private async Task<Process> Serve(string folder, HttpClient http, CancellationToken cancel)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var server = Process.Start(new ProcessStartInfo(dotnet, [BuiltProgram.File, "--data", folder, "--demo", "true", "--urls", address.ToString()])
            { WorkingDirectory = BuiltProgram.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        for (var tries = 0; tries < 3000; tries++)
        {
            Assert.False(server.HasExited, "the server did not start");
            try
            {
                using var answer = await http.GetAsync(new Uri("/api/health", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // not yet
            }
            await Task.Delay(100, cancel);
        }
        throw new TimeoutException("the server did not answer");
    }

    private static async Task<JsonElement> Until(HttpClient http, string id, Func<JsonElement, bool> holds, CancellationToken cancel)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var state = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/imports/checks/{id}", UriKind.Relative), cancel)).RootElement;
            if (holds(state)) return state;
            await Task.Delay(30, cancel);
        }
        throw new TimeoutException("the import did not get there");
    }

    private static async Task<JsonElement> Send(HttpClient http, HttpMethod method, string to, HttpContent? content, long? version, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, to) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (version is { } read) request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{read}\""));
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static long Count(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bridgehead.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
