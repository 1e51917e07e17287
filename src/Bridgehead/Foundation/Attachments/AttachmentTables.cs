using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead;

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("StoredFiles").HasKey(f => f.Digest);
        file.Property(f => f.Digest).HasMaxLength(64);
        file.Property(f => f.MediaType).HasMaxLength(100);
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments").HasKey(a => a.Id);
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Kind).HasMaxLength(16);
        attachment.Property(a => a.Name).HasMaxLength(AttachmentName.Longest);
        attachment.Property(a => a.Digest).HasMaxLength(64);
        attachment.Property(a => a.Version).IsConcurrencyToken();
        attachment.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.Digest).OnDelete(DeleteBehavior.Restrict);
        attachment.HasIndex(a => new { a.Kind, a.RecordId });
    }
}
