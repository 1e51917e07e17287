using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>The batches the asker's unit has imported, newest first; the same for page and API.</summary>
public sealed class ListBatches(BridgeheadDb db, Asker asker)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<ImportBatch> Rows, string? Next)> Page(string? after, int size, CancellationToken cancel = default)
    {
        var batches = Visible().AsNoTracking();
        if (Listed.Identity(after) is { } last) batches = batches.Where(b => b.Id.CompareTo(last) < 0);
        var rows = await batches.OrderByDescending(b => b.Id).Take(size + 1).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>One batch, ready to be changed; null when it is not there or another unit's.</summary>
    public Task<ImportBatch?> Find(Guid id, CancellationToken cancel = default) => Visible().FirstOrDefaultAsync(b => b.Id == id, cancel);

    private IQueryable<ImportBatch> Visible() => asker.IsOperator ? db.Set<ImportBatch>() : db.Set<ImportBatch>().Where(b => b.UnitId == asker.UnitId);
}
