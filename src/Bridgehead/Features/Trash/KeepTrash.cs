using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Trash;

/// <summary>A thing in the trash.</summary>
public sealed record TrashedRow(string Kind, Guid Id, string Name, DateTime DeletedAt, long Version);

/// <summary>What was thrown away within the asker's scope, and the way back; the same for page and API.</summary>
public sealed class KeepTrash(BridgeheadDb db, ScopedUnits scope, OpenProject open, MergedRecords merged, UnitOfWork work)
{
    /// <summary>One page, the latest thrown away first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<TrashedRow> Rows, string? Next)> Page(string? after, int size, CancellationToken cancel = default)
    {
        var before = Cursor(after);
        var units = await scope.Ids(cancel);
        var projects = db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt != null && units.Contains(p.UnitId));
        var enterprises = db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt != null);
        if (before is var (at, id))
        {
            projects = projects.Where(p => p.DeletedAt < at || (p.DeletedAt == at && p.Id.CompareTo(id) < 0));
            enterprises = enterprises.Where(e => e.DeletedAt < at || (e.DeletedAt == at && e.Id.CompareTo(id) < 0));
        }
        var rows = (await projects.OrderByDescending(p => p.DeletedAt).ThenByDescending(p => p.Id).Take(size + 1)
                .Select(p => new TrashedRow("project", p.Id, p.Name, p.DeletedAt!.Value, p.Version)).ToListAsync(cancel))
            .Concat(await enterprises.OrderByDescending(e => e.DeletedAt).ThenByDescending(e => e.Id).Take(size + 1)
                .Select(e => new TrashedRow("enterprise", e.Id, e.Name, e.DeletedAt!.Value, e.Version)).ToListAsync(cancel))
            .OrderByDescending(r => r.DeletedAt).ThenByDescending(r => r.Id.ToString(), StringComparer.Ordinal).Take(size + 1).ToList();
        return rows.Count > size ? (rows[..size], $"{rows[size - 1].DeletedAt.Ticks}~{rows[size - 1].Id}") : (rows, null);
    }

    /// <summary>Brings one back, as it was read. Its new version; null when it is not there.</summary>
    public async Task<long?> BringBack(string kind, Guid id, long version, CancellationToken cancel = default)
    {
        work.Subject = id;
        var units = await scope.Ids(cancel);
        if (kind == "project" && await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id && p.DeletedAt != null && units.Contains(p.UnitId), cancel) is { } project)
        {
            await merged.RefuseMerged(id, cancel);
            db.ReadAt(project, version);
            await open.BringBack(project, cancel);
            return project.Version;
        }
        if (kind != "enterprise" || await db.Set<Enterprise>().FirstOrDefaultAsync(e => e.Id == id && e.DeletedAt != null, cancel) is not { } enterprise) return null;
        await merged.RefuseMerged(id, cancel);
        db.ReadAt(enterprise, version);
        enterprise.BringBack();
        await db.SaveChangesAsync(cancel);
        return enterprise.Version;
    }

    private static (DateTime At, Guid Id)? Cursor(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        if (after.Split('~') is [var ticks, var identity] && Listed.Number(ticks) is var number && number <= DateTime.MaxValue.Ticks)
            return (new DateTime(number, DateTimeKind.Utc), Listed.Identity(identity) ?? Guid.Empty);
        throw new Refusal($"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
    }
}
