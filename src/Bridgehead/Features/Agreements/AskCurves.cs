using System.Globalization;
using System.Linq.Expressions;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>One cohort, or one part of it, followed over the years.</summary>
/// <param name="Key">The key of the part: a year, a branch, a unit's code; empty for the whole.</param>
/// <param name="Points">From the day of signing to ten years after.</param>
public sealed record CurveGroup(string Key, IReadOnlyList<CurvePoint> Points);

/// <summary>Survival and fulfilment of the projects signed in a window, as of a day, within the asker's scope. The database adds up by day; the curve is drawn from the sums.</summary>
public sealed class AskCurves(BridgeheadDb db, ListProjects list, ScopedUnits scope, TimeProvider clock)
{
    /// <summary>The stages in which a project is no longer alive.</summary>
    public static IReadOnlyList<int> Exits { get; } = [.. Stage.All.Where(s => s.Code is "terminated" or "removed").Select(s => s.Order)];

    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The curves: the whole first, then its parts where it is taken apart.</summary>
    public async Task<IReadOnlyList<CurveGroup>> Run(CohortQuery query, CancellationToken cancel = default)
    {
        Fill(query);
        var (asOf, units) = (query.AsOf!.Value, (await scope.All(cancel)).ToDictionary(u => u.Id, u => u.Code));
        var (byBranch, byUnit, byChannel) = (query.By == CohortSide.Branch, query.By == CohortSide.Unit, query.By == CohortSide.Channel);
        var cohort = await Projects(query, cancel);
        var lives = await cohort.Select(p => new
        {
            SignedOn = p.SignedOn!.Value, Exited = Exits.Contains(p.StageOrder) ? (DateOnly?)p.StageSince : null,
            Branch = byBranch ? p.Branch : null, Unit = byUnit ? p.UnitId : byChannel ? p.SourceUnitId : null,
        }).GroupBy(p => p).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var promises = await db.Set<StandingPromise>().Join(cohort, s => s.ProjectId, p => p.Id, (s, p) => new
        {
            SignedOn = p.SignedOn!.Value, s.Party, s.Since, s.DueOn, s.MetOn, s.WaivedOn, s.DroppedOn,
            Branch = byBranch ? p.Branch : null, Unit = byUnit ? p.UnitId : byChannel ? p.SourceUnitId : null,
        }).GroupBy(s => s).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var projects = lives.Select(l => (Key: Key(l.Key.SignedOn, l.Key.Branch, l.Key.Unit), Life: new ProjectLife(l.Key.SignedOn, l.Key.Exited, l.Count))).ToList();
        var kept = promises.Select(s => (Key: Key(s.Key.SignedOn, s.Key.Branch, s.Key.Unit),
            Life: new PromiseLife(s.Key.SignedOn, s.Key.Party, s.Key.Since, s.Key.DueOn, s.Key.MetOn, Earlier(s.Key.WaivedOn, s.Key.DroppedOn), s.Count))).ToList();
        List<CurveGroup> groups = [new("", Cohort.Curve([.. projects.Select(p => p.Life)], [.. kept.Select(k => k.Life)], asOf))];
        if (query.By is not null)
            groups.AddRange(projects.Select(p => p.Key).Distinct().Order(StringComparer.Ordinal)
                .Select(key => new CurveGroup(key, Cohort.Curve([.. projects.Where(p => p.Key == key).Select(p => p.Life)], [.. kept.Where(k => k.Key == key).Select(k => k.Life)], asOf))));
        return groups;

        string Key(DateOnly signed, Branch? branch, Guid? unit) => query.By switch
        {
            CohortSide.Year => signed.Year.ToString(CultureInfo.InvariantCulture),
            CohortSide.Branch => branch?.ToString() ?? "",
            CohortSide.Unit or CohortSide.Channel => unit is { } id ? units.GetValueOrDefault(id, "elsewhere") : CohortQuery.Local,
            _ => "",
        };
    }

    /// <summary>Fills in what was left open: status as of today, signed in the eleven years up to it.</summary>
    public void Fill(CohortQuery query)
    {
        query.AsOf ??= Today;
        query.To ??= query.AsOf.Value.Year;
        query.From ??= Math.Max(1990, query.To.Value - Cohort.Years);
    }

    /// <summary>The projects of a cohort within the asker's scope.</summary>
    public async Task<IQueryable<Project>> Projects(CohortQuery query, CancellationToken cancel = default)
    {
        Fill(query);
        var (first, last) = (new DateOnly(query.From!.Value, 1, 1), new DateOnly(query.To!.Value, 12, 31));
        if (last > query.AsOf) last = query.AsOf.Value;
        var projects = (await list.Visible(cancel)).Where(p => p.SignedOn >= first && p.SignedOn <= last);
        if (query.Branch is { } branch) projects = projects.Where(p => p.Branch == branch);
        if (query.Unit is { Length: > 0 } name)
        {
            var ids = await scope.Named(name, cancel) is { } unit ? (await scope.Under(unit, cancel)).Select(u => u.Id).ToList() : [];
            projects = projects.Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)));
        }
        return query.Channel switch
        {
            null or "" => projects,
            CohortQuery.Local => projects.Where(p => p.SourceUnitId == null),
            CohortQuery.Outposts => projects.Where(p => p.SourceUnitId != null),
            var code => projects.Where(From(code)),
        };
    }

    private Expression<Func<Project, bool>> From(string code) => p => db.Set<Unit>().Any(u => u.Code == code && u.Id == p.SourceUnitId);

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
