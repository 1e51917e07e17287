using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Enterprises;

internal sealed class EnterpriseTable : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> enterprise)
    {
        enterprise.ToTable("Enterprises");
        enterprise.Property(e => e.Name).HasMaxLength(120);
        enterprise.Property(e => e.CapitalCurrency).HasMaxLength(3);
        foreach (var (name, length) in new[] { ("EnglishName", 200), ("LegalRepresentative", 60), ("Kind", 80), ("Standing", 60), ("Industry", 120), ("Region", 80), ("Address", 300), ("Phone", 120), ("OtherNames", 500), ("Business", 4000) })
            enterprise.Property(name).HasMaxLength(length);
        enterprise.Property(e => e.Version).IsConcurrencyToken();
        enterprise.Ignore(e => e.Card);
        enterprise.HasIndex(e => e.CreditCode).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
        enterprise.HasIndex(e => new { e.Name, e.Id });
        enterprise.HasIndex(e => e.BatchId);
    }
}
