using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Projects;

internal sealed class ProjectTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.ToTable("Projects");
        foreach (var (name, length) in new[] { ("Number", 20), ("Name", 80), ("Investor", 120), ("Company", 120), ("OriginPlace", 40), ("Industry", 60), ("Currency", 3), ("Contact", 80), ("Description", 4000) })
            project.Property(name).HasMaxLength(length);
        project.Property(p => p.Version).IsConcurrencyToken();
        project.Ignore(p => p.Card).Ignore(p => p.Stage).Ignore(p => p.Amount).Ignore(p => p.Reached);
        project.HasIndex(p => p.Number).IsUnique();
        project.HasIndex(p => p.BatchId).HasFilter("\"BatchId\" IS NOT NULL");
        project.HasIndex(p => p.NationalCode).HasFilter("\"NationalCode\" IS NOT NULL");
        project.HasIndex(p => new { p.UnitId, p.StageOrder });
        // one index for each order of the list, over what is in use; those that begin with the stage serve the orders within one stage too
        project.HasIndex(p => new { p.LastProgressOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.AmountFen, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.StageOrder, p.LastProgressOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.StageOrder, p.AmountFen, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.SignedOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.StartedOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.ProducedOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        // few projects are of one industry of the several hundred
        project.HasIndex(p => new { p.Industry, p.LastProgressOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        // one index for each axis a list is filtered by, in the order the list stands in
        project.HasIndex(p => new { p.Health, p.LastProgressOn, p.Id }).HasFilter("\"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.PendingOrder, p.LastProgressOn, p.Id }).HasFilter("\"PendingOrder\" IS NOT NULL AND \"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.LateEntry, p.LastProgressOn, p.Id }).HasFilter("\"LateEntry\" AND \"DeletedAt\" IS NULL");
        project.HasIndex(p => new { p.Track, p.StageOrder }).HasFilter("\"DeletedAt\" IS NULL");
        // the projects of an enterprise, as investor or as project company
        project.HasIndex(p => p.InvestorId).HasFilter("\"InvestorId\" IS NOT NULL");
        project.HasIndex(p => p.Investor).HasFilter("\"Investor\" IS NOT NULL");
        project.HasIndex(p => p.Company).HasFilter("\"Company\" IS NOT NULL");
        project.HasIndex(p => p.DeletedAt).HasFilter("\"DeletedAt\" IS NOT NULL");
    }
}

internal sealed class ProjectStepTable : IEntityTypeConfiguration<ProjectStep>
{
    public void Configure(EntityTypeBuilder<ProjectStep> step)
    {
        step.ToTable("ProjectSteps");
        step.Property(s => s.Who).HasMaxLength(60);
        step.Property(s => s.Reason).HasMaxLength(500);
        step.Property(s => s.Approved).HasMaxLength(60);
        step.Property(s => s.Lacked).HasMaxLength(500);
        step.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The next number of a series, given out under its row lock.</summary>
public sealed class NumberSeries
{
    /// <summary>Which series: "project-2026".</summary>
    public string Name { get; internal set; } = "";
    /// <summary>The last number given.</summary>
    public long Last { get; internal set; }
}

internal sealed class NumberSeriesTable : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("NumberSeries").HasKey(s => s.Name);
        series.Property(s => s.Name).HasMaxLength(40);
    }
}
