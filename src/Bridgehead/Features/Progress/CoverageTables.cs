using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Progress;

internal sealed class LookTable : IEntityTypeConfiguration<Look>
{
    public void Configure(EntityTypeBuilder<Look> look)
    {
        look.ToTable("Looks");
        look.Property(l => l.Id).ValueGeneratedNever();
        look.Property(l => l.Finding).HasMaxLength(1000);
        look.Property(l => l.NextStep).HasMaxLength(200);
        look.Property(l => l.Who).HasMaxLength(60);
        look.Ignore(l => l.Sides);
        look.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Cascade);
        look.HasIndex(l => new { l.ProjectId, l.On });
    }
}

internal sealed class CoverageTable : IEntityTypeConfiguration<Coverage>
{
    public void Configure(EntityTypeBuilder<Coverage> coverage)
    {
        coverage.ToTable("Coverages");
        coverage.Property(c => c.Id).ValueGeneratedNever();
        foreach (var name in new[] { "PerformanceWho", "ConstructionWho", "MoneyWho", "OperationWho" }) coverage.Property(name).HasMaxLength(60);
        coverage.HasOne<Project>().WithOne().HasForeignKey<Coverage>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
        coverage.HasIndex(c => new { c.WaitingSince, c.Id });
    }
}

internal sealed class StageDwellTable : IEntityTypeConfiguration<StageDwell>
{
    public void Configure(EntityTypeBuilder<StageDwell> dwell)
    {
        dwell.ToTable("StageDwells").HasKey(d => new { d.ProjectId, d.From, d.Target });
        dwell.Property(d => d.Band).HasMaxLength(20);
        dwell.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Cascade);
        // a percentile is one step into one of these, from the narrowest group to the widest
        dwell.HasIndex(d => new { d.From, d.Target, d.Branch, d.Band, d.Days });
        dwell.HasIndex(d => new { d.From, d.Target, d.Branch, d.Days });
        dwell.HasIndex(d => new { d.From, d.Target, d.Days });
    }
}

internal sealed class ProjectPauseTable : IEntityTypeConfiguration<ProjectPause>
{
    public void Configure(EntityTypeBuilder<ProjectPause> pause)
    {
        pause.ToTable("ProjectPauses").HasKey(p => new { p.ProjectId, p.FromOn });
        pause.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>How far what others recorded has been gathered, by source; its row is the lock under which it is.</summary>
public sealed class CoverageMark
{
    /// <summary>The source: "projects", "steps", "entries".</summary>
    public string Name { get; internal set; } = "";
    /// <summary>The last number of the ledger, or the moment (milliseconds since 1970) up to which identities have been read.</summary>
    public long Last { get; internal set; }
}

internal sealed class CoverageMarkTable : IEntityTypeConfiguration<CoverageMark>
{
    public void Configure(EntityTypeBuilder<CoverageMark> mark)
    {
        mark.ToTable("CoverageMarks").HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(16);
        mark.HasData(new { Name = GatherCoverage.Projects, Last = 0L }, new { Name = GatherCoverage.Steps, Last = 0L }, new { Name = GatherCoverage.Entries, Last = 0L });
    }
}
