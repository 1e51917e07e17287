using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Reports.Bulletins;

internal sealed class RankSettingTable : IEntityTypeConfiguration<RankSetting>
{
    public void Configure(EntityTypeBuilder<RankSetting> setting)
    {
        setting.ToTable("RankSettings");
        setting.Property(s => s.Id).ValueGeneratedNever();
        setting.Property(s => s.Groups).HasMaxLength(2000);
        setting.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class BulletinRankTable : IEntityTypeConfiguration<BulletinRank>
{
    public void Configure(EntityTypeBuilder<BulletinRank> rank)
    {
        rank.ToTable("BulletinRanks");
        rank.Property(r => r.Id).ValueGeneratedNever();
        rank.Property(r => r.Version).IsConcurrencyToken();
        rank.HasOne<ReportDraft>().WithMany().HasForeignKey(r => r.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RankAppealTable : IEntityTypeConfiguration<RankAppeal>
{
    public void Configure(EntityTypeBuilder<RankAppeal> appeal)
    {
        appeal.ToTable("RankAppeals");
        appeal.Property(a => a.Id).ValueGeneratedNever();
        foreach (var (name, length) in new[] { ("Text", 1000), ("By", 60), ("Answer", 1000), ("DecidedBy", 60) }) appeal.Property(name).HasMaxLength(length);
        appeal.Property(a => a.Version).IsConcurrencyToken();
        appeal.HasOne<BulletinRank>().WithMany().HasForeignKey(a => a.DraftId).OnDelete(DeleteBehavior.Cascade);
        appeal.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasIndex(a => new { a.DraftId, a.Id });
    }
}
