using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Cockpit;

internal sealed class CockpitLookTable : IEntityTypeConfiguration<CockpitLook>
{
    public void Configure(EntityTypeBuilder<CockpitLook> look)
    {
        look.ToTable("CockpitLooks").HasKey(l => l.UserId);
        look.Property(l => l.UserId).ValueGeneratedNever();
        look.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
