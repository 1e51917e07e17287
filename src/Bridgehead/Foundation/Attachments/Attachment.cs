namespace Bridgehead;

/// <summary>A file attached to a record: what it is called there, who attached it and when.</summary>
public sealed class Attachment : IVersioned, IAudited, ITrashable
{
    private Attachment() { }

    /// <summary>Attaches a stored file to a record.</summary>
    /// <param name="kind">The kind of record: "project", "enterprise".</param>
    /// <param name="recordId">Which record.</param>
    /// <param name="name">The file's name as shown.</param>
    /// <param name="file">The file.</param>
    /// <param name="by">Who attached it; null for the operator.</param>
    /// <param name="byName">The name the person had then.</param>
    /// <param name="at">When (UTC).</param>
    public Attachment(string kind, Guid recordId, string name, StoredFile file, Guid? by, string byName, DateTime at)
    {
        Id = Guid.CreateVersion7();
        (Kind, RecordId, Name, Digest, ById, ByName, At) = (kind, recordId, AttachmentName.Clean(name), file.Digest, by, byName, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The kind of record it belongs to.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The record it belongs to.</summary>
    public Guid RecordId { get; private set; }
    /// <summary>The file's name as shown; never a path.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The stored file.</summary>
    public string Digest { get; private set; } = "";
    /// <summary>Who attached it; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When it was attached (UTC).</summary>
    public DateTime At { get; private set; }
    /// <inheritdoc />
    public DateTime? DeletedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Takes it off the record; the file is kept.</summary>
    public void TakeOff(DateTime at) => DeletedAt = at;
}
