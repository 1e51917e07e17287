using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead;

/// <summary>
/// What was answered to an unsafe request that took effect, kept in the transaction of the effect: the same key from the
/// same person gets the same answer again, and nothing is done twice.
/// </summary>
public sealed class StoredReply
{
    /// <summary>Who sent the request; empty before sign-in.</summary>
    public Guid UserId { get; internal set; }
    /// <summary>The key the client chose, up to 80 characters.</summary>
    public string Key { get; internal set; } = "";
    /// <summary>A digest of method, path and content: the same key with another content is refused.</summary>
    public string Request { get; internal set; } = "";
    /// <summary>The status answered.</summary>
    public int Status { get; internal set; }
    /// <summary>Where it led to.</summary>
    public string? Location { get; internal set; }
    /// <summary>The version tag answered.</summary>
    public string? Tag { get; internal set; }
    /// <summary>The body answered, as JSON; null for pages.</summary>
    public string? Body { get; internal set; }
    /// <summary>When (UTC).</summary>
    public DateTime At { get; internal set; }
}

internal sealed class StoredReplyTable : IEntityTypeConfiguration<StoredReply>
{
    public void Configure(EntityTypeBuilder<StoredReply> reply)
    {
        reply.ToTable("StoredReplies").HasKey(r => new { r.UserId, r.Key });
        reply.Property(r => r.Key).HasMaxLength(80);
        reply.Property(r => r.Request).HasMaxLength(80);
        reply.HasIndex(r => r.At);
    }
}
