using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Organisations;

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.Property(u => u.Code).HasMaxLength(40);
        unit.Property(u => u.Name).HasMaxLength(100);
        unit.Property(u => u.ShortName).HasMaxLength(40);
        unit.Property(u => u.EnglishName).HasMaxLength(120);
        unit.Property(u => u.Path).HasMaxLength(400);
        unit.Property(u => u.Version).IsConcurrencyToken();
        unit.Ignore(u => u.Label).Ignore(u => u.Card);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasIndex(u => u.Path);
    }
}
