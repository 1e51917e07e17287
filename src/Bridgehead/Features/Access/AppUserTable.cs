using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bridgehead.Features.Access;

internal sealed class AppUserTable : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> user)
    {
        user.ToTable("Users");
        user.Property(u => u.DisplayName).HasMaxLength(60);
        user.Property(u => u.Language).HasMaxLength(8);
        user.Property(u => u.CodeSecret).HasMaxLength(400);
        user.Ignore(u => u.AsksForCode);
        user.Property(u => u.Version).IsConcurrencyToken();
        user.HasOne(u => u.Unit).WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
