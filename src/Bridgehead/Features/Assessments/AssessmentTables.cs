using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Assessments;

internal sealed class SchemeTable : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.ToTable("AssessmentSchemes");
        scheme.Property(s => s.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Code", 40), ("Name", 80), ("Document", 200), ("By", 60) }) scheme.Property(name).HasMaxLength(length);
        scheme.Property(s => s.Version).IsConcurrencyToken();
        scheme.Ignore(s => s.Definition);
        scheme.HasIndex(s => new { s.Code, s.Number }).IsUnique();
    }
}

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("Assessments");
        assessment.Property(a => a.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Name", 80), ("FrozenBy", 60), ("ConcludedBy", 60) }) assessment.Property(name).HasMaxLength(length);
        assessment.Property(a => a.Version).IsConcurrencyToken();
        assessment.Ignore(a => a.Span).Ignore(a => a.IsPublic);
        assessment.HasOne<Scheme>().WithMany().HasForeignKey(a => a.SchemeId).OnDelete(DeleteBehavior.Restrict);
        // one assessment is scored again by one other: from two at the same moment the second is refused
        assessment.HasIndex(a => a.ReplacesId).IsUnique().HasFilter("\"ReplacesId\" IS NOT NULL");
    }
}

internal sealed class AssessmentNumberTable : IEntityTypeConfiguration<AssessmentNumber>
{
    public void Configure(EntityTypeBuilder<AssessmentNumber> number)
    {
        number.ToTable("AssessmentNumbers");
        number.Property(n => n.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Unit", 8), ("Document", 200), ("By", 60) }) number.Property(name).HasMaxLength(length);
        number.Ignore(n => n.Read);
        number.HasOne<Assessment>().WithMany().HasForeignKey(n => n.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        number.HasOne<Unit>().WithMany().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Restrict);
        number.HasIndex(n => new { n.AssessmentId, n.UnitId, n.Item, n.Input }).IsUnique();
    }
}

internal sealed class AssessedUnitTable : IEntityTypeConfiguration<AssessedUnit>
{
    public void Configure(EntityTypeBuilder<AssessedUnit> unit)
    {
        unit.ToTable("AssessedUnits");
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Points).HasMaxLength(1200);
        unit.HasOne<Assessment>().WithMany().HasForeignKey(u => u.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(u => new { u.AssessmentId, u.UnitId }).IsUnique();
    }
}

internal sealed class AppealTable : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("AssessmentAppeals");
        appeal.Property(a => a.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Text", 1000), ("Document", 200), ("By", 60), ("Answer", 1000), ("DecidedBy", 60) }) appeal.Property(name).HasMaxLength(length);
        appeal.Property(a => a.Version).IsConcurrencyToken();
        appeal.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        appeal.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasIndex(a => new { a.AssessmentId, a.Id });
    }
}
