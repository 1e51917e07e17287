using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Targets;

internal sealed class CampaignTable : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("Campaigns");
        campaign.Property(c => c.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Name", 60), ("Document", 200), ("Indicators", 600), ("ConcludedBy", 60) }) campaign.Property(name).HasMaxLength(length);
        campaign.Property(c => c.Version).IsConcurrencyToken();
        campaign.Ignore(c => c.Span).Ignore(c => c.Codes);
        campaign.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        campaign.HasIndex(c => new { c.UnitId, c.Name }).IsUnique();
    }
}

internal sealed class CampaignTaskTable : IEntityTypeConfiguration<CampaignTask>
{
    public void Configure(EntityTypeBuilder<CampaignTask> task)
    {
        task.ToTable("CampaignTasks");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.Version).IsConcurrencyToken();
        task.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Cascade);
        task.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        task.HasIndex(t => new { t.CampaignId, t.UnitId, t.IndicatorId }).IsUnique();
    }
}
