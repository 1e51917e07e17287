namespace Bridgehead;

/// <summary>A file as it is kept: once, however often it is attached, under the digest of its content.</summary>
public sealed class StoredFile
{
    /// <summary>The SHA-256 digest of the content, 64 lower-case hexadecimal digits; also its place on the disk.</summary>
    public string Digest { get; internal set; } = "";
    /// <summary>The size in bytes, 1 to <see cref="AttachmentStore.Largest"/>.</summary>
    public long Size { get; internal set; }
    /// <summary>What the content is, told by the content itself.</summary>
    public string MediaType { get; internal set; } = "";
    /// <summary>When it first came (UTC).</summary>
    public DateTime FirstSeenAt { get; internal set; }
}
