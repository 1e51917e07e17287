using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Projects.Stages;

internal sealed class StageSetTable : IEntityTypeConfiguration<StageSet>
{
    public void Configure(EntityTypeBuilder<StageSet> set)
    {
        set.ToTable("StageSets");
        set.Property(s => s.Id).ValueGeneratedNever();
        set.Property(s => s.Note).HasMaxLength(500);
        set.Property(s => s.ByName).HasMaxLength(60);
        set.Property(s => s.DecidedBy).HasMaxLength(60);
        set.Property(s => s.Version).IsConcurrencyToken();
        set.HasMany(s => s.Rules).WithOne().HasForeignKey(r => r.SetId).OnDelete(DeleteBehavior.Cascade);
        set.Navigation(s => s.Rules).HasField("rules").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        set.HasIndex(s => new { s.Track, s.Number }).IsUnique();
    }
}

internal sealed class StageRuleTable : IEntityTypeConfiguration<StageRule>
{
    public void Configure(EntityTypeBuilder<StageRule> rule)
    {
        rule.ToTable("StageRules").HasKey(r => new { r.SetId, r.Order });
        rule.Property(r => r.Code).HasMaxLength(20);
        rule.Property(r => r.Name).HasMaxLength(20);
        rule.Property(r => r.Criteria).HasMaxLength(500);
        rule.Property(r => r.Asks).HasMaxLength(4000);
        rule.Ignore(r => r.Stage).Ignore(r => r.Requirements);
    }
}

internal sealed class StageRequestTable : IEntityTypeConfiguration<StageRequest>
{
    public void Configure(EntityTypeBuilder<StageRequest> request)
    {
        request.ToTable("StageRequests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Reason).HasMaxLength(500);
        request.Property(r => r.ByName).HasMaxLength(60);
        request.Property(r => r.DecidedBy).HasMaxLength(60);
        request.Property(r => r.Decision).HasMaxLength(500);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Cascade);
        request.HasIndex(r => new { r.ProjectId, r.Id });
        // one request at a time, and the queue by age
        request.HasIndex(r => r.ProjectId).IsUnique().HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_StageRequests_Pending");
        request.HasIndex(r => r.Id).HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_StageRequests_Queue");
    }
}

internal sealed class ProjectDocumentTable : IEntityTypeConfiguration<ProjectDocument>
{
    public void Configure(EntityTypeBuilder<ProjectDocument> document)
    {
        document.ToTable("ProjectDocuments").HasKey(d => d.AttachmentId);
        document.Property(d => d.AttachmentId).ValueGeneratedNever();
        document.HasOne<Attachment>().WithOne().HasForeignKey<ProjectDocument>(d => d.AttachmentId).OnDelete(DeleteBehavior.Cascade);
        document.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Cascade);
        document.HasIndex(d => new { d.ProjectId, d.Kind });
    }
}

internal sealed class DepartmentDateTable : IEntityTypeConfiguration<DepartmentDate>
{
    public void Configure(EntityTypeBuilder<DepartmentDate> date)
    {
        date.ToTable("DepartmentDates");
        date.Property(d => d.Id).ValueGeneratedNever();
        date.Property(d => d.Source).HasMaxLength(200);
        date.Property(d => d.ByName).HasMaxLength(60);
        date.Property(d => d.Version).IsConcurrencyToken();
        date.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Cascade);
        date.HasIndex(d => new { d.ProjectId, d.Milestone, d.Department }).IsUnique();
    }
}

internal sealed class CalendarDayTable : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("CalendarDays");
        day.Property(d => d.Id).ValueGeneratedNever();
        day.Property(d => d.Name).HasMaxLength(40);
        day.Property(d => d.Version).IsConcurrencyToken();
        day.HasIndex(d => d.Day).IsUnique();
    }
}
