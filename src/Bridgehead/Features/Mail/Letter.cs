using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Mail;

/// <summary>How the sending of a letter went.</summary>
public enum LetterState
{
    /// <summary>It waits for its turn.</summary>
    [Label("待发送")] Waiting,
    /// <summary>A node hands it over.</summary>
    [Label("发送中")] Sending,
    /// <summary>The mail server took it.</summary>
    [Label("已发送")] Sent,
    /// <summary>It was given up; the reason is told.</summary>
    [Label("发送失败")] Failed,
}

/// <summary>
/// A letter to one person, written in the transaction of what it tells of and handed over afterwards; its state moves by conditional statements. A node that dies between
/// the handing over and noting it makes it come twice, with the same Message-Id.
/// </summary>
public sealed class Letter
{
    /// <summary>How often it is tried.</summary>
    public const int Tries = 6;

    private Letter() { }

    internal Letter(Guid user, string to, string subject, string text, DateTime at) => (Id, UserId, To, Subject, Text, At, NextAt) = (Guid.CreateVersion7(), user, to, subject, text, at, at);

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>To whom.</summary>
    public Guid UserId { get; private set; }
    /// <summary>To which address.</summary>
    public string To { get; private set; } = "";
    /// <summary>What it is about.</summary>
    public string Subject { get; private set; } = "";
    /// <summary>What it says; emptied once it is sent or given up.</summary>
    public string Text { get; private set; } = "";
    /// <summary>What it tells of: a report made on its day; null for none.</summary>
    public Guid? AboutId { get; internal set; }
    /// <summary>SHA-256 of the file that goes along.</summary>
    public string? FileDigest { get; internal set; }
    /// <summary>What the file is called.</summary>
    public string? FileName { get; internal set; }
    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>How it went.</summary>
    public LetterState State { get; private set; }
    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }
    /// <summary>Not before (UTC).</summary>
    public DateTime NextAt { get; private set; }
    /// <summary>Which node hands it over.</summary>
    public string? Node { get; private set; }
    /// <summary>When the server took it, or it was given up (UTC).</summary>
    public DateTime? DoneAt { get; private set; }
    /// <summary>What the server said when it did not take it.</summary>
    public string? Why { get; private set; }
}

/// <summary>Where a person gets letters: an address the person has shown to be his own by the code sent to it.</summary>
public sealed class MailAddress
{
    private MailAddress() { }

    /// <summary>Whose.</summary>
    public Guid UserId { get; private set; }
    /// <summary>Where letters go; null while none is confirmed.</summary>
    public string? Address { get; internal set; }
    /// <summary>The one that is to be confirmed; null for none.</summary>
    public string? Asked { get; internal set; }
    /// <summary>SHA-256 of the code sent to it.</summary>
    public string? CodeDigest { get; internal set; }
    /// <summary>Until when the code is good (UTC).</summary>
    public DateTime? CodeUntil { get; internal set; }
    /// <summary>How often a wrong code was typed.</summary>
    public int Misses { get; internal set; }
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters");
        letter.Property(l => l.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("To", 254), ("Subject", 250), ("Text", 4000), ("FileDigest", 64), ("FileName", 200), ("Node", 80), ("Why", 500) }) letter.Property(name).HasMaxLength(length);
        letter.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        letter.HasIndex(l => l.NextAt).HasFilter("\"State\" IN ('Waiting', 'Sending')");
        letter.HasIndex(l => l.AboutId).HasFilter("\"AboutId\" IS NOT NULL");
        letter.HasIndex(l => new { l.UserId, l.At });
    }
}

internal sealed class MailAddressTable : IEntityTypeConfiguration<MailAddress>
{
    public void Configure(EntityTypeBuilder<MailAddress> address)
    {
        address.ToTable("MailAddresses");
        address.HasKey(a => a.UserId);
        address.Property(a => a.UserId).ValueGeneratedNever();
        address.Property(a => a.Address).HasMaxLength(254);
        address.Property(a => a.Asked).HasMaxLength(254);
        address.Property(a => a.CodeDigest).HasMaxLength(64);
        address.HasOne<AppUser>().WithOne().HasForeignKey<MailAddress>(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
