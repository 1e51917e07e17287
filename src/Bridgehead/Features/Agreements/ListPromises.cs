using System.Globalization;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>A promise in force as it is listed, with its project.</summary>
public sealed record PromiseRow(StandingPromise Promise, string Number, string Name, Guid UnitId, Guid? ParkId);

/// <summary>How many promises are due and missed, by side.</summary>
public sealed record PromiseTally(PromiseParty Party, long Due, long Missed);

/// <summary>Lists promises in force within the asker's scope by the day they are due, page by page from a key; the same for page, API and export.</summary>
public sealed class ListPromises(BridgeheadDb db, ListProjects list, AskCurves curves)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<PromiseRow> Rows, string? Next)> Page(PromiseQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var rows = await Rows(After(await Filtered(query, cancel), query.After).OrderBy(r => r.Promise.DueOn).ThenBy(r => r.Promise.Id).Take(size + 1)).ToListAsync(cancel);
        var last = rows.Count > size ? rows[size - 1].Promise : null;
        return last is null ? (rows, null) : (rows[..size], $"{last.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}~{last.Id}");
    }

    /// <summary>All of them in order, streamed: for a file.</summary>
    public async Task<IAsyncEnumerable<PromiseRow>> All(PromiseQuery query, CancellationToken cancel = default) =>
        Rows((await Filtered(query, cancel)).OrderBy(r => r.Promise.DueOn).ThenBy(r => r.Promise.Id)).AsAsyncEnumerable();

    /// <summary>How many are due and missed on each side, for the same unit, branch and cohort.</summary>
    public async Task<IReadOnlyList<PromiseTally>> Tally(PromiseQuery query, CancellationToken cancel = default)
    {
        var (today, notice) = (curves.Today, curves.Today.AddDays(StandingPromise.NoticeDays));
        var open = await db.Set<StandingPromise>().AsNoTracking().Where(s => s.DroppedOn == null && s.MetOn == null && s.WaivedOn == null && s.DueOn <= notice)
            .Join(await Projects(query, cancel), s => s.ProjectId, p => p.Id, (s, p) => new { s.Party, Missed = s.DueOn < today })
            .GroupBy(s => s).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return [.. Enum.GetValues<PromiseParty>().Select(party => new PromiseTally(party,
            open.Where(o => o.Key.Party == party && !o.Key.Missed).Sum(o => o.Count), open.Where(o => o.Key.Party == party && o.Key.Missed).Sum(o => o.Count)))];
    }

    private async Task<IQueryable<Joined>> Filtered(PromiseQuery query, CancellationToken cancel)
    {
        var rows = db.Set<StandingPromise>().AsNoTracking();
        if (query.Party is { } party) rows = rows.Where(s => s.Party == party);
        if (query.Kind is { Length: > 0 } kind) rows = rows.Where(s => s.Kind == kind);
        if (query.Project is { } project) rows = rows.Where(s => s.ProjectId == project);
        if (query.Years is null) rows = InState(rows, query.State ?? PromiseFilter.Open, curves.Today);
        var projects = await Projects(query, cancel);
        var joined = rows.Join(projects, s => s.ProjectId, p => p.Id, (s, p) => new Joined { Promise = s, Project = p });
        if (query.Years is { } years)
        {
            var (days, asOf) = (Cohort.Days(years), query.AsOf ?? curves.Today);
            joined = joined.Where(j => j.Project.SignedOn!.Value.AddDays(days) <= asOf && j.Promise.DueOn <= j.Project.SignedOn!.Value.AddDays(days) && j.Promise.Since <= j.Project.SignedOn!.Value.AddDays(days)
                && (j.Promise.WaivedOn == null || j.Promise.WaivedOn > j.Project.SignedOn!.Value.AddDays(days)) && (j.Promise.DroppedOn == null || j.Promise.DroppedOn > j.Project.SignedOn!.Value.AddDays(days)));
            if (query.Kept == true) joined = joined.Where(j => j.Promise.MetOn <= j.Project.SignedOn!.Value.AddDays(days));
            if (query.Kept == false) joined = joined.Where(j => j.Promise.MetOn == null || j.Promise.MetOn > j.Project.SignedOn!.Value.AddDays(days));
        }
        return joined;
    }

    // the cohort's window of signing matters only where it was asked for
    private async Task<IQueryable<Project>> Projects(PromiseQuery query, CancellationToken cancel) =>
        query is { Years: null, From: null, To: null, Unit: null or "", Branch: null, Channel: null or "" } ? await list.Visible(cancel) : await curves.Projects(query, cancel);

    private static IQueryable<StandingPromise> InState(IQueryable<StandingPromise> rows, PromiseFilter state, DateOnly today)
    {
        var notice = today.AddDays(StandingPromise.NoticeDays);
        var inForce = rows.Where(s => s.DroppedOn == null);
        var open = inForce.Where(s => s.MetOn == null && s.WaivedOn == null);
        return state switch
        {
            PromiseFilter.Open => open.Where(s => s.DueOn <= notice),
            PromiseFilter.Missed => open.Where(s => s.DueOn < today),
            PromiseFilter.Due => open.Where(s => s.DueOn >= today && s.DueOn <= notice),
            PromiseFilter.NotYetDue => open.Where(s => s.DueOn > notice),
            PromiseFilter.Met => inForce.Where(s => s.MetOn != null && s.WaivedOn == null),
            PromiseFilter.Waived => inForce.Where(s => s.WaivedOn != null),
            PromiseFilter.WaiverAsked => open.Where(s => s.WaiverReason != null),
            _ => inForce,
        };
    }

    private static IQueryable<Joined> After(IQueryable<Joined> rows, string? after)
    {
        if (string.IsNullOrEmpty(after)) return rows;
        if (after.Split('~') is not [var day, var identity] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || !Guid.TryParse(identity, out var id))
            throw new Refusal($"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
        return rows.Where(r => r.Promise.DueOn > on || (r.Promise.DueOn == on && r.Promise.Id.CompareTo(id) > 0));
    }

    private static IQueryable<PromiseRow> Rows(IQueryable<Joined> rows) => rows.Select(r => new PromiseRow(r.Promise, r.Project.Number, r.Project.Name, r.Project.UnitId, r.Project.ParkId));

    private sealed class Joined
    {
        public required StandingPromise Promise { get; init; }
        public required Project Project { get; init; }
    }
}
