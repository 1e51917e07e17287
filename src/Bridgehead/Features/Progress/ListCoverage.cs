using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>What part of the matrix is asked for.</summary>
public sealed class CoverageQuery
{
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Only those of which a side has waited for at least so many days.</summary>
    [Range(0, 36500)] public int? Days { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(60)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A project and when its sides were last looked at.</summary>
/// <param name="ProjectId">Which project.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="StageOrder">The stage it is at.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Coverage">When its sides were last looked at; null when it was signed since the last gathering.</param>
public sealed record CoverageRow(Guid ProjectId, string Number, string Name, Guid UnitId, int StageOrder, DateOnly? SignedOn, Coverage? Coverage)
{
    /// <summary>Days the side that waits longest has waited.</summary>
    public int Waiting(DateOnly today) => Math.Max(0, today.DayNumber - (Coverage is { WaitingSince.Year: > 1 and < 9999 } kept ? kept.WaitingSince : SignedOn ?? today).DayNumber);
}

/// <summary>Signed projects by when their sides were last looked at: who has waited longest comes first, read from one small table in its order.</summary>
public sealed class ListCoverage(BridgeheadDb db, ListProjects list, ListDuties duties, TimeProvider clock)
{
    /// <summary>One page, and where the next begins. New projects not yet gathered stand on the first page, first.</summary>
    public async Task<(IReadOnlyList<CoverageRow> Rows, string? Next)> Page(CoverageQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var signed = await Signed(query, cancel);
        var rows = await Kept(signed, query).Take(size + 1).ToListAsync(cancel);
        var next = rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].Coverage!.WaitingSince:yyyy-MM-dd}~{rows[size - 1].ProjectId}") : null;
        if (rows.Count > size) rows.RemoveAt(size);
        return (string.IsNullOrEmpty(query.After) ? [.. await New(signed, query, cancel), .. rows] : rows, next);
    }

    /// <summary>All rows in order, streamed: for a file.</summary>
    public async Task<IAsyncEnumerable<CoverageRow>> All(CoverageQuery query, CancellationToken cancel = default) => Kept(await Signed(query, cancel), query).AsAsyncEnumerable();

    private async Task<IQueryable<Project>> Signed(CoverageQuery query, CancellationToken cancel) =>
        (await duties.In(await list.Visible(cancel), query.Unit, cancel)).Where(p => p.StageOrder >= ProgressStages.Signed && p.StageOrder < ProgressStages.Side);

    private IQueryable<CoverageRow> Kept(IQueryable<Project> signed, CoverageQuery query)
    {
        var coverages = db.Set<Coverage>().AsNoTracking();
        if (query.Days is { } days && clock.Day().AddDays(-days) is var until) coverages = coverages.Where(c => c.WaitingSince <= until);
        if (query.After?.Split('~') is [var day, var text])
        {
            var known = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) & Guid.TryParse(text, out var id);
            Refusal.Unless(known, $"游标“{query.After}”不是本清单给出的，请从第一页开始", nameof(query.After));
            coverages = coverages.Where(c => c.WaitingSince > since || (c.WaitingSince == since && c.Id.CompareTo(id) > 0));
        }
        else Refusal.Unless(string.IsNullOrEmpty(query.After), $"游标“{query.After}”不是本清单给出的，请从第一页开始", nameof(query.After));
        return from c in coverages
               join p in signed on c.Id equals p.Id
               orderby c.WaitingSince, c.Id
               select new CoverageRow(p.Id, p.Number, p.Name, p.UnitId, p.StageOrder, p.SignedOn, c);
    }

    // what was opened or signed since the last gathering is found by identity, which is the key
    private async Task<List<CoverageRow>> New(IQueryable<Project> signed, CoverageQuery query, CancellationToken cancel)
    {
        var marks = await db.Set<CoverageMark>().AsNoTracking().ToDictionaryAsync(m => m.Name, m => m.Last, cancel);
        var projects = GatherCoverage.From(marks[GatherCoverage.Projects] - 600_000);
        var rows = await signed.Where(p => p.Id.CompareTo(projects) > 0 && !db.Set<Coverage>().Any(c => c.Id == p.Id)).OrderBy(p => p.Id)
            .Select(p => new CoverageRow(p.Id, p.Number, p.Name, p.UnitId, p.StageOrder, p.SignedOn, null)).Take(Listed.Usual).ToListAsync(cancel);
        return [.. rows.Where(r => r.Waiting(clock.Day()) >= (query.Days ?? 0)).OrderBy(r => r.SignedOn)];
    }
}
