using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Progress;

internal sealed class ProgressRulesTable : IEntityTypeConfiguration<ProgressRules>
{
    public void Configure(EntityTypeBuilder<ProgressRules> rules)
    {
        rules.ToTable("ProgressRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        foreach (var name in new[] { "FormNumber", "IssuedBy", "Approval" }) rules.Property(name).HasMaxLength(80);
        rules.Property(r => r.Version).IsConcurrencyToken();
    }
}

internal sealed class ProgressPlanTable : IEntityTypeConfiguration<ProgressPlan>
{
    public void Configure(EntityTypeBuilder<ProgressPlan> plan)
    {
        plan.ToTable("ProgressPlans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Template).HasMaxLength(20);
        plan.Property(p => p.Who).HasMaxLength(60);
        plan.Property(p => p.Reason).HasMaxLength(200);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasOne<Project>().WithOne().HasForeignKey<ProgressPlan>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InstalmentTable : IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<Instalment> instalment)
    {
        instalment.ToTable("Instalments");
        instalment.Property(i => i.Id).ValueGeneratedNever();
        instalment.Ignore(i => i.Span);
        instalment.HasOne<ProgressPlan>().WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Cascade);
        instalment.HasIndex(i => new { i.ProjectId, i.Revision, i.FromMonth });
    }
}

internal sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.ToTable("Milestones");
        milestone.Property(m => m.Id).ValueGeneratedNever();
        milestone.Property(m => m.Name).HasMaxLength(20);
        milestone.Property(m => m.Version).IsConcurrencyToken();
        milestone.Ignore(m => m.StandsAt);
        milestone.HasOne<ProgressPlan>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Cascade);
        milestone.HasIndex(m => new { m.ProjectId, m.Revision, m.Place }).IsUnique();
        milestone.HasIndex(m => m.NotedOn).HasFilter("\"NotedOn\" IS NOT NULL");
        milestone.HasIndex(m => m.SlippedOn).HasFilter("\"SlippedOn\" IS NOT NULL");
    }
}

internal sealed class MonthlyReportTable : IEntityTypeConfiguration<MonthlyReport>
{
    public void Configure(EntityTypeBuilder<MonthlyReport> report)
    {
        report.ToTable("MonthlyReports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Physical).HasMaxLength(1000);
        report.Property(r => r.NextSteps).HasMaxLength(500);
        report.Property(r => r.Who).HasMaxLength(60);
        report.Property(r => r.Reason).HasMaxLength(200);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Cascade);
        report.HasIndex(r => new { r.ProjectId, r.Month }).IsUnique();
        report.HasIndex(r => new { r.Month, r.UnitId, r.Late, r.NoChange, r.ProjectId }).HasFilter("\"FiledOn\" IS NOT NULL");
    }
}

internal sealed class ReportedProblemTable : IEntityTypeConfiguration<ReportedProblem>
{
    public void Configure(EntityTypeBuilder<ReportedProblem> problem)
    {
        problem.ToTable("ReportedProblems");
        problem.Property(p => p.Id).ValueGeneratedNever();
        problem.Property(p => p.Text).HasMaxLength(500);
        problem.Property(p => p.Needs).HasMaxLength(60);
        problem.Property(p => p.RaisedBy).HasMaxLength(60);
        problem.Property(p => p.ClosedBy).HasMaxLength(60);
        problem.Property(p => p.Version).IsConcurrencyToken();
        problem.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Cascade);
        problem.HasIndex(p => new { p.ProjectId, p.ClosedOn });
        problem.HasIndex(p => p.RaisedOn);
        problem.HasIndex(p => p.ClosedOn).HasFilter("\"ClosedOn\" IS NOT NULL");
    }
}
