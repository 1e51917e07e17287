using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Who owes which monthly report and how it stands: counted by unit and month, listed by project.</summary>
public sealed class ListDuties(BridgeheadDb db, ListProjects list, ScopedUnits scope, FileReport file, TimeProvider clock)
{
    /// <summary>How many months the grid shows.</summary>
    public const int Columns = 6;

    /// <summary>The month asked for, or the last one over. Refused when it is none.</summary>
    public int Month(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ReportDuty.LastMonth(clock.Day());
        Refusal.Unless(Months.TryRead(text, out var month), $"月份“{(text.Length > 10 ? text[..10] : text)}”应写成2026-10这样", nameof(Month));
        return month;
    }

    /// <summary>The grid of units and months, up to and including one; units that owe nothing are left out.</summary>
    public async Task<IReadOnlyList<(Unit Unit, IReadOnlyList<DutyCell> Cells)>> Grid(int until, string? unit, CancellationToken cancel = default)
    {
        var rules = await file.Rules(cancel);
        var months = new int[Columns];
        for (var (i, month) = (Columns - 1, until); i >= 0; i--, month = month % 100 == 1 ? month - 89 : month - 1) months[i] = month;
        var owed = await Owed(await In(await list.Visible(cancel), unit, cancel), months, cancel);
        var filed = await Filed(unit, months, cancel);
        return [.. from place in await scope.All(cancel)
                   where owed.ContainsKey(place.Id)
                   select (place, (IReadOnlyList<DutyCell>)[.. months.Select((month, i) =>
                   {
                       var (onTime, late, same) = filed.GetValueOrDefault((place.Id, month));
                       return new DutyCell(month, month < (rules.FirstMonth ?? 0) ? 0 : owed[place.Id][i], onTime, late, same, ReportDuty.DueOn(month, rules.DueDay));
                   })])];
    }

    /// <summary>One page of the reports owed for a month, and where the next begins.</summary>
    public async Task<(IReadOnlyList<DutyRow> Rows, string? Next)> Page(DutyQuery query, CancellationToken cancel = default)
    {
        var (month, size, today, rules) = (Month(query.Month), Listed.Size(query.Limit), clock.Day(), await file.Rules(cancel));
        if (month < (rules.FirstMonth ?? 0)) return ([], null);
        var due = ReportDuty.DueOn(month, rules.DueDay);
        var owing = Owing(await In(await list.Visible(cancel), query.Unit, cancel), month);
        if (Listed.Identity(query.After) is { } after) owing = owing.Where(p => p.Id.CompareTo(after) > 0);
        var rows = from p in owing
                   from r in db.Set<MonthlyReport>().Where(r => r.ProjectId == p.Id && r.Month == month).DefaultIfEmpty()
                   select new { p, r };
        rows = query.State switch
        {
            DutyState.OnTime => rows.Where(x => x.r != null && x.r.FiledOn != null && !x.r.Late),
            DutyState.Late => rows.Where(x => x.r != null && x.r.FiledOn != null && x.r.Late),
            DutyState.Missing => today > due ? rows.Where(x => x.r == null || x.r.FiledOn == null) : rows.Where(x => false),
            DutyState.Open => today > due ? rows.Where(x => false) : rows.Where(x => x.r == null || x.r.FiledOn == null),
            _ => rows,
        };
        var found = await rows.OrderBy(x => x.p.Id).Take(size + 1).Select(x => new DutyRow(
            x.p.Id, x.p.Number, x.p.Name, x.p.UnitId, x.p.StageOrder, x.r == null ? null : x.r.Id, x.r == null ? null : x.r.FiledOn, x.r != null && x.r.NoChange,
            x.r == null ? null : x.r.InvestedFen, x.r == null ? null : x.r.Percent, x.r == null ? due : x.r.DueOn)).ToListAsync(cancel);
        return found.Count > size ? (found[..size], found[size - 1].ProjectId.ToString()) : (found, null);
    }

    /// <summary>Those of some projects that owe the report of a month: signed by its end, not aside at its end.</summary>
    public IQueryable<Project> Owing(IQueryable<Project> projects, int month)
    {
        var last = Months.LastDay(month);
        return projects.Where(p => p.SignedOn != null && p.SignedOn <= last && p.StageOrder >= ProgressStages.Signed && (p.StageOrder < ProgressStages.Side || p.StageSince > last))
            .Where(p => !db.Set<ProjectPause>().Any(a => a.ProjectId == p.Id && a.FromOn <= last && a.UntilOn > last));
    }

