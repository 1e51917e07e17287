using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

/// <summary>A password a person had, derived: the last few may not come back.</summary>
public sealed class PastPassword
{
    private PastPassword() { }

    /// <summary>Keeps one.</summary>
    public PastPassword(Guid user, string hash, DateTime at) => (Id, UserId, Hash, At) = (Guid.CreateVersion7(), user, hash, at);

    /// <summary>Which.</summary>
    public Guid Id { get; private set; }
    /// <summary>Whose.</summary>
    public Guid UserId { get; private set; }
    /// <summary>The derived password.</summary>
    public string Hash { get; private set; } = "";
    /// <summary>Since when it was in use (UTC).</summary>
    public DateTime At { get; private set; }
}

internal sealed class PastPasswordTable : IEntityTypeConfiguration<PastPassword>
{
    public void Configure(EntityTypeBuilder<PastPassword> past)
    {
        past.ToTable("PastPasswords");
        past.Property(p => p.Hash).HasMaxLength(200);
        past.HasIndex(p => p.UserId);
        past.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
