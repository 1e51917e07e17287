using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The attachments of records, within what the asker may read and change of the records themselves.</summary>
public sealed class Attachments(
    BridgeheadDb db, AttachmentStore store, IEnumerable<AttachmentOwner> owners, IServiceProvider services, Asker asker, TimeProvider clock)
{
    /// <summary>Whether the asker may read a record.</summary>
    public async Task<bool> MayRead(string kind, Guid record, CancellationToken cancel = default) =>
        owners.FirstOrDefault(o => o.Kind == kind) is { } owner && await owner.MayRead(services, record, cancel);

    /// <summary>Whether the asker may attach to a record and take off.</summary>
    public async Task<bool> MayChange(string kind, Guid record, CancellationToken cancel = default) =>
        owners.FirstOrDefault(o => o.Kind == kind) is { } owner && await owner.MayRead(services, record, cancel) && await owner.MayChange(services, record, cancel);

    /// <summary>What is attached to a record, oldest first. The caller has asked <see cref="MayRead"/>.</summary>
    public Task<List<AttachmentRow>> Of(string kind, Guid record, CancellationToken cancel = default) => db.Set<Attachment>().AsNoTracking()
        .Where(a => a.Kind == kind && a.RecordId == record && a.DeletedAt == null).OrderBy(a => a.At).ThenBy(a => a.Id)
        .Join(db.Set<StoredFile>(), a => a.Digest, f => f.Digest, (a, f) => new AttachmentRow(a.Id, a.Name, f.MediaType, f.Size, f.Digest, a.ByName, a.At, a.Version))
        .ToListAsync(cancel);

    /// <summary>One attachment, when the asker may read its record; null otherwise.</summary>
    public async Task<Attachment?> Find(Guid id, CancellationToken cancel = default) =>
        await db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == id && a.DeletedAt == null, cancel) is { } found
            && await MayRead(found.Kind, found.RecordId, cancel) ? found : null;

    /// <summary>Attaches a file. Null when the record is not there or not the asker's to change.</summary>
    public async Task<Attachment?> Attach(string kind, Guid record, string name, Stream content, CancellationToken cancel = default)
    {
        if (!await MayChange(kind, record, cancel)) return null;
        return await Keep(kind, record, name, content, cancel);
    }

    /// <summary>Keeps a file with a record whose own rules the caller has asked already.</summary>
    public async Task<Attachment> Keep(string kind, Guid record, string name, Stream content, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var file = await store.Keep(content, name, now, cancel);
        await db.BeginWrite(cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "StoredFiles" ("Digest", "Size", "MediaType", "FirstSeenAt") VALUES ({file.Digest}, {file.Size}, {file.MediaType}, {file.FirstSeenAt})
            ON CONFLICT DO NOTHING
            """, cancel);
        var attachment = new Attachment(kind, record, name, file, asker.UserId, asker.Name, now);
        db.Add(attachment);
        await db.SaveChangesAsync(cancel);
        return attachment;
    }

    /// <summary>Takes an attachment off its record. False when the asker may not change the record.</summary>
    public async Task<bool> TakeOff(Attachment attachment, CancellationToken cancel = default)
    {
        if (!await MayChange(attachment.Kind, attachment.RecordId, cancel)) return false;
        if (owners.First(o => o.Kind == attachment.Kind).BeforeTakingOff is { } before) await before(services, attachment, cancel);
        attachment.TakeOff(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}

/// <summary>An attachment as it is listed.</summary>
public sealed record AttachmentRow(Guid Id, string Name, string MediaType, long Size, string Digest, string ByName, DateTime At, long Version);
