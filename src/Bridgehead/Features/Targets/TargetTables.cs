using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Targets;

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Id).ValueGeneratedNever();
        target.Property(t => t.Key).HasMaxLength(40);
        target.Property(t => t.Source).HasMaxLength(500);
        target.Property(t => t.Version).IsConcurrencyToken();
        target.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        target.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        target.HasOne<AppUser>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        target.HasMany(t => t.Revisions).WithOne().HasForeignKey(r => r.TargetId).OnDelete(DeleteBehavior.Cascade);
        target.Navigation(t => t.Revisions).HasField("revisions").UsePropertyAccessMode(PropertyAccessMode.Field);
        target.HasIndex(t => new { t.UnitId, t.Year, t.IndicatorId, t.Dimension, t.Key, t.SetBy }).IsUnique().HasFilter("\"PersonId\" IS NULL");
        target.HasIndex(t => new { t.PersonId, t.UnitId, t.Year, t.IndicatorId, t.Dimension, t.Key, t.SetBy }).IsUnique().HasFilter("\"PersonId\" IS NOT NULL");
        target.HasIndex(t => t.BatchId);
    }
}

internal sealed class TargetRevisionTable : IEntityTypeConfiguration<TargetRevision>
{
    public void Configure(EntityTypeBuilder<TargetRevision> revision)
    {
        revision.ToTable("TargetRevisions");
        revision.Property(r => r.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Document", 500), ("Reason", 300), ("By", 60) }) revision.Property(name).HasMaxLength(length);
        revision.Ignore(r => r.From);
        revision.HasIndex(r => new { r.TargetId, r.Number }).IsUnique();
    }
}
