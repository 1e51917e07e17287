using System.IO.Compression;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>What became of one file of several.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Voucher">The voucher it is; null when it was refused.</param>
/// <param name="Joined">Whether it was added to one that was there.</param>
/// <param name="Refused">Why it was refused; null when it was taken.</param>
public sealed record KeptOne(string Name, Voucher? Voucher, bool Joined, FormattableString? Refused);

/// <summary>Takes in several files, or a zip of them: each is taken or refused by itself.</summary>
public sealed class KeepManyVouchers(KeepVoucher keep, BridgeheadDb db)
{
    private const int Most = 200;
    private const long MostUnpacked = 300L << 20;

    /// <summary>Takes them in. A file that is refused leaves the others; a zip that is hostile is refused as a whole.</summary>
    public async Task<IReadOnlyList<KeptOne>> Run(IReadOnlyList<(string Name, Stream Content)> files, Guid? project, VoucherKind? kind, string? code, CancellationToken cancel = default)
    {
        var done = new List<KeptOne>();
        foreach (var (name, content) in files)
            if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                foreach (var (inner, bytes) in Unpack(content)) done.Add(await One(inner, new MemoryStream(bytes, writable: false), project, kind, null, cancel));
            else done.Add(await One(name, content, project, kind, files.Count == 1 ? code : null, cancel));
        return done;
    }

    // everything is read and known before anything is written: a refusal leaves nothing of its file behind
    private async Task<KeptOne> One(string name, Stream content, Guid? project, VoucherKind? kind, string? code, CancellationToken cancel)
    {
        try
        {
            var kept = await keep.Run(content, name, project, kind, code, cancel);
            return new KeptOne(AttachmentName.Clean(name), kept.Voucher, kept.Joined, null);
        }
        catch (Refusal refusal)
        {
            foreach (var entry in db.ChangeTracker.Entries().ToList())
                if (entry.State == EntityState.Added) entry.State = EntityState.Detached;
                else if (entry.State is EntityState.Modified or EntityState.Deleted)
                {
                    entry.CurrentValues.SetValues(entry.OriginalValues);
                    entry.State = EntityState.Unchanged;
                }
            return new KeptOne(AttachmentName.Clean(name), null, false, refusal.Sentence);
        }
    }

    private static IEnumerable<(string, byte[])> Unpack(Stream content)
    {
        using var zip = Open(content);
        Refusal.When(zip.Entries.Count > Most, $"压缩包内有{zip.Entries.Count}个文件，一次最多{Most}个，请分批上传", "Files");
        var total = 0L;
        foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal) && e.Name != ".DS_Store"))
        {
            var bytes = Bytes(entry, MostUnpacked - total);
            total += bytes.Length;
            yield return (entry.Name, bytes);
        }
    }

    private static ZipArchive Open(Stream content)
    {
        try
        {
            return new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new Refusal($"压缩包已损坏或没有传完，请重新压缩后上传", "Files");
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry, long most)
    {
        try
        {
            using var part = entry.Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                Refusal.When(bytes.Length + read > Math.Min(most, AttachmentStore.Largest), $"压缩包内的“{AttachmentName.Clean(entry.Name)}”展开后过大，疑似压缩炸弹，不予读取", "Files");
                bytes.Write(buffer, 0, read);
            }
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new Refusal($"压缩包已损坏或没有传完，请重新压缩后上传", "Files");
        }
    }
}
