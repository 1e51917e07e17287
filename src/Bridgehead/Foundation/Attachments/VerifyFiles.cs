using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>Proves the stored files: each there, of its size and of its digest; and no file without a row.</summary>
public sealed class VerifyFiles(BridgeheadDb db, AttachmentStore store, TimeProvider clock)
{
    /// <summary>How long a file may lie without a row: an upload writes the file first.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default)
    {
        var wrong = new List<FormattableString>();
        await foreach (var file in db.Set<StoredFile>().AsNoTracking().OrderBy(f => f.Digest).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!File.Exists(store.PathOf(file.Digest))) wrong.Add($"附件文件缺失：{file.Digest}");
            else if (!await Holds(file, cancel)) wrong.Add($"附件内容与其校验值不符：{file.Digest}");
        }
        var orphans = (await Orphans(cancel)).Count;
        if (orphans > 0) wrong.Add($"有{orphans}个文件没有登记，可用 verify --sweep 清除");
        return wrong;
    }

    /// <summary>Removes the files without a row; returns how many.</summary>
    public async Task<int> Sweep(CancellationToken cancel = default)
    {
        var orphans = await Orphans(cancel);
        foreach (var path in orphans) File.Delete(path);
        return orphans.Count;
    }

    private async Task<bool> Holds(StoredFile file, CancellationToken cancel)
    {
        await using var content = store.Open(file.Digest);
        return content.Length == file.Size && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == file.Digest;
    }

    private async Task<List<string>> Orphans(CancellationToken cancel)
    {
        var orphans = new List<string>();
        foreach (var batch in store.Before(clock.GetUtcNow().UtcDateTime - Grace).Chunk(500))
        {
            var digests = batch.Select(f => f.Digest).ToList();
            var known = await db.Set<StoredFile>().Where(f => digests.Contains(f.Digest)).Select(f => f.Digest).ToListAsync(cancel);
            orphans.AddRange(batch.Where(f => !known.Contains(f.Digest)).Select(f => f.Path));
        }
        return orphans;
    }
}
