using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Enterprises;

internal sealed class OtherNameTable : IEntityTypeConfiguration<OtherName>
{
    public void Configure(EntityTypeBuilder<OtherName> name)
    {
        name.ToTable("EnterpriseNames");
        name.Property(n => n.Name).HasMaxLength(120);
        name.Property(n => n.Version).IsConcurrencyToken();
        name.HasOne<Enterprise>().WithMany().HasForeignKey(n => n.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
        name.HasIndex(n => n.Name);
    }
}

internal sealed class FieldSourceTable : IEntityTypeConfiguration<FieldSource>
{
    public void Configure(EntityTypeBuilder<FieldSource> source)
    {
        source.ToTable("EnterpriseFieldSources").HasKey(s => new { s.EnterpriseId, s.Field });
        source.Property(s => s.Field).HasMaxLength(40);
        source.Property(s => s.Name).HasMaxLength(200);
        source.HasOne<Enterprise>().WithMany().HasForeignKey(s => s.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ShareholdingTable : IEntityTypeConfiguration<Shareholding>
{
    public void Configure(EntityTypeBuilder<Shareholding> holding)
    {
        holding.ToTable("Shareholdings");
        holding.Property(h => h.Owner).HasMaxLength(120);
        holding.Property(h => h.Country).HasMaxLength(40);
        holding.Property(h => h.Currency).HasMaxLength(3);
        holding.Property(h => h.Source).HasMaxLength(200);
        holding.Property(h => h.Version).IsConcurrencyToken();
        holding.Ignore(h => h.Percent);
        holding.HasOne<Enterprise>().WithMany().HasForeignKey(h => h.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
        holding.HasOne<Enterprise>().WithMany().HasForeignKey(h => h.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClassKindTable : IEntityTypeConfiguration<ClassKind>
{
    public void Configure(EntityTypeBuilder<ClassKind> kind)
    {
        kind.ToTable("ClassKinds");
        foreach (var (name, length) in new[] { ("Code", 40), ("Name", 40), ("EnglishName", 80), ("IssuedBy", 80) }) kind.Property(name).HasMaxLength(length);
        kind.Property(k => k.Version).IsConcurrencyToken();
        kind.HasIndex(k => k.Code).IsUnique();
    }
}

internal sealed class EnterpriseClassTable : IEntityTypeConfiguration<EnterpriseClass>
{
    public void Configure(EntityTypeBuilder<EnterpriseClass> held)
    {
        held.ToTable("EnterpriseClasses");
        foreach (var (name, length) in new[] { ("Kind", 40), ("IssuedBy", 80), ("Document", 80) }) held.Property(name).HasMaxLength(length);
        held.Property(c => c.Version).IsConcurrencyToken();
        held.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
        held.HasIndex(c => new { c.EnterpriseId, c.Kind, c.ListYear }).IsUnique();
        held.HasIndex(c => new { c.Kind, c.ValidTo, c.EnterpriseId });
    }
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("EnterpriseContacts");
        foreach (var (name, length) in new[] { ("PersonName", 60), ("Position", 60), ("PersonPhone", 60), ("PersonEmail", 120), ("Purpose", 200) }) contact.Property(name).HasMaxLength(length);
        contact.Property(c => c.Version).IsConcurrencyToken();
        contact.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
        contact.HasIndex(c => new { c.ExpiresOn, c.Id }).HasFilter("\"ErasedAt\" IS NULL");
    }
}

internal sealed class CheckItemTable : IEntityTypeConfiguration<CheckItem>
{
    public void Configure(EntityTypeBuilder<CheckItem> item)
    {
        item.ToTable("CheckItems");
        foreach (var (name, length) in new[] { ("Code", 40), ("Name", 60), ("EnglishName", 120), ("Hint", 300), ("EnglishHint", 400) }) item.Property(name).HasMaxLength(length);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.HasIndex(i => i.Code).IsUnique();
    }
}

internal sealed class DiligenceCheckTable : IEntityTypeConfiguration<DiligenceCheck>
{
    public void Configure(EntityTypeBuilder<DiligenceCheck> check)
    {
        check.ToTable("DiligenceChecks");
        foreach (var (name, length) in new[] { ("Item", 40), ("Evidence", 1000), ("Who", 60) }) check.Property(name).HasMaxLength(length);
        check.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContradictionTable : IEntityTypeConfiguration<Contradiction>
{
    public void Configure(EntityTypeBuilder<Contradiction> found)
    {
        found.ToTable("Contradictions");
        foreach (var (name, length) in new[] { ("Details", 500), ("Answer", 500), ("AnsweredBy", 60) }) found.Property(name).HasMaxLength(length);
        found.Property(c => c.Version).IsConcurrencyToken();
        found.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
        found.HasIndex(c => new { c.EnterpriseId, c.Rule }).IsUnique();
        found.HasIndex(c => new { c.FoundOn, c.Id }).HasFilter("\"IsOpen\"");
    }
}
