using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Ledger;

internal sealed class IndustryFieldTable : IEntityTypeConfiguration<IndustryField>
{
    public void Configure(EntityTypeBuilder<IndustryField> field)
    {
        field.ToTable("IndustryFields");
        field.Property(f => f.Code).HasMaxLength(40);
        field.Property(f => f.Name).HasMaxLength(60);
        field.Property(f => f.EnglishName).HasMaxLength(100);
        field.Property(f => f.Source).HasMaxLength(200);
        field.Property(f => f.Version).IsConcurrencyToken();
        field.HasIndex(f => new { f.Code, f.Number }).IsUnique();
    }
}

internal sealed class OfficialFigureTable : IEntityTypeConfiguration<OfficialFigure>
{
    public void Configure(EntityTypeBuilder<OfficialFigure> figure)
    {
        figure.ToTable("OfficialFigures");
        figure.Property(f => f.IndicatorCode).HasMaxLength(40);
        figure.Property(f => f.Authority).HasMaxLength(80);
        figure.Property(f => f.Source).HasMaxLength(200);
        figure.Property(f => f.Who).HasMaxLength(60);
        figure.HasOne<Organisations.Unit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
        figure.HasIndex(f => new { f.UnitId, f.IndicatorCode, f.FromMonth, f.ToMonth, f.Id });
    }
}
