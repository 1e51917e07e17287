using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Imports;

internal sealed class ImportCheckTable : IEntityTypeConfiguration<ImportCheck>
{
    public void Configure(EntityTypeBuilder<ImportCheck> check)
    {
        check.ToTable("ImportChecks");
        check.Property(c => c.File).HasMaxLength(200);
        check.Property(c => c.Digest).HasMaxLength(64);
        check.Property(c => c.Address).HasMaxLength(60);
        check.Property(c => c.Owner).HasMaxLength(120);
        check.Property(c => c.Version).IsConcurrencyToken();
        check.HasIndex(c => new { c.UserId, c.Id });
        check.HasIndex(c => new { c.State, c.Id });
    }
}

internal sealed class ImportedChangeTable : IEntityTypeConfiguration<ImportedChange>
{
    public void Configure(EntityTypeBuilder<ImportedChange> change)
    {
        change.ToTable("ImportedChanges");
        change.Property(c => c.Kind).HasMaxLength(20);
        change.HasIndex(c => new { c.BatchId, c.Id });
        change.HasIndex(c => c.RecordId);
    }
}

internal sealed class RememberedChoiceTable : IEntityTypeConfiguration<RememberedChoice>
{
    public void Configure(EntityTypeBuilder<RememberedChoice> choice)
    {
        choice.ToTable("RememberedChoices");
        choice.Property(c => c.Signature).HasMaxLength(32);
        choice.Property(c => c.Field).HasMaxLength(40);
        choice.Property(c => c.Text).HasMaxLength(200);
        choice.Property(c => c.Meaning).HasMaxLength(200);
        choice.Property(c => c.Version).IsConcurrencyToken();
        choice.HasIndex(c => new { c.UnitId, c.Kind, c.Sort, c.Signature, c.Field, c.Text }).IsUnique();
    }
}
