using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>Gives out sequence numbers of a hash chain under the lock of its head row, so links never fork and never leave a gap.</summary>
internal static class Chain
{
    /// <summary>The chain of the ledger of figures.</summary>
    public const string Ledger = "ledger";

    /// <summary>Holds a chain for the rest of the transaction: nobody adds a link beside it. Whoever holds the ledger and takes other locks too takes the ledger first.</summary>
    public static Task Hold(BridgeheadDb db, string chain, CancellationToken cancel) => Take(db, chain, 0, cancel);

    /// <summary>Locks the head for the rest of the transaction and advances it by <paramref name="links"/>; returns the head as it was.</summary>
    public static async Task<ChainHead> Take(BridgeheadDb db, string chain, int links, CancellationToken cancel)
    {
        await db.BeginWrite(cancel);
        await db.Set<ChainHead>().Where(h => h.Chain == chain)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + links), cancel);
        var head = await db.Set<ChainHead>().AsNoTracking().SingleAsync(h => h.Chain == chain, cancel);
        head.Sequence -= links;
        return head;
    }

    /// <summary>Writes the hash of the newest link into the head.</summary>
    public static Task Close(BridgeheadDb db, string chain, string hash, CancellationToken cancel) =>
        db.Set<ChainHead>().Where(h => h.Chain == chain)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, hash), cancel);

    /// <summary>Writes the newest link into the head, where how many there would be was not known before.</summary>
    public static Task Close(BridgeheadDb db, string chain, long sequence, string hash, CancellationToken cancel) =>
        db.Set<ChainHead>().Where(h => h.Chain == chain)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), cancel);
}
