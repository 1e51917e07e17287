using System.Security.Cryptography;
using System.Text;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>A file that was uploaded and checked but not yet applied.</summary>
internal sealed record KeptFile(string Path, string Name)
{
    /// <summary>Opens it as a ledger.</summary>
    public LedgerFile Open() => LedgerFile.Open(Content(), Name);

    /// <summary>Its bytes.</summary>
    public Stream Content() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read);
}

/// <summary>Keeps uploaded ledgers between check and apply, each for the person who uploaded it, for a week. Named by content, never by what the browser said.</summary>
public sealed class Inbox(Installation installation)
{
    /// <summary>How many days a file is kept.</summary>
    public const int KeptDays = 7;

    private string Folder => Path.Combine(installation.DataFolder, "inbox");

    /// <summary>Keeps a file; returns what it is found again by.</summary>
    public async Task<string> Keep(IFormFile file, Guid? userId, DateTimeOffset now, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < now.UtcDateTime.AddDays(-KeptDays))) File.Delete(old);
        await using var content = file.OpenReadStream();
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        var path = PathOf(digest, userId);
        var temporary = path + "." + Guid.NewGuid().ToString("N");
        await using (var to = new FileStream(temporary, FileMode.CreateNew))
        {
            await content.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        await File.WriteAllTextAsync(path + ".name", Path.GetFileName(file.FileName.Replace('\\', '/')), cancel);
        return digest;
    }

    /// <summary>Finds a kept file of a person; null when it is not there or another's.</summary>
    internal KeptFile? Find(string digest, Guid? userId)
    {
        if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower)) return null;
        var path = PathOf(digest, userId);
        return File.Exists(path) ? new KeptFile(path, File.Exists(path + ".name") ? File.ReadAllText(path + ".name") : digest) : null;
    }

    private string PathOf(string digest, Guid? userId) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{userId:N}{digest}"))));
}
