using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Reports;

internal sealed class ReportDraftTable : IEntityTypeConfiguration<ReportDraft>
{
    public void Configure(EntityTypeBuilder<ReportDraft> draft)
    {
        draft.ToTable("ReportDrafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Kind", 20), ("Title", 100), ("Occasion", 100), ("Reporter", 60), ("Addressee", 100), ("SignedBy", 60), ("Attachments", 1000), ("By", 60), ("SubmittedBy", 60), ("ReviewedBy", 60), ("ReleasedBy", 60), ("ReturnReason", 500) })
            draft.Property(name).HasMaxLength(length);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.Ignore(d => d.TitleLine);
        draft.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => new { d.UnitId, d.Kind, d.Year });
        draft.HasIndex(d => new { d.State, d.Id });
    }
}

internal sealed class ReportBlockTable : IEntityTypeConfiguration<ReportBlock>
{
    public void Configure(EntityTypeBuilder<ReportBlock> block)
    {
        block.ToTable("ReportBlocks");
        block.Property(b => b.Id).ValueGeneratedNever();
        block.Property(b => b.Version).IsConcurrencyToken();
        block.HasOne<ReportDraft>().WithMany().HasForeignKey(b => b.DraftId).OnDelete(DeleteBehavior.Cascade);
        block.HasIndex(b => new { b.DraftId, b.Part, b.Position });
    }
}

internal sealed class ReportFigureTable : IEntityTypeConfiguration<ReportFigure>
{
    public void Configure(EntityTypeBuilder<ReportFigure> figure)
    {
        figure.ToTable("ReportFigures");
        figure.Property(f => f.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Indicator", 60), ("Unit", 60), ("Group", 80), ("Against", 40), ("Shape", 60), ("Value", 60), ("Display", 40), ("Address", 400) }) figure.Property(name).HasMaxLength(length);
        figure.Ignore(f => f.Key).Ignore(f => f.Exact);
        figure.HasOne<ReportDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
        figure.HasIndex(f => new { f.DraftId, f.Number }).IsUnique();
    }
}

internal sealed class ReportReleaseTable : IEntityTypeConfiguration<ReportRelease>
{
    public void Configure(EntityTypeBuilder<ReportRelease> release)
    {
        release.ToTable("ReportReleases");
        release.Property(r => r.Id).ValueGeneratedNever();
        release.Property(r => r.FileDigest).HasMaxLength(64);
        release.Property(r => r.MaskedDigest).HasMaxLength(64);
        release.HasOne<ReportDraft>().WithMany().HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Restrict);
        release.HasIndex(r => r.DraftId).IsUnique();
    }
}

internal sealed class ReportMeasureTable : IEntityTypeConfiguration<ReportMeasure>
{
    public void Configure(EntityTypeBuilder<ReportMeasure> measure)
    {
        measure.ToTable("ReportMeasures");
        measure.Property(m => m.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Problem", 40), ("Text", 200), ("Owner", 60), ("Note", 500) }) measure.Property(name).HasMaxLength(length);
        measure.Property(m => m.Version).IsConcurrencyToken();
        measure.Ignore(m => m.Fact);
        measure.HasOne<ReportDraft>().WithMany().HasForeignKey(m => m.DraftId).OnDelete(DeleteBehavior.Cascade);
        measure.HasIndex(m => new { m.DraftId, m.Position });
    }
}

internal sealed class OfficialFormTable : IEntityTypeConfiguration<OfficialForm>
{
    public void Configure(EntityTypeBuilder<OfficialForm> form)
    {
        form.ToTable("OfficialForms");
        form.Property(f => f.Id).ValueGeneratedNever();
        foreach (var name in new[] { "TitleFace", "TitleFallback", "BodyFace", "BodyFallback", "PartFace", "PartFallback", "SectionFace", "SectionFallback", "NumberFace" }) form.Property(name).HasMaxLength(40);
        form.Ignore(f => f.Text);
        form.Property(f => f.Version).IsConcurrencyToken();
    }
}

internal sealed class ReportTemplateTable : IEntityTypeConfiguration<ReportTemplate>
{
    public void Configure(EntityTypeBuilder<ReportTemplate> template)
    {
        template.ToTable("ReportTemplates");
        template.Property(t => t.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Name", 60), ("FileName", 200), ("FileDigest", 64), ("By", 60) }) template.Property(name).HasMaxLength(length);
        template.Property(t => t.Version).IsConcurrencyToken();
        template.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        template.HasIndex(t => new { t.UnitId, t.Name }).IsUnique();
    }
}