    /// <summary>Those of some projects that are owned by a unit or what is below it. Refused for a unit out of scope.</summary>
    public async Task<IQueryable<Project>> In(IQueryable<Project> projects, string? unit, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(unit)) return projects;
        var place = await scope.Named(unit, cancel);
        Refusal.When(place is null, $"没有单位“{unit}”，或者不在您的数据范围内", nameof(unit));
        var ids = (await scope.Under(place!, cancel)).Select(u => u.Id).ToList();
        return projects.Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)));
    }

    private async Task<Dictionary<Guid, int[]>> Owed(IQueryable<Project> projects, int[] months, CancellationToken cancel)
    {
        var (a, b, c, d, e, f) = (Months.LastDay(months[0]), Months.LastDay(months[1]), Months.LastDay(months[2]), Months.LastDay(months[3]), Months.LastDay(months[4]), Months.LastDay(months[5]));
        var signed = projects.Where(p => p.SignedOn != null && p.StageOrder >= ProgressStages.Signed);
        // one walk over the signed projects for all months together
        var counts = await signed.GroupBy(p => p.UnitId).Select(g => new
        {
            g.Key,
            A = g.Sum(p => p.SignedOn <= a && (p.StageOrder < ProgressStages.Side || p.StageSince > a) ? 1 : 0), B = g.Sum(p => p.SignedOn <= b && (p.StageOrder < ProgressStages.Side || p.StageSince > b) ? 1 : 0),
            C = g.Sum(p => p.SignedOn <= c && (p.StageOrder < ProgressStages.Side || p.StageSince > c) ? 1 : 0), D = g.Sum(p => p.SignedOn <= d && (p.StageOrder < ProgressStages.Side || p.StageSince > d) ? 1 : 0),
            E = g.Sum(p => p.SignedOn <= e && (p.StageOrder < ProgressStages.Side || p.StageSince > e) ? 1 : 0), F = g.Sum(p => p.SignedOn <= f && (p.StageOrder < ProgressStages.Side || p.StageSince > f) ? 1 : 0),
        }).ToListAsync(cancel);
        var owed = counts.ToDictionary(x => x.Key, x => new[] { x.A, x.B, x.C, x.D, x.E, x.F });
        var pauses = await db.Set<ProjectPause>().AsNoTracking().Where(x => x.FromOn <= f && x.UntilOn > a)
            .Join(signed, x => x.ProjectId, p => p.Id, (x, p) => new { Pause = x, p.UnitId, p.SignedOn, p.StageOrder, p.StageSince }).ToListAsync(cancel);
        foreach (var pause in pauses)
            for (var i = 0; i < months.Length; i++)
                if (Months.LastDay(months[i]) is var last && pause.Pause.Covers(last) && pause.SignedOn <= last && (pause.StageOrder < ProgressStages.Side || pause.StageSince > last)) owed[pause.UnitId][i]--;
        return owed;
    }

    private async Task<Dictionary<(Guid, int), (int OnTime, int Late, int Same)>> Filed(string? unit, int[] months, CancellationToken cancel)
    {
        var projects = await In(await list.Visible(cancel), unit, cancel);
        var (first, last) = (months[0], months[^1]);
        var counts = await db.Set<MonthlyReport>().AsNoTracking().Where(r => r.FiledOn != null && r.Month >= first && r.Month <= last)
            .Join(projects.Where(p => p.SignedOn != null && p.StageOrder >= ProgressStages.Signed), r => r.ProjectId, p => p.Id, (r, p) => new { p.UnitId, r.Month, r.Late, r.NoChange })
            .GroupBy(x => new { x.UnitId, x.Month, x.Late, x.NoChange }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return counts.GroupBy(x => (x.Key.UnitId, x.Key.Month)).ToDictionary(g => g.Key, g =>
            (g.Where(x => !x.Key.Late).Sum(x => x.Count), g.Where(x => x.Key.Late).Sum(x => x.Count), g.Where(x => x.Key.NoChange).Sum(x => x.Count)));
    }
}
