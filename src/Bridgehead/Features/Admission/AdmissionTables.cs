using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Admission;

internal sealed class ScoreSheetTable : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.ToTable("ScoreSheets");
        sheet.Property(s => s.Id).ValueGeneratedNever();
        sheet.Property(s => s.By).HasMaxLength(60);
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.Ignore(s => s.Items).Ignore(s => s.Vetoes);
        sheet.HasIndex(s => s.Number).IsUnique();
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("Reviews");
        review.Property(r => r.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Chair", 60), ("Attendees", 500), ("Vetoes", 3200), ("ConcludedBy", 60), ("Terms", 1000), ("Minutes", 8000) }) review.Property(name).HasMaxLength(length);
        review.Property(r => r.Version).IsConcurrencyToken();
        review.Ignore(r => r.State).Ignore(r => r.VetoList);
        review.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Cascade);
        review.HasOne<ScoreSheet>().WithMany().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => new { r.ProjectId, r.Round }).IsUnique();
        review.HasIndex(r => new { r.Conclusion, r.Id });
    }
}

internal sealed class ReviewScoreTable : IEntityTypeConfiguration<ReviewScore>
{
    public void Configure(EntityTypeBuilder<ReviewScore> score)
    {
        score.ToTable("ReviewScores");
        score.Property(s => s.Id).ValueGeneratedNever();
        score.Property(s => s.Item).HasMaxLength(40);
        score.Property(s => s.Remark).HasMaxLength(200);
        score.Property(s => s.Version).IsConcurrencyToken();
        score.HasOne<Review>().WithMany().HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Cascade);
        score.HasIndex(s => new { s.ReviewId, s.Item }).IsUnique();
    }
}

internal sealed class ReviewOpinionTable : IEntityTypeConfiguration<ReviewOpinion>
{
    public void Configure(EntityTypeBuilder<ReviewOpinion> opinion)
    {
        opinion.ToTable("ReviewOpinions");
        opinion.Property(o => o.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Department", 40), ("Text", 1000), ("Giver", 60), ("By", 60) }) opinion.Property(name).HasMaxLength(length);
        opinion.Property(o => o.Version).IsConcurrencyToken();
        opinion.HasOne<Review>().WithMany().HasForeignKey(o => o.ReviewId).OnDelete(DeleteBehavior.Cascade);
        opinion.HasIndex(o => new { o.ReviewId, o.Department }).IsUnique();
    }
}

internal sealed class ReviewMaterialTable : IEntityTypeConfiguration<ReviewMaterial>
{
    public void Configure(EntityTypeBuilder<ReviewMaterial> material)
    {
        material.ToTable("ReviewMaterials");
        material.Property(m => m.Id).ValueGeneratedNever();
        material.Property(m => m.Name).HasMaxLength(80);
        material.Property(m => m.Version).IsConcurrencyToken();
        material.HasOne<Review>().WithMany().HasForeignKey(m => m.ReviewId).OnDelete(DeleteBehavior.Cascade);
        material.HasIndex(m => m.ReviewId);
    }
}

internal sealed class ReviewNodeTable : IEntityTypeConfiguration<ReviewNode>
{
    public void Configure(EntityTypeBuilder<ReviewNode> node)
    {
        node.ToTable("ReviewNodes");
        node.Property(n => n.Id).ValueGeneratedNever();
        node.Property(n => n.Body).HasMaxLength(40);
        node.Property(n => n.Note).HasMaxLength(300);
        node.Property(n => n.Version).IsConcurrencyToken();
        node.HasOne<Review>().WithMany().HasForeignKey(n => n.ReviewId).OnDelete(DeleteBehavior.Cascade);
        node.HasIndex(n => n.ReviewId);
    }
}

internal sealed class ComplianceNoteTable : IEntityTypeConfiguration<ComplianceNote>
{
    public void Configure(EntityTypeBuilder<ComplianceNote> note)
    {
        note.ToTable("ComplianceNotes");
        note.Property(n => n.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Document", 80), ("Note", 500), ("By", 60) }) note.Property(name).HasMaxLength(length);
        note.Property(n => n.Version).IsConcurrencyToken();
        note.HasOne<Project>().WithMany().HasForeignKey(n => n.ProjectId).OnDelete(DeleteBehavior.Cascade);
        note.HasIndex(n => new { n.ProjectId, n.Kind, n.Id });
    }
}
