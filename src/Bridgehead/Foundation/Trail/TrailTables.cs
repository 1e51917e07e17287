using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead;

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries").HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Action).HasMaxLength(120);
        entry.Property(e => e.Hash).HasMaxLength(80);
        entry.Property(e => e.PreviousHash).HasMaxLength(80);
        entry.HasIndex(e => e.SubjectId);
        entry.HasIndex(e => e.At);
    }
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> head)
    {
        head.ToTable("ChainHeads").HasKey(h => h.Chain);
        head.Property(h => h.Chain).HasMaxLength(16);
        head.HasData(new { Chain = "audit", Sequence = 0L, Hash = ChainHead.Genesis },
            new { Chain = "ledger", Sequence = 0L, Hash = ChainHead.Genesis });
    }
}
