using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

/// <summary>A key for a program that asks in a person's name, with some of the person's permissions, until a day. Kept as a digest only.</summary>
public sealed class ApiToken : IAudited
{
    /// <summary>How every token begins, so that leaked ones are recognised.</summary>
    public const string Prefix = "bh_";

    private ApiToken() { }

    /// <summary>Gives a token.</summary>
    /// <param name="user">In whose name it asks.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="secret">The token itself, shown once.</param>
    /// <param name="scopes">The permissions it carries.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="expires">When it ends (UTC), within a year.</param>
    public ApiToken(Guid user, string name, string secret, IEnumerable<string> scopes, DateTime now, DateTime expires)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name), $"请写明令牌的用途", nameof(Name));
        Refusal.Unless(expires > now && expires <= now.AddDays(366), $"令牌有效期应在今天之后、一年以内", nameof(ExpiresAt));
        (Id, UserId, Name, Digest, Scopes) = (Guid.CreateVersion7(), user, name.Trim(), DigestOf(secret), string.Join(' ', scopes));
        (CreatedAt, ExpiresAt) = (now, expires);
        Refusal.When(Scopes.Length == 0, $"请至少选择一项权限", nameof(Scopes));
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>In whose name it asks.</summary>
    public Guid UserId { get; private set; }
    /// <summary>What it is for.</summary>
    public string Name { get; private set; } = "";
    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public string Digest { get; private set; } = "";
    /// <summary>The permissions it carries, blank-separated; never more than the person holds at the moment of use.</summary>
    public string Scopes { get; private set; } = "";
    /// <summary>When it was given (UTC).</summary>
    public DateTime CreatedAt { get; private set; }
    /// <summary>When it ends (UTC).</summary>
    public DateTime ExpiresAt { get; private set; }
    /// <summary>When it was taken back (UTC); null while it is good.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether it is good at a moment.</summary>
    public bool IsGoodAt(DateTime now) => RevokedAt is null && ExpiresAt > now;

    /// <summary>Takes it back: its next request is refused.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <summary>A fresh token of 256 random bits.</summary>
    public static string NewSecret() => Prefix + OneTimeCode.Base32(RandomNumberGenerator.GetBytes(32));

    /// <summary>The digest of a token.</summary>
    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("ApiTokens");
        token.Property(t => t.Name).HasMaxLength(60);
        token.Property(t => t.Digest).HasMaxLength(64);
        token.Property(t => t.Scopes).HasMaxLength(1000);
        token.HasIndex(t => t.Digest).IsUnique();
        token.HasIndex(t => t.UserId);
        token.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
