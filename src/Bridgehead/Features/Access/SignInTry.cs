using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

/// <summary>How often a secret was guessed at from one side (a user name, an address, a second step) since a moment; shared by all nodes.</summary>
public sealed class SignInTry
{
    /// <summary>What is counted: "name:…", "address:…" or "code:…"; names nobody has are counted as well.</summary>
    public string Key { get; internal set; } = "";
    /// <summary>The tries since then.</summary>
    public int Count { get; internal set; }
    /// <summary>Since when (UTC ticks).</summary>
    public long Since { get; internal set; }
}

internal sealed class SignInTryTable : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> tries)
    {
        tries.ToTable("SignInTries").HasKey(t => t.Key);
        tries.Property(t => t.Key).HasMaxLength(200);
    }
}
