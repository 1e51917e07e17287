using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bridgehead.Tests.PowerCut;

/// <summary>
/// Nothing acknowledged is lost and nothing is damaged when the power fails (reliability goal 48): a real server process writes, everything
/// it does to its files is recorded, and the folder is built anew as a disk would have left it at a chosen moment: what was flushed is
/// there, of what was not each 512-byte sector, size and name is there or not by chance.
/// </summary>
public sealed class APowerCut(APowerCut.Recording recording) : IClassFixture<APowerCut.Recording>
{
    /// <summary>What the quick tests look at: one server that was written to sixty times.</summary>
    public sealed class Recording : IAsyncDisposable
    {
        private RecordedServer? server;

        internal async Task<RecordedServer> Server() => server ??= await Recorded(60);

        /// <inheritdoc />
        public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Loses_nothing_acknowledged() => await LosesNothing(await recording.Server(), cuts: 8);

    [Fact, Trait("speed", "slow")]
    public async Task Loses_nothing_acknowledged_in_a_hundred_cuts()
    {
        await using var server = await Recorded(400);
        await LosesNothing(server, cuts: 100);
    }

    [Fact]
    public async Task Is_found_out_where_the_flush_was_left_out()
    {
        var server = await recording.Server();
        var faults = new Dictionary<string, List<Act>>
        {
            ["the log is not flushed at commit (synchronous=NORMAL)"] = Act.WithoutFlushAtCommit(server.Acts),
            ["nothing is ever flushed (synchronous=OFF)"] = [.. server.Acts.Where(a => a.Kind is not ('S' or 'D'))],
            ["files are not flushed"] = [.. server.Acts.Where(a => !(a.Kind == 'S' && a.Name.StartsWith("files", StringComparison.Ordinal)))],
            ["folders are not flushed"] = [.. server.Acts.Where(a => !(a.Kind == 'D' && a.Name.StartsWith("files", StringComparison.Ordinal)))],
        };
        foreach (var (fault, acts) in faults)
        {
            Assert.True(acts.Count < server.Acts.Count, $"{fault}: nothing was taken out");
            var wrong = await After(server, acts, acts.Count, new Random(7), reached: 0);
            Assert.True(wrong.Any(w => w.StartsWith("lost", StringComparison.Ordinal) || w.StartsWith("does not open", StringComparison.Ordinal)), $"{fault}: not found out");
        }
        Assert.Equal([], await After(server, server.Acts, server.Acts.Count, new Random(7), reached: 0));
    }

    private static async Task LosesNothing(RecordedServer server, int cuts)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var cut = 0; cut < cuts; cut++)
        {
            var acts = random.Next(1, server.Acts.Count + 1);
            var reached = random.Next(4) / 3.0;
            var wrong = await After(server, server.Acts, acts, random, reached);
            Assert.True(wrong.Count == 0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, cut {cut} after {acts} of {server.Acts.Count} acts, {reached:P0} of the rest: {string.Join('\n', wrong)}"));
        }
    }

    private static async Task<List<string>> After(RecordedServer server, List<Act> acts, int count, Random random, double reached)
    {
        var disk = new Disk(server.Before);
        foreach (var act in acts.Take(count)) disk.Do(act);
        var folder = Directory.CreateTempSubdirectory("bridgehead-left-").FullName;
        try
        {
            disk.Leave(folder, () => random.NextDouble() < reached);
            foreach (var shared in Directory.GetFiles(folder, "*-shm")) File.Delete(shared);
            return await Aftermath.Of(folder, server.Acknowledged.Where(a => a.By <= acts[count - 1].End));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<RecordedServer> Recorded(int writes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "gcc"))),
            "The power cut needs gcc, which records what the server does to its files.");
        var server = new RecordedServer();
        await server.Run(writes, TestContext.Current.CancellationToken);
        Assert.True(server.Acknowledged.Count >= writes);
        Complete(server);
        return server;
    }

    // the recorder saw everything: played to the end it gives the folder the server left, byte by byte
    private static void Complete(RecordedServer server)
    {
        Assert.Contains(server.Acts, a => a.Kind == 'D' && a.Name.StartsWith("files/", StringComparison.Ordinal));
        var disk = new Disk(server.Before);
        foreach (var act in server.Acts) disk.Do(act);
        var folder = Directory.CreateTempSubdirectory("bridgehead-whole-").FullName;
        disk.Leave(folder, static () => true);
        string[] Names(string of) => [.. Directory.EnumerateFiles(of, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(of, f))
            .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(Names(server.After), Names(folder));
        Assert.All(Names(folder), name => Assert.Equal(File.ReadAllBytes(Path.Combine(server.After, name)), File.ReadAllBytes(Path.Combine(folder, name))));
        Directory.Delete(folder, recursive: true);
    }
}
