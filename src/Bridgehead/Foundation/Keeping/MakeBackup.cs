using System.Data;
using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead;

/// <summary>
/// Writes the whole installation into one file while the site runs: every table as it stands at one moment (one read transaction),
/// every attached file, and a manifest with the digest of each part. The same format from both engines.
/// </summary>
public sealed class MakeBackup(BridgeheadDb db, AttachmentStore store, TimeProvider clock)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the backup. Refused when the file is there already. Only the owner of the process may read it.</summary>
    public async Task<BackupManifest> Run(string path, CancellationToken cancel = default)
    {
        Refusal.When(File.Exists(path), $"文件已经存在，请换一个文件名：{path}");
        var aside = path + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var file = new FileStream(aside, Private()))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) manifest = await Write(zip, cancel);
                DurableFile.Flush(file);
            }
            DurableFile.Place(aside, path);
            return manifest;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private async Task<BackupManifest> Write(ZipArchive zip, CancellationToken cancel)
    {
        await using var held = await OneState.Hold(db, cancel);
        var snapshot = db.Database.CurrentTransaction!.GetDbTransaction();
        var schema = (await db.Database.GetAppliedMigrationsAsync(cancel)).Last();
        var head = await db.Set<ChainHead>().AsNoTracking().SingleAsync(h => h.Chain == "audit", cancel);
        var parts = new List<BackupPart>();
        foreach (var table in KeptTable.All(db)) parts.Add(await Table(zip, table, snapshot, cancel));
        var missing = new List<string>();
        await foreach (var file in db.Set<StoredFile>().AsNoTracking().OrderBy(f => f.Digest).AsAsyncEnumerable().WithCancellation(cancel))
            if (await Attached(zip, file.Digest, cancel) is { } part) parts.Add(part);
            else missing.Add(file.Digest);
        var manifest = new BackupManifest(
            BackupManifest.Current, clock.GetUtcNow().UtcDateTime, db.IsPostgres ? "postgres" : "sqlite", schema, head.Sequence, head.Hash, parts, missing);
        await using var to = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(to, manifest, JsonSerializerOptions.Web, cancel);
        return manifest;
    }

    private static async Task<BackupPart> Table(ZipArchive zip, KeptTable table, DbTransaction snapshot, CancellationToken cancel)
    {
        var name = $"tables/{table.Name}.jsonl";
        using var hash = SHA256.Create();
        var rows = 0L;
        await using (var to = new CryptoStream(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel), hash, CryptoStreamMode.Write))
        {
            await using var json = new Utf8JsonWriter(to, Compact);
            Header(json, table);
            await using var command = snapshot.Connection!.CreateCommand();
            (command.CommandText, command.Transaction) = (table.SelectStatement, snapshot);
            await using var row = await command.ExecuteReaderAsync(cancel);
            for (; await row.ReadAsync(cancel); rows++)
            {
                Next(json, to);
                json.WriteStartArray();
                for (var i = 0; i < table.Columns.Count; i++)
                    if (await row.IsDBNullAsync(i, cancel)) json.WriteNullValue();
                    else table.Columns[i].Kind.Write(json, table.Columns[i].Kind.Read(row, i));
                json.WriteEndArray();
            }
            Next(json, to);
        }
        return new BackupPart(name, Convert.ToHexStringLower(hash.Hash!), rows);
    }

    private static void Header(Utf8JsonWriter json, KeptTable table)
    {
        json.WriteStartArray();
        foreach (var column in table.Columns) json.WriteStringValue(column.Name);
        json.WriteEndArray();
    }

    private static void Next(Utf8JsonWriter json, Stream to)
    {
        json.Flush();
        to.Write("\n"u8);
        json.Reset();
    }

    private async Task<BackupPart?> Attached(ZipArchive zip, string digest, CancellationToken cancel)
    {
        if (!File.Exists(store.PathOf(digest))) return null;
        await using var from = store.Open(digest);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(from, cancel)) != digest) return null;
        from.Position = 0;
        var name = string.Create(CultureInfo.InvariantCulture, $"files/{digest[..2]}/{digest[2..]}");
        await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await from.CopyToAsync(to, cancel);
        return new BackupPart(name, digest, null);
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
