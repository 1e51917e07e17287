using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Agreements;

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("Agreements");
        agreement.Property(a => a.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Number", 60), ("Government", 120), ("Enterprise", 120), ("Note", 500), ("SignedBy", 60) }) agreement.Property(name).HasMaxLength(length);
        agreement.Property(a => a.Version).IsConcurrencyToken();
        agreement.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Cascade);
        // two people who begin the next version at once: the second is refused
        agreement.HasIndex(a => new { a.ChainId, a.Revision }).IsUnique();
        agreement.HasIndex(a => new { a.ProjectId, a.ChainId });
    }
}

internal sealed class PromiseTable : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> promise)
    {
        promise.ToTable("Promises");
        promise.Property(p => p.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Kind", 40), ("Consequence", 300), ("Note", 300), ("BasisName", 120), ("BasisNumber", 60), ("BasisArticle", 40) }) promise.Property(name).HasMaxLength(length);
        promise.Property(p => p.Version).IsConcurrencyToken();
        promise.Ignore(p => p.Terms);
        promise.HasOne<Agreement>().WithMany().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Cascade);
        promise.HasIndex(p => new { p.AgreementId, p.LineId }).IsUnique();
        promise.HasIndex(p => p.LineId);
    }
}

internal sealed class StandingPromiseTable : IEntityTypeConfiguration<StandingPromise>
{
    public void Configure(EntityTypeBuilder<StandingPromise> promise)
    {
        promise.ToTable("StandingPromises");
        promise.Property(p => p.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Kind", 40), ("WaiverReason", 300), ("WaiverBy", 60), ("WaivedBy", 60) }) promise.Property(name).HasMaxLength(length);
        promise.Property(p => p.Version).IsConcurrencyToken();
        promise.Ignore(p => p.Percent).Ignore(p => p.DaysLate).Ignore(p => p.WaiverIsAsked);
        promise.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Cascade);
        promise.HasIndex(p => p.ProjectId);
        // the list stands in the order of days; what is still open has an index of its own
        promise.HasIndex(p => new { p.DueOn, p.Id }).HasFilter("\"DroppedOn\" IS NULL");
        promise.HasIndex(p => new { p.DueOn, p.Id, p.Party }).HasFilter("\"DroppedOn\" IS NULL AND \"MetOn\" IS NULL AND \"WaivedOn\" IS NULL").HasDatabaseName("IX_StandingPromises_Open");
    }
}

internal sealed class FulfilmentTable : IEntityTypeConfiguration<Fulfilment>
{
    public void Configure(EntityTypeBuilder<Fulfilment> fulfilment)
    {
        fulfilment.ToTable("Fulfilments");
        fulfilment.Property(f => f.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Document", 200), ("By", 60), ("WithdrawnReason", 300), ("WithdrawnBy", 60) }) fulfilment.Property(name).HasMaxLength(length);
        fulfilment.Property(f => f.Version).IsConcurrencyToken();
        fulfilment.Ignore(f => f.IsWithdrawn);
        fulfilment.HasOne<StandingPromise>().WithMany().HasForeignKey(f => f.LineId).OnDelete(DeleteBehavior.Cascade);
        fulfilment.HasIndex(f => f.LineId);
    }
}
