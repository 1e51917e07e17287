using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Ledger;

internal sealed class MonthCloseTable : IEntityTypeConfiguration<MonthClose>
{
    public void Configure(EntityTypeBuilder<MonthClose> close)
    {
        close.ToTable("MonthCloses");
        close.Property(c => c.LedgerHash).HasMaxLength(80);
        close.Property(c => c.SumsHash).HasMaxLength(80);
        close.Property(c => c.FiguresHash).HasMaxLength(80);
        close.Property(c => c.Note).HasMaxLength(500);
        close.Property(c => c.Who).HasMaxLength(60);
        close.HasIndex(c => c.Month).IsUnique();
    }
}

internal sealed class ClosedFigureTable : IEntityTypeConfiguration<ClosedFigure>
{
    public void Configure(EntityTypeBuilder<ClosedFigure> figure)
    {
        figure.ToTable("ClosedFigures").HasKey(f => new { f.CloseId, f.IndicatorId, f.UnitId, f.Dimension, f.Key });
        figure.Property(f => f.Key).HasMaxLength(40);
        figure.HasOne<MonthClose>().WithMany().HasForeignKey(f => f.CloseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TierStepTable : IEntityTypeConfiguration<TierStep>
{
    public void Configure(EntityTypeBuilder<TierStep> step)
    {
        step.ToTable("TierSteps");
        step.Property(s => s.Basis).HasMaxLength(300);
        step.Property(s => s.Who).HasMaxLength(60);
        step.HasOne<Evidence>().WithMany().HasForeignKey(s => s.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.EvidenceId, s.At });
    }
}
