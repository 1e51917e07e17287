using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Reports.Schedules;

internal sealed class ReportScheduleTable : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.ToTable("ReportSchedules");
        schedule.Property(s => s.Id).ValueGeneratedNever();
        schedule.Property(s => s.Owner).HasMaxLength(60);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        schedule.HasIndex(s => new { s.IsOn, s.NextOn });
    }
}

internal sealed class ReportRunTable : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> run)
    {
        run.ToTable("ReportRuns");
        run.Property(r => r.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Node", 80), ("FileName", 200), ("FileDigest", 64), ("Why", 500) }) run.Property(name).HasMaxLength(length);
        run.HasOne<ReportSchedule>().WithMany().HasForeignKey(r => r.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        // a day of a schedule is made once, whichever node comes first
        run.HasIndex(r => new { r.ScheduleId, r.DueOn }).IsUnique();
        run.HasIndex(r => r.State).HasFilter("\"State\" IN ('Waiting', 'Working')");
    }
}

internal sealed class ScheduleSubscriberTable : IEntityTypeConfiguration<ScheduleSubscriber>
{
    public void Configure(EntityTypeBuilder<ScheduleSubscriber> subscriber)
    {
        subscriber.ToTable("ScheduleSubscribers");
        subscriber.Property(s => s.Id).ValueGeneratedNever();
        subscriber.HasOne<ReportSchedule>().WithMany().HasForeignKey(s => s.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        subscriber.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        subscriber.HasIndex(s => new { s.ScheduleId, s.UserId }).IsUnique();
        subscriber.HasIndex(s => s.UserId);
    }
}
