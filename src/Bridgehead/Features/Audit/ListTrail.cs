using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Audit;

/// <summary>An entry as it is listed.</summary>
public sealed record TrailRow(
    long Sequence, DateTime At, string Action, AuditResult Result, string UserName, string Role, string Unit, string Address, Guid? SubjectId, string? Reason);

/// <summary>Lists the audit trail, newest first, for those whose scope is the whole city; the same for page and API.</summary>
public sealed class ListTrail(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>One page, and where the next begins. Null when the asker's scope is not everything.</summary>
    public async Task<(IReadOnlyList<TrailRow> Rows, long? Next)?> Page(TrailFilter filter, int size, CancellationToken cancel = default)
    {
        if (!await scope.IsWholeCity(cancel)) return null;
        var entries = filter.Of(db.Set<AuditEntry>().AsNoTracking());
        if (filter.Before is { } before) entries = entries.Where(e => e.Sequence < before);
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(size + 1)
            .Select(e => new TrailRow(e.Sequence, e.At, e.Action, e.Result, e.UserName, e.Role, e.Unit, e.Address, e.SubjectId, e.Reason)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Sequence) : (rows, null);
    }

    /// <summary>One entry; null when it is not there or the asker's scope is not everything.</summary>
    public async Task<AuditEntry?> Find(long sequence, CancellationToken cancel = default) =>
        await scope.IsWholeCity(cancel) ? await db.Set<AuditEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Sequence == sequence, cancel) : null;
}
