using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>Which kept reports are looked for; kept in the address.</summary>
public sealed class ReportQuery
{
    /// <summary>Where they stand; all when empty.</summary>
    public ReportState? State { get; set; }
    /// <summary>The year reported on.</summary>
    [Range(1990, 2100)] public int? Year { get; set; }
    /// <summary>Which kind: work or bulletin; all when empty.</summary>
    [MaxLength(20)] public string? Kind { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>Finds kept reports within the asker's scope.</summary>
public sealed class FindReports(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>One page, the latest begun first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<ReportDraft> Rows, string? Next)> Page(ReportQuery query, CancellationToken cancel = default)
    {
        var (size, units) = (Listed.Size(query.Limit), await scope.Ids(cancel));
        var drafts = db.Set<ReportDraft>().AsNoTracking().Where(d => units.Contains(d.UnitId));
        if (query.State is { } state) drafts = drafts.Where(d => d.State == state);
        if (query.Kind is { Length: > 0 } kind) drafts = drafts.Where(d => d.Kind == kind);
        if (query.Year is { } year) drafts = drafts.Where(d => d.Year == year);
        if (Listed.Identity(query.After) is { } after) drafts = drafts.Where(d => d.Id.CompareTo(after) < 0);
        var rows = await drafts.OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>A report to change; null when it is not there or out of scope.</summary>
    public async Task<ReportDraft?> Draft(Guid id, CancellationToken cancel = default)
    {
        var draft = await db.Set<ReportDraft>().FirstOrDefaultAsync(d => d.Id == id, cancel);
        return draft is not null && await scope.Find(draft.UnitId, cancel) is not null ? draft : null;
    }

    /// <summary>A report with everything that belongs to it.</summary>
    public async Task<KeptParts> Whole(ReportDraft draft, CancellationToken cancel = default) => new(
        draft, (await scope.Find(draft.UnitId, cancel))!,
        await db.Set<ReportBlock>().AsNoTracking().Where(b => b.DraftId == draft.Id).OrderBy(b => b.Part).ThenBy(b => b.Position).ThenBy(b => b.Id).ToListAsync(cancel),
        await db.Set<ReportFigure>().AsNoTracking().Where(f => f.DraftId == draft.Id).OrderBy(f => f.Number).ToListAsync(cancel),
        await db.Set<ReportMeasure>().AsNoTracking().Where(m => m.DraftId == draft.Id).OrderBy(m => m.Position).ToListAsync(cancel),
        await db.Set<ReportRelease>().AsNoTracking().FirstOrDefaultAsync(r => r.DraftId == draft.Id, cancel));

    /// <summary>The other reports of the same unit a report can be laid beside, the latest first: earlier drafts and last year's.</summary>
    public async Task<IReadOnlyList<ReportDraft>> Others(ReportDraft draft, CancellationToken cancel = default) =>
        await db.Set<ReportDraft>().AsNoTracking().Where(d => d.UnitId == draft.UnitId && d.Kind == draft.Kind && d.Id != draft.Id).OrderByDescending(d => d.Year).ThenByDescending(d => d.Id).Take(30).ToListAsync(cancel);

    /// <summary>The report it is laid beside when nobody says which: last year's released one, or the draft before it; null for none.</summary>
    public async Task<ReportDraft?> Beside(ReportDraft draft, CancellationToken cancel = default)
    {
        var others = await Others(draft, cancel);
        return others.FirstOrDefault(d => d.Year == draft.Year - 1 && d.Months == draft.Months && d.State == ReportState.Released) ?? others.FirstOrDefault(d => d.Year == draft.Year - 1 && d.State == ReportState.Released) ?? others.FirstOrDefault(d => d.Year <= draft.Year);
    }
}
