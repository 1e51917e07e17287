using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Signals;

internal sealed class SignalTable : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> signal)
    {
        signal.ToTable("Signals");
        signal.Property(s => s.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Key", 200), ("Name", 200), ("Finding", 500), ("JudgedBy", 60) }) signal.Property(name).HasMaxLength(length);
        signal.Property(s => s.Version).IsConcurrencyToken();
        signal.Ignore(s => s.MeasuredValue).Ignore(s => s.ComparedValue);
        signal.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        signal.HasIndex(s => new { s.Kind, s.Key }).IsUnique();
        signal.HasIndex(s => new { s.State, s.Id });
        signal.HasIndex(s => new { s.Kind, s.State, s.Id });
        signal.HasIndex(s => s.ProjectId).HasFilter("\"ProjectId\" IS NOT NULL");
    }
}

internal sealed class SignalRunTable : IEntityTypeConfiguration<SignalRun>
{
    public void Configure(EntityTypeBuilder<SignalRun> run)
    {
        run.ToTable("SignalRuns");
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.By).HasMaxLength(60);
    }
}

internal sealed class SightingTable : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> sighting)
    {
        sighting.ToTable("Sightings");
        sighting.Property(s => s.Id).ValueGeneratedNever();
        sighting.HasOne<Signal>().WithMany().HasForeignKey(s => s.SignalId).OnDelete(DeleteBehavior.Cascade);
        sighting.HasOne<SignalRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
        sighting.HasMany(s => s.Rows).WithOne().HasForeignKey(r => r.SightingId).OnDelete(DeleteBehavior.Cascade);
        sighting.Navigation(s => s.Rows).HasField("rows").UsePropertyAccessMode(PropertyAccessMode.Field);
        sighting.HasIndex(s => new { s.SignalId, s.Id });
    }
}

internal sealed class SightingRowTable : IEntityTypeConfiguration<SightingRow>
{
    public void Configure(EntityTypeBuilder<SightingRow> row)
    {
        row.ToTable("SightingRows");
        row.Property(r => r.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Kind", 10), ("Reference", 60), ("Text", 200) }) row.Property(name).HasMaxLength(length);
        row.HasIndex(r => new { r.SightingId, r.Place });
    }
}

internal sealed class SignalRulesTable : IEntityTypeConfiguration<SignalRules>
{
    public void Configure(EntityTypeBuilder<SignalRules> rules)
    {
        rules.ToTable("SignalRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        rules.Property(r => r.Reason).HasMaxLength(300);
        rules.Property(r => r.By).HasMaxLength(60);
        rules.HasIndex(r => r.Number).IsUnique();
    }
}
