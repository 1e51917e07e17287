using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>What has changed since a day, for a dispatch meeting: stages, amounts, arrivals, milestones, problems, reports. Each source is read from an index over its day.</summary>
public sealed class ListChanges(BridgeheadDb db, ListProjects list, ListDuties duties, FileReport file, ScopedUnits scope, TimeProvider clock)
{
    /// <summary>The most projects listed; the counts are always whole.</summary>
    public const int Most = 200;

    // a meeting looks back over weeks, at most a year and a day
    private const int Furthest = 366;

    /// <summary>The first day asked for, or the first of last month.</summary>
    public DateOnly Since(ChangesQuery query) => query.Since ?? new DateOnly(clock.Day().Year, clock.Day().Month, 1).AddMonths(-1);

    /// <summary>What has changed. Refused for a day to come or more than a year back, and for a unit out of scope.</summary>
    public async Task<ChangesSince> Run(ChangesQuery query, CancellationToken cancel = default)
    {
        var (since, today) = (Since(query), clock.Day());
        Refusal.When(since > today, $"起始日{since}晚于今天，请核对", nameof(query.Since));
        Refusal.When(since < today.AddDays(-Furthest), $"最多回看一年，请选择{today.AddDays(-Furthest)}以后的日期", nameof(query.Since));
        var visible = await duties.In(await list.Visible(cancel), query.Unit, cancel);
        List<ProjectChange> changes =
        [
            .. await Steps(since, visible, cancel), .. await Amounts(since, visible, cancel), .. await Arrivals(since, query.Unit, visible, cancel),
            .. await Milestones(since, visible, cancel), .. await Problems(since, visible, cancel), .. await Missing(since, today, visible, cancel),
        ];
        var ids = changes.Select(c => c.ProjectId).Distinct().ToList();
        var projects = new List<ChangedProject>();
        var told = changes.OrderBy(c => c.On).ToLookup(c => c.ProjectId);
        foreach (var part in ids.Chunk(500))
            projects.AddRange((await db.Set<Project>().AsNoTracking().Where(p => part.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Name, p.UnitId, p.StageOrder, p.AmountFen }).ToListAsync(cancel))
                .Select(p => new ChangedProject(p.Id, p.Number, p.Name, p.UnitId, p.StageOrder, p.AmountFen, [.. told[p.Id]])));
        return new ChangesSince(since, today, projects.SelectMany(p => p.Changes.Select(c => (p.UnitId, c.Kind))).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count()),
            [.. projects.OrderByDescending(p => p.Changes.Count(c => c.Kind != ChangeKind.Missing)).ThenByDescending(p => p.AmountFen).ThenBy(p => p.Number).Take(Most)], projects.Count,
            projects.GroupBy(p => p.UnitId).ToDictionary(g => g.Key, g => g.SelectMany(p => p.Changes).Where(c => c.Kind == ChangeKind.Arrived).Sum(c => c.Fen)));
    }

    private async Task<IEnumerable<ProjectChange>> Steps(DateOnly since, IQueryable<Project> visible, CancellationToken cancel)
    {
        // a step of a day cannot have been recorded before that day: its identity carries the moment, and identities are the key
        var first = GatherCoverage.From(new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUnixTimeMilliseconds());
        var steps = await db.Set<ProjectStep>().AsNoTracking() // recorded afterwards at a stage it had long reached: nothing moved
            .Where(s => s.Id.CompareTo(first) >= 0 && s.On >= since && s.Kind != StepKind.LateEntry).Where(s => visible.Any(p => p.Id == s.ProjectId)).OrderBy(s => s.Id)
            .Select(s => new { s.ProjectId, s.From, s.To, s.On, s.Reason }).ToListAsync(cancel);
        return steps.Select(s => new ProjectChange(s.ProjectId, s.To >= ProgressStages.Side ? ChangeKind.Aside : s.To < s.From && s.From < ProgressStages.Side ? ChangeKind.Back : ChangeKind.Forward, s.On, s.Reason ?? "", Stage.Of(s.From).Name, Stage.Of(s.To).Name));
    }

    private async Task<IEnumerable<ProjectChange>> Amounts(DateOnly since, IQueryable<Project> visible, CancellationToken cancel)
    {
        var from = new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).UtcDateTime;
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.At >= from && e.Result == AuditResult.Done && e.SubjectId != null && e.Changes.Contains("\"AmountFen\""))
            .Where(e => visible.Any(p => p.Id == e.SubjectId)).OrderBy(e => e.Sequence).Select(e => new { e.At, Subject = e.SubjectId!.Value, e.Changes }).ToListAsync(cancel);
        return from entry in entries
               from change in JsonSerializer.Deserialize<List<FieldChange>>(entry.Changes)!
               where change.Kind == nameof(Project) && change.Id == entry.Subject && change.Field == nameof(Project.AmountFen) && change.Before is not null
               let before = Fen(change.Before)
               let after = Fen(change.After)
               where before > 0 && before != after
               select new ProjectChange(entry.Subject, ChangeKind.Amount, DateOnly.FromDateTime(entry.At.AddHours(8)), "", WanAmount.Write(before), WanAmount.Write(after), after - before);
    }

    private async Task<IEnumerable<ProjectChange>> Arrivals(DateOnly since, string? unit, IQueryable<Project> visible, CancellationToken cancel)
    {
        var units = (unit is null ? await scope.All(cancel) : await scope.Under((await scope.Named(unit, cancel))!, cancel)).Select(u => u.Id).ToList();
        var (indicators, month) = (await Arrived(cancel), Months.Of(since));
        var sums = await db.Set<LedgerEntry>().AsNoTracking().Where(e => indicators.Contains(e.IndicatorId) && units.Contains(e.UnitId) && e.ToMonth >= month && e.BusinessDate >= since && e.ProjectId != null)
            .Where(e => visible.Any(p => p.Id == e.ProjectId)).GroupBy(e => e.ProjectId!.Value).Select(g => new { g.Key, Fen = g.Sum(e => e.Value), On = g.Max(e => e.BusinessDate) }).ToListAsync(cancel);
        return sums.Where(s => s.Fen != 0).Select(s => new ProjectChange(s.Key, ChangeKind.Arrived, s.On, "", Fen: s.Fen));
    }

    private async Task<IEnumerable<ProjectChange>> Milestones(DateOnly since, IQueryable<Project> visible, CancellationToken cancel)
    {
        var current = db.Set<Milestone>().AsNoTracking().Where(m => db.Set<ProgressPlan>().Any(p => p.Id == m.ProjectId && p.Revision == m.Revision)).Where(m => visible.Any(p => p.Id == m.ProjectId));
        var reached = await current.Where(m => m.NotedOn >= since && m.ActualOn != null).ToListAsync(cancel);
        var slipped = await current.Where(m => m.SlippedOn >= since && m.ActualOn == null).ToListAsync(cancel);
        return reached.Select(m => new ProjectChange(m.ProjectId, ChangeKind.Reached, m.ActualOn!.Value, m.Name, Day(m.PlannedOn), Day(m.ActualOn.Value)))
            .Concat(slipped.Select(m => new ProjectChange(m.ProjectId, ChangeKind.Slipped, m.SlippedOn!.Value, m.Name, m.SlippedFrom is { } from ? Day(from) : null, Day(m.StandsAt))));
    }

    private async Task<IEnumerable<ProjectChange>> Problems(DateOnly since, IQueryable<Project> visible, CancellationToken cancel)
    {
        var problems = db.Set<ReportedProblem>().AsNoTracking().Where(r => visible.Any(p => p.Id == r.ProjectId));
        var (raised, solved) = (await problems.Where(p => p.RaisedOn >= since).ToListAsync(cancel), await problems.Where(p => p.ClosedOn >= since).ToListAsync(cancel));
        return raised.Select(p => new ProjectChange(p.ProjectId, ChangeKind.Raised, p.RaisedOn, p.Text, LabelAttribute.Of(p.Kind), p.Needs))
            .Concat(solved.Select(p => new ProjectChange(p.ProjectId, ChangeKind.Solved, p.ClosedOn!.Value, p.Text, LabelAttribute.Of(p.Kind), p.Needs)));
    }

    private async Task<IEnumerable<ProjectChange>> Missing(DateOnly since, DateOnly today, IQueryable<Project> visible, CancellationToken cancel)
    {
        var (rules, missing) = (await file.Rules(cancel), new List<ProjectChange>());
        for (var month = ReportDuty.LastMonth(since); month <= ReportDuty.LastMonth(today); month = Months.Next(month))
        {
            var due = ReportDuty.DueOn(month, rules.DueDay);
            if (due < since || due >= today || month < (rules.FirstMonth ?? 0)) continue;
            var asked = month;
            var owing = await duties.Owing(visible, month).Where(p => !db.Set<MonthlyReport>().Any(r => r.ProjectId == p.Id && r.Month == asked && r.FiledOn != null)).Select(p => p.Id).ToListAsync(cancel);
            missing.AddRange(owing.Select(id => new ProjectChange(id, ChangeKind.Missing, due, Months.Text(asked))));
        }
        return missing;
    }

    /// <summary>The indicator of arrived funds, in all its versions.</summary>
    private Task<List<Guid>> Arrived(CancellationToken cancel) => db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).ToListAsync(cancel);

    private static long Fen(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var fen) ? fen : 0;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
