using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Imports;

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable("ImportBatches");
        batch.Property(b => b.File).HasMaxLength(200);
        batch.Property(b => b.Digest).HasMaxLength(64);
        batch.Property(b => b.Who).HasMaxLength(60);
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.HasIndex(b => b.At);
    }
}
