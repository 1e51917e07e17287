using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Views;

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews");
        view.Property(v => v.Name).HasMaxLength(40);
        view.Property(v => v.OwnerName).HasMaxLength(60);
        view.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        view.Property(v => v.Version).IsConcurrencyToken();
        view.Ignore(v => v.Address);
        view.HasIndex(v => v.OwnerId);
        view.HasIndex(v => new { v.UnitId, v.Share });
        view.HasIndex(v => v.Share);
    }
}

internal sealed class DefaultViewTable : IEntityTypeConfiguration<DefaultView>
{
    public void Configure(EntityTypeBuilder<DefaultView> view)
    {
        view.ToTable("DefaultViews").HasKey(v => v.UserId);
        view.Property(v => v.UserId).ValueGeneratedNever();
        view.HasOne<SavedView>().WithMany().HasForeignKey(v => v.ViewId).OnDelete(DeleteBehavior.Cascade);
    }
}
