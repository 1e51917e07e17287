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
        target.Property(t => t.Key).HasMaxLength(40);
        target.Property(t => t.Source).HasMaxLength(500);
        target.Property(t => t.Version).IsConcurrencyToken();
        target.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        target.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        target.HasIndex(t => new { t.UnitId, t.Year, t.IndicatorId, t.Dimension, t.Key, t.SetBy }).IsUnique();
        target.HasIndex(t => t.BatchId);
    }
}
