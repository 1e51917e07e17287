using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// Makes an installation from a backup, all or nothing: into an empty data folder, or an empty PostgreSQL database, of whichever engine
/// the backup came from. Everything is written beside the data folder first and takes its place in one step.
/// </summary>
public static class RestoreBackup
{
    /// <summary>Restores, then runs every check on the result.</summary>
    /// <param name="into">The installation to be.</param>
    /// <param name="path">The backup.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Restored> Run(Installation into, string path, CancellationToken cancel = default)
    {
        Refusal.When(Directory.Exists(into.DataFolder) && Directory.EnumerateFileSystemEntries(into.DataFolder).Any(),
            $"数据目录不是空的，请换一个空目录恢复：{into.DataFolder}");
        using var backup = await BackupFile.Open(path, cancel);
        var aside = into.DataFolder.TrimEnd(Path.DirectorySeparatorChar) + ".restoring-" + Guid.NewGuid().ToString("N")[..8];
        Directory.CreateDirectory(aside);
        try
        {
            var findings = await Fill(into with { DataFolder = aside }, backup, cancel);
            DurableFile.FlushTree(aside);
            if (Directory.Exists(into.DataFolder)) Directory.Delete(into.DataFolder);
            Directory.Move(aside, into.DataFolder);
            DurableFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(into.DataFolder))!);
            return new Restored(backup.Manifest, findings);
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<CheckResult>> Fill(Installation aside, BackupFile backup, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddBridgehead(aside).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
        Refusal.When(aside.UsesPostgres && await IsInUse(db, cancel), $"PostgreSQL 数据库不是空的，请换一个空数据库恢复");
        Refusal.Unless(db.Database.GetMigrations().Last() == backup.Manifest.Schema, $"备份出自另一个版本的程序，请用制作备份时的版本恢复");
        await Files(aside, backup, cancel);
        await db.Database.MigrateAsync(cancel);
        await new LoadTables(db, backup).Run(cancel);
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        var checks = await scope.ServiceProvider.GetRequiredService<RunChecks>().Run(cancel);
        if (db.Database.GetDbConnection() is SqliteConnection sqlite) await Close(sqlite, cancel);
        return checks;
    }

    /// <summary>A database in which anything was ever done has an entry in its trail.</summary>
    private static async Task<bool> IsInUse(BridgeheadDb db, CancellationToken cancel) =>
        (await db.Database.GetAppliedMigrationsAsync(cancel)).Any() && await db.Set<AuditEntry>().AnyAsync(cancel);

    private static async Task Files(Installation aside, BackupFile backup, CancellationToken cancel)
    {
        var store = new AttachmentStore(aside);
        foreach (var part in backup.Manifest.Parts.Where(p => p.Rows is null))
        {
            Refusal.Unless(part.Name == $"files/{part.Sha256[..2]}/{part.Sha256[2..]}" && part.Sha256.All(char.IsAsciiHexDigitLower), $"备份文件的内容与其清单不符");
            Directory.CreateDirectory(Path.GetDirectoryName(store.PathOf(part.Sha256))!);
            await using var from = await backup.Part(part.Name, cancel);
            await using var to = new FileStream(store.PathOf(part.Sha256), FileMode.CreateNew);
            await from.CopyToAsync(to, cancel);
        }
    }

    /// <summary>Takes the write-ahead log into the file and lets go of it, so that the folder can be moved.</summary>
    private static async Task Close(SqliteConnection connection, CancellationToken cancel)
    {
        await connection.OpenAsync(cancel);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(cancel);
        }
        await connection.CloseAsync();
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>What was restored, and what the checks of the result found.</summary>
/// <param name="Manifest">What the backup says of itself.</param>
/// <param name="Checks">What each check found.</param>
public sealed record Restored(BackupManifest Manifest, IReadOnlyList<CheckResult> Checks);
