using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>A page of one's own account: the signed-in person, tracked, with the unit.</summary>
public abstract class OwnPage(BridgeheadDb db, Asker asker) : Screen
{
    /// <summary>The database.</summary>
    protected BridgeheadDb Db { get; } = db;

    /// <summary>The signed-in person.</summary>
    public AppUser Me { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (asker.UserId is not { } id || await Db.Set<AppUser>().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == id, Cancel) is not { } me) return false;
        Me = me;
        return true;
    }
}
