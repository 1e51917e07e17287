using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>A checked ledger in a list, without what was found in it.</summary>
public sealed record CheckRow(Guid Id, ImportKind Kind, string File, DateTime At, CheckState State, int Read, int Added, int Updated, int Unchanged, int Refused, int Percent, Guid? BatchId);

/// <summary>The ledgers the asker has uploaded and not yet imported, newest first; the same for page and API.</summary>
public sealed class ListChecks(BridgeheadDb db, Asker asker, RunningImports running)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<CheckRow> Rows, string? Next)> Page(string? after, int size, CancellationToken cancel = default)
    {
        var checks = Mine().AsNoTracking().Where(c => c.State != CheckState.Done);
        if (Listed.Identity(after) is { } last) checks = checks.Where(c => c.Id.CompareTo(last) < 0);
        var rows = (await checks.OrderByDescending(c => c.Id).Take(size + 1)
            .Select(c => new CheckRow(c.Id, c.Kind, c.File, c.At, c.State, c.Read, c.Added, c.Updated, c.Unchanged, c.Refused, c.Percent, c.BatchId)).ToListAsync(cancel))
            .ConvertAll(row => running.ProgressOf(row.Id) is { } progress ? row with { Percent = progress.Percent } : row);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>One of them, ready to be changed; null when it is not there or another's.</summary>
    public Task<ImportCheck?> Find(Guid id, CancellationToken cancel = default) => Mine().FirstOrDefaultAsync(c => c.Id == id, cancel);

    private IQueryable<ImportCheck> Mine()
    {
        var user = asker.UserId ?? Guid.Empty;
        return db.Set<ImportCheck>().Where(c => c.UserId == user);
    }
}
