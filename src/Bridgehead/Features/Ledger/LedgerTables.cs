using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Ledger;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("Indicators");
        indicator.Property(i => i.Code).HasMaxLength(40);
        indicator.Property(i => i.Name).HasMaxLength(80);
        indicator.Property(i => i.EnglishName).HasMaxLength(120);
        indicator.Property(i => i.Authority).HasMaxLength(80);
        indicator.Property(i => i.Display).HasMaxLength(8);
        indicator.Property(i => i.BaseCode).HasMaxLength(40);
        indicator.Property(i => i.Origins).HasMaxLength(100);
        indicator.Property(i => i.Branches).HasMaxLength(60);
        indicator.Property(i => i.FieldCode).HasMaxLength(40);
        indicator.Property(i => i.ComparableTo).HasMaxLength(60);
        indicator.Property(i => i.Succeeds).HasMaxLength(40);
        indicator.Property(i => i.FormNumber).HasMaxLength(40);
        indicator.Property(i => i.FormBody).HasMaxLength(80);
        indicator.Property(i => i.FormApproval).HasMaxLength(80);
        indicator.Property(i => i.Version).IsConcurrencyToken();
        indicator.HasIndex(i => new { i.Code, i.ScopeVersion }).IsUnique();
    }
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.Property(e => e.Title).HasMaxLength(200);
        evidence.Property(e => e.Source).HasMaxLength(500);
        evidence.Property(e => e.Version).IsConcurrencyToken();
        evidence.HasIndex(e => e.BatchId);
        evidence.HasIndex(e => new { e.UnitId, e.Id });
    }
}

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("LedgerEntries").HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        foreach (var name in new[] { nameof(LedgerEntry.Origin), nameof(LedgerEntry.Industry), nameof(LedgerEntry.Band), nameof(LedgerEntry.Other) })
            entry.Property(name).HasMaxLength(40);
        entry.Property(e => e.Currency).HasMaxLength(3);
        entry.Property(e => e.Reason).HasMaxLength(200);
        entry.Property(e => e.Hash).HasMaxLength(80);
        entry.Property(e => e.PreviousHash).HasMaxLength(80);
        entry.HasOne<Evidence>().WithMany().HasForeignKey(e => e.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Indicator>().WithMany().HasForeignKey(e => e.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.IndicatorId, e.UnitId, e.ToMonth, e.Sequence });
        entry.Property(e => e.Sector).HasMaxLength(8);
        entry.HasIndex(e => e.ProjectId);
        entry.HasIndex(e => e.RecordedAt);
        entry.HasIndex(e => e.DerivedFrom).HasFilter("\"DerivedFrom\" IS NOT NULL");
        entry.HasIndex(e => e.ReversesSequence).IsUnique().HasFilter("\"ReversesSequence\" IS NOT NULL");
    }
}

internal sealed class RollupTable : IEntityTypeConfiguration<Rollup>
{
    public void Configure(EntityTypeBuilder<Rollup> rollup)
    {
        // SQLite would go on in floating point beyond the integers: a sum that does not fit is refused on both databases
        rollup.ToTable("Rollups", table => table.HasCheckConstraint("CK_Rollups_Value", "\"Value\" BETWEEN -9000000000000000000 AND 9000000000000000000"));
        rollup.HasKey(r => new { r.IndicatorId, r.UnitId, r.Dimension, r.FromMonth, r.ToMonth, r.Whole, r.Key });
        rollup.Property(r => r.Key).HasMaxLength(40);
        // the cockpit adds up the totals of two years from this index alone, however many groups and earlier years there are
        rollup.HasIndex(r => new { r.IndicatorId, r.UnitId, r.ToMonth, r.FromMonth, r.Whole, r.Value, r.Entries }).HasFilter("\"Dimension\" = 'None'");
        rollup.Ignore(r => r.Place).Ignore(r => r.Stands);
    }
}

internal sealed class PublishedRatioTable : IEntityTypeConfiguration<PublishedRatio>
{
    public void Configure(EntityTypeBuilder<PublishedRatio> ratio)
    {
        ratio.ToTable("PublishedRatios");
        ratio.Property(r => r.Key).HasMaxLength(40);
        ratio.Property(r => r.Printed).HasMaxLength(20);
        ratio.HasOne<Evidence>().WithMany().HasForeignKey(r => r.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        ratio.HasIndex(r => new { r.IndicatorId, r.UnitId, r.FromMonth, r.ToMonth });
        ratio.HasIndex(r => r.BatchId);
    }
}
