using System.Security.Cryptography;

namespace Bridgehead;

/// <summary>
/// The folder of the files, DATA/files/ab/cdef…: each content once, named by its SHA-256 digest. A file is written aside, flushed,
/// renamed and its folder flushed before its row is committed: a row always has its file, and a crash leaves at most a file without a row.
/// </summary>
public sealed class AttachmentStore(Installation installation)
{
    /// <summary>The largest file, in bytes: 50 MB.</summary>
    public const long Largest = 50L * 1024 * 1024;

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.Combine(installation.DataFolder, "files");

    /// <summary>Where a file lies.</summary>
    public string PathOf(string digest) => Path.Combine(Folder, digest[..2], digest[2..]);

    /// <summary>Keeps a content. Refused when it is empty, too large, or none of the kinds accepted.</summary>
    /// <param name="content">The content.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<StoredFile> Keep(Stream content, string name, DateTime at, CancellationToken cancel = default)
    {
        var incoming = Path.Combine(Folder, "incoming");
        Directory.CreateDirectory(incoming);
        var aside = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var file = await Write(content, name, aside, at, cancel);
            var place = PathOf(file.Digest);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            DurableFile.Place(aside, place);
            DurableFile.FlushFolder(Folder);
            DurableFile.FlushFolder(installation.DataFolder);
            return file;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens a file for reading.</summary>
    public FileStream Open(string digest) => new(PathOf(digest), new FileStreamOptions
    {
        Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    /// <summary>The files on the disk that were finished before a moment: digest and path; those still being written are left out.</summary>
    public IEnumerable<(string Digest, string Path)> Before(DateTime moment) => !Directory.Exists(Folder) ? [] :
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < moment)
            .Select(path => (string.Concat(Path.GetFileName(Path.GetDirectoryName(path)), Path.GetFileName(path)), path));

    private static async Task<StoredFile> Write(Stream content, string name, string aside, DateTime at, CancellationToken cancel)
    {
        await using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.ReadWrite);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            Refusal.When(file.Length + read > Largest, $"文件超过50MB，请压缩或拆分后再上传", "File");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        Refusal.When(file.Length == 0, $"文件是空的，请检查后重新上传", "File");
        var kind = FileKind.Of(file, name);
        DurableFile.Flush(file);
        return new StoredFile { Digest = Convert.ToHexStringLower(hash.GetHashAndReset()), Size = file.Length, MediaType = kind.MediaType, FirstSeenAt = at };
    }
}
