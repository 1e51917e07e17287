using System.IO.Compression;
using System.Text;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Keeping;

[Trait("needs", "database")]
public sealed class RestoringABackup : IAsyncLifetime
{
    private readonly TestApp app = new();
    private readonly string place = Directory.CreateTempSubdirectory("bridgehead-keeping-").FullName;
    private readonly TestDatabase second = new();

    private string File => Path.Combine(place, "city.backup");
    private string Target => Path.Combine(place, "restored");

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await second.Create();
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var east = await db.Set<Unit>().SingleAsync(u => u.Code == "east");
            var project = await services.GetRequiredService<OpenProject>().Run(
                new ProjectInput { Name = "年产10GWh储能电池“𠀀”项目\n二期", UnitId = east.Id, Amount = "12.5亿", SignedOn = new DateOnly(2024, 2, 29) }.Facts(), Stage.Called("lead")!, default);
            await using var content = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 agreement"));
            await services.GetRequiredService<Bridgehead.Attachments>().Attach("project", project.Id, "投资协议.pdf", content);
        });
        await (await app.SignedInAs("clerk")).Open("/");
    }

    [Fact]
    public async Task Gives_every_row_and_file_back_and_every_check_passes()
    {
        await Backup(File);
        var restored = await RestoreBackup.Run(Here(), File);
        Assert.All(restored.Checks, check => Assert.Empty(check.Findings));
        Assert.Contains(restored.Manifest.Parts, p => p is { Name: "tables/Projects.jsonl", Rows: 1 });
        Assert.Contains(restored.Manifest.Parts, p => p.Rows is null);
        Assert.Equal(Lines(restored.Manifest), Lines(await BackupOf(Here())));
        if (!app.Services.GetRequiredService<Installation>().UsesPostgres) Assert.Equal(0, Differences());
    }

    [Fact]
    public async Task Moves_a_city_to_the_other_engine_and_back()
    {
        Assert.SkipWhen(second.Postgres is null, "Needs a PostgreSQL server: BRIDGEHEAD_TEST_DATABASE=postgres.");
        await Backup(File);
        var embedded = new Installation(Target, null, false);
        await RestoreBackup.Run(embedded, File);
        var again = Path.Combine(place, "again.backup");
        var moved = await BackupOf(embedded, again);
        var restored = await RestoreBackup.Run(new Installation(Path.Combine(place, "moved"), second.Postgres, false), again);
        Assert.All(restored.Checks, check => Assert.Empty(check.Findings));
        Assert.Equal("sqlite", restored.Manifest.Database);
        Assert.Equal(Lines(await Manifest(File)), Lines(moved));
        Assert.Equal(Lines(moved), Lines(await BackupOf(new Installation(Path.Combine(place, "moved"), second.Postgres, false))));
        await Assert.ThrowsAsync<Refusal>(() => RestoreBackup.Run(new Installation(Path.Combine(place, "third"), second.Postgres, false), again));
        Assert.False(Directory.Exists(Path.Combine(place, "third")));
    }

    [Fact]
    public async Task A_backup_taken_while_people_work_is_of_one_moment()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var working = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await app.Inside(async services =>
                {
                    services.GetRequiredService<BridgeheadDb>().Add(new Enterprise("企业" + Guid.NewGuid().ToString("N")[..8], new EnterpriseFacts()));
                    await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
                });
                if (i == 2) begun.SetResult();
            }
        }, CancellationToken.None);
        await Task.WhenAny(begun.Task, working);
        await Backup(File);
        await stop.CancelAsync();
        await working;
        var restored = await RestoreBackup.Run(Here(), File);
        Assert.All(restored.Checks, check => Assert.Empty(check.Findings));
        Assert.NotEqual(0, restored.Manifest.Parts.Single(p => p.Name == "tables/Enterprises.jsonl").Rows);
    }

    [Fact]
    public async Task Is_refused_where_something_is_already()
    {
        await Backup(File);
        Directory.CreateDirectory(Target);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Target, "here.txt"), "");
        var refused = await Assert.ThrowsAsync<Refusal>(() => RestoreBackup.Run(Here(), File));
        Assert.Contains("不是空的", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Refusal>(() => Backup(File));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("added")]
    [InlineData("cut")]
    [InlineData("text")]
    public async Task Is_refused_from_a_damaged_file_and_leaves_nothing(string how)
    {
        await Backup(File);
        Damage(how);
        await Assert.ThrowsAsync<Refusal>(() => RestoreBackup.Run(Here(), File));
        Assert.False(Directory.Exists(Target));
        Assert.Empty(Directory.GetDirectories(place, "*.restoring-*"));
    }

    private void Damage(string how)
    {
        switch (how)
        {
            case "cut":
                using (var file = new FileStream(File, FileMode.Open)) file.SetLength(file.Length / 2);
                return;
            case "text":
                System.IO.File.WriteAllText(File, "not a backup");
                return;
        }
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        var units = zip.GetEntry("tables/Units.jsonl")!;
        if (how == "added") zip.CreateEntry("tables/../../escape.txt").Open().Dispose();
        else if (how == "removed") units.Delete();
        else
            using (var content = units.Open())
            {
                content.Position = content.Length / 2;
                var was = content.ReadByte();
                content.Position--;
                content.WriteByte((byte)(was ^ 1));
            }
    }

    private Installation Here() => new(Target, second.Postgres, false);

    private async Task<BackupManifest> Backup(string path)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(path);
    }

    private async Task<BackupManifest> BackupOf(Installation installation, string? path = null)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddBridgehead(installation).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(path ?? Path.Combine(place, Guid.NewGuid().ToString("N")));
    }

    private static async Task<BackupManifest> Manifest(string path)
    {
        using var file = await BackupFile.Open(path);
        return file.Manifest;
    }

    private static string Lines(BackupManifest manifest) => string.Join('\n', manifest.Parts.Select(p => $"{p.Name} {p.Sha256} {p.Rows}"));

    /// <summary>Rows that stand in only one of the two SQLite databases, asked of SQLite itself over every table there is.</summary>
    private long Differences()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "bridgehead.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"ATTACH DATABASE '{Path.Combine(Target, "bridgehead.db")}' AS restored";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'SearchText%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";
        var tables = new List<string>();
        using (var row = command.ExecuteReader())
            while (row.Read()) tables.Add(row.GetString(0));
        Assert.Contains("AuditEntries", tables);
        var different = 0L;
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT (SELECT count(*) FROM (SELECT * FROM main.\"{table}\" EXCEPT SELECT * FROM restored.\"{table}\")) + (SELECT count(*) FROM (SELECT * FROM restored.\"{table}\" EXCEPT SELECT * FROM main.\"{table}\"))";
            different += (long)command.ExecuteScalar()!;
        }
        return different;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await second.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }
}
