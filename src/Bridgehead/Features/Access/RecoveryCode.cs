using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

/// <summary>A code for the day the phone is lost: good once, kept as a digest only.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode() { }

    /// <summary>Keeps a code of a person.</summary>
    public RecoveryCode(Guid user, string code) => (Id, UserId, Digest) = (Guid.CreateVersion7(), user, DigestOf(code));

    /// <summary>Which.</summary>
    public Guid Id { get; private set; }
    /// <summary>Whose.</summary>
    public Guid UserId { get; private set; }
    /// <summary>SHA-256 of the code, hexadecimal; the code has 80 random bits.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>A fresh code: 16 letters and digits in groups of four.</summary>
    public static string New() => string.Join('-', OneTimeCode.Base32(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(four => new string(four)));

    /// <summary>The digest of a code as typed: case, blanks and hyphens do not matter.</summary>
    public static string DigestOf(string typed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)))));
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Digest).HasMaxLength(64);
        code.HasIndex(c => new { c.UserId, c.Digest });
        code.HasOne<AppUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
