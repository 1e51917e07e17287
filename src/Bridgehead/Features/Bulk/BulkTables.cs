using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Bulk;

internal sealed class BulkJobTable : IEntityTypeConfiguration<BulkJob>
{
    public void Configure(EntityTypeBuilder<BulkJob> job)
    {
        job.ToTable("BulkJobs");
        job.Property(j => j.Value).HasMaxLength(200);
        job.Property(j => j.Shown).HasMaxLength(200);
        job.Property(j => j.Reason).HasMaxLength(500);
        job.Property(j => j.Who).HasMaxLength(60);
        job.Property(j => j.Node).HasMaxLength(80);
        job.Ignore(j => j.IsMoving);
        job.HasIndex(j => new { j.UserId, j.Id });
        job.HasIndex(j => j.State).HasFilter("\"State\" IN ('Preparing', 'Running', 'Undoing')");
    }
}

internal sealed class BulkRowTable : IEntityTypeConfiguration<BulkRow>
{
    public void Configure(EntityTypeBuilder<BulkRow> row)
    {
        row.ToTable("BulkRows").HasKey(r => new { r.JobId, r.Position });
        row.Property(r => r.Position).ValueGeneratedNever();
        row.Property(r => r.Name).HasMaxLength(80);
        row.Property(r => r.Before).HasMaxLength(400);
        row.Property(r => r.Why).HasMaxLength(500);
        row.Property(r => r.WhyValues).HasMaxLength(1000);
        row.HasIndex(r => new { r.JobId, r.Outcome, r.Position });
        row.HasOne<BulkJob>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
