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
        foreach (var (name, length) in new[] { ("EnglishName", 200), ("LegalRepresentative", 60), ("Kind", 80), ("Standing", 60), ("Industry", 120), ("Region", 80), ("IndustryCode", 8), ("RegionCode", 6), ("Address", 300), ("Phone", 120), ("OtherNames", 500), ("Business", 4000) })
            enterprise.Property(name).HasMaxLength(length);
        enterprise.Property(e => e.Version).IsConcurrencyToken();
        enterprise.Ignore(e => e.Card);
        enterprise.HasIndex(e => e.CreditCode).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
        enterprise.HasIndex(e => new { e.Name, e.Id });
        enterprise.HasIndex(e => e.BatchId);
        // the list by name within one state, one place, one industry; whatever else is asked for is looked through in that order
        enterprise.HasIndex(e => new { e.State, e.Name, e.Id });
        enterprise.HasIndex(e => new { e.RegionCode, e.Name, e.Id });
        enterprise.HasIndex(e => new { e.IndustryCode, e.Name, e.Id });
    }
}
