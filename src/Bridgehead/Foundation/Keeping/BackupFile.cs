using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Bridgehead;

/// <summary>A backup opened for reading. Nothing is taken from it before every part has been compared with its digest.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens and proves a backup. Refused when it is none, is damaged, incomplete, or carries something its manifest does not name.</summary>
    public static async Task<BackupFile> Open(string path, CancellationToken cancel = default)
    {
        Refusal.Unless(File.Exists(path), $"没有这个文件：{path}");
        try
        {
            var zip = await ZipFile.OpenReadAsync(path, cancel);
            var manifest = await ReadManifest(zip, cancel) ?? throw new Refusal($"这不是桥头堡的备份文件：{path}");
            var file = new BackupFile(zip, manifest);
            await file.Prove(cancel);
            return file;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException)
        {
            throw new Refusal($"这不是桥头堡的备份文件，或者已经损坏：{path}");
        }
    }

    /// <summary>One part.</summary>
    public Task<Stream> Part(string name, CancellationToken cancel) => zip.GetEntry(name)!.OpenAsync(cancel);

    /// <inheritdoc />
    public void Dispose() => zip.Dispose();

    private static async Task<BackupManifest?> ReadManifest(ZipArchive zip, CancellationToken cancel)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry) return null;
        await using var from = await entry.OpenAsync(cancel);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(from, JsonSerializerOptions.Web, cancel) is { Format: BackupManifest.Current } manifest ? manifest : null;
    }

    private async Task Prove(CancellationToken cancel)
    {
        Refusal.Unless(zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
            .SequenceEqual(Manifest.Parts.Select(p => p.Name).Append(BackupManifest.Name).Order(StringComparer.Ordinal)), $"备份文件的内容与其清单不符");
        foreach (var part in Manifest.Parts)
        {
            await using var from = await Part(part.Name, cancel);
            Refusal.Unless(Convert.ToHexStringLower(await SHA256.HashDataAsync(from, cancel)) == part.Sha256, $"备份文件已损坏：{part.Name}与其校验值不符");
        }
    }
}
