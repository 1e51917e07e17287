using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

/// <summary>A sign-in, kept on the server: the browser holds only a random key, and here stands only the key's digest.</summary>
public sealed class UserSession
{
    /// <summary>The SHA-256 digest of the browser's key, hexadecimal.</summary>
    public string KeyDigest { get; internal set; } = "";
    /// <summary>Whose.</summary>
    public Guid UserId { get; internal set; }
    /// <summary>The ticket, serialised and encrypted by data protection.</summary>
    public byte[] Ticket { get; internal set; } = [];
    /// <summary>When it began (UTC).</summary>
    public DateTime StartedAt { get; internal set; }
    /// <summary>When it was last used, to within a minute (UTC).</summary>
    public DateTime SeenAt { get; internal set; }
    /// <summary>When it ends at the latest (UTC).</summary>
    public DateTime ExpiresAt { get; internal set; }
    /// <summary>Where it began.</summary>
    public string Address { get; internal set; } = "";
    /// <summary>The browser, as it calls itself; at most 200 characters.</summary>
    public string Browser { get; internal set; } = "";
}

internal sealed class UserSessionTable : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> session)
    {
        session.ToTable("UserSessions").HasKey(s => s.KeyDigest);
        session.Property(s => s.KeyDigest).HasMaxLength(64);
        session.Property(s => s.Address).HasMaxLength(64);
        session.Property(s => s.Browser).HasMaxLength(200);
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.ExpiresAt);
        session.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
