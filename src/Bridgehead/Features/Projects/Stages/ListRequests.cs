using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A request as it is listed, with its project.</summary>
public sealed record RequestRow(StageRequest Request, Guid ProjectId, string Number, string Name, Guid UnitId, string? Investor, long AmountFen, long ProjectVersion);

/// <summary>The requests waiting for somebody to decide, within the asker's scope, the oldest first; page by page from a key.</summary>
public sealed class ListRequests(BridgeheadDb db, ListProjects list)
{
    /// <summary>One page of the queue and the cursor of the next; null on the last.</summary>
    public async Task<(IReadOnlyList<RequestRow> Rows, string? Next)> Page(string? after, int size = ListProjects.PageSize, CancellationToken cancel = default)
    {
        var pending = db.Set<StageRequest>().AsNoTracking().Where(r => r.State == RequestState.Pending);
        if (Guid.TryParse(after, CultureInfo.InvariantCulture, out var last)) pending = pending.Where(r => r.Id.CompareTo(last) > 0);
        var visible = await list.Visible(cancel);
        var rows = await pending.Join(visible, r => r.ProjectId, p => p.Id, (r, p) => new { r, p }).OrderBy(x => x.r.Id).Take(size + 1)
            .Select(x => new RequestRow(x.r, x.p.Id, x.p.Number, x.p.Name, x.p.UnitId, x.p.Investor, x.p.AmountFen, x.p.Version)).ToListAsync(cancel);
        return (rows.Count > size ? rows[..size] : rows, rows.Count > size ? rows[size - 1].Request.Id.ToString() : null);
    }

    /// <summary>How many wait within the asker's scope, at most 100.</summary>
    public async Task<int> Count(CancellationToken cancel = default)
    {
        var visible = await list.Visible(cancel);
        return await visible.Where(p => p.PendingOrder != null).Take(100).CountAsync(cancel);
    }

    /// <summary>One request with its project, tracked; null when it is not there or not in scope.</summary>
    public async Task<(StageRequest Request, Project Project)?> Find(Guid id, CancellationToken cancel = default)
    {
        if (await db.Set<StageRequest>().FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } request) return null;
        if (!await (await list.Visible(cancel)).AnyAsync(p => p.Id == request.ProjectId, cancel)) return null;
        return (request, await db.Set<Project>().FirstAsync(p => p.Id == request.ProjectId, cancel));
    }
}
