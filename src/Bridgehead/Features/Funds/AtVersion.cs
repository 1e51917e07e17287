using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Makes a step conditional on the version the person read, before the rules of the thing are asked: whoever comes second is told so, not that the step is out of order.</summary>
internal static class AtVersion
{
    /// <summary>Refuses at once when the thing has moved on.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody was faster.</exception>
    public static void MustBeAt(this BridgeheadDb db, IVersioned thing, long version)
    {
        db.ReadAt(thing, version);
        if (thing.Version != version) throw new DbUpdateConcurrencyException("Read at another version.");
    }
}
