using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>The people of the demo city, who sign in without a password. There are none outside demo mode.</summary>
public sealed class Personas(BridgeheadDb db, Installation installation)
{
    /// <summary>The personas in the order they are offered; empty outside demo mode.</summary>
    public async Task<IReadOnlyList<AppUser>> All(CancellationToken cancel = default) => installation.Demo
        ? await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).Where(u => u.IsPersona && !u.Disabled)
            .OrderBy(u => u.Unit.Order).ThenBy(u => u.UserName).ToListAsync(cancel)
        : [];

    /// <summary>One persona by user name; null outside demo mode and for everybody who is no persona.</summary>
    public async Task<AppUser?> Named(string userName, CancellationToken cancel = default) => installation.Demo
        ? await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit)
            .FirstOrDefaultAsync(u => u.UserName == userName && u.IsPersona && !u.Disabled, cancel)
        : null;
}
