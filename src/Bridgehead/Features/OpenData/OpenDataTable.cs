using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.OpenData;

internal sealed class OpenDatasetTable : IEntityTypeConfiguration<OpenDataset>
{
    public void Configure(EntityTypeBuilder<OpenDataset> set)
    {
        set.ToTable("OpenDatasets");
        set.Property(s => s.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Title", 200), ("Basis", 300), ("Licence", 100), ("Digest", 64), ("PreparedBy", 60), ("ReviewedBy", 60), ("Opinion", 500) }) set.Property(name).HasMaxLength(length);
        set.Property(s => s.Version).IsConcurrencyToken();
        set.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        set.HasIndex(s => new { s.State, s.Id });
    }
}
