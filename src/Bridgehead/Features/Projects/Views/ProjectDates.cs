using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Views;

/// <summary>What a day of the calendar is about.</summary>
public enum DateKind
{
    /// <summary>签约.</summary>
    [Label("签约")] Signing,
    /// <summary>开工.</summary>
    [Label("开工")] Start,
    /// <summary>投产.</summary>
    [Label("投产")] Production,
}

/// <summary>A project on a day.</summary>
public sealed record ProjectDate(DateOnly On, DateKind Kind, Guid Id, string Name, Money Amount);

/// <summary>How many of a kind fall on a day, and what they come to.</summary>
public sealed record DayCount(DateOnly On, DateKind Kind, long Count, Money Sum);

/// <summary>The days of projects: signing, start, production, within a span and under the filter of the list.</summary>
public sealed class ProjectDates(ListProjects list)
{
    /// <summary>What the address and the style sheet call a kind: the beginning of the fields of the filter.</summary>
    public static string Word(DateKind kind) => kind switch { DateKind.Signing => "signed", DateKind.Start => "started", _ => "produced" };

    /// <summary>The kinds with their columns.</summary>
    private static readonly (DateKind Kind, string Column)[] Kinds = [(DateKind.Signing, nameof(Project.SignedOn)), (DateKind.Start, nameof(Project.StartedOn)), (DateKind.Production, nameof(Project.ProducedOn))];

    /// <summary>Counts and sums by day and kind.</summary>
    public async Task<IReadOnlyList<DayCount>> Counts(ProjectQuery query, DateOnly first, DateOnly last, CancellationToken cancel = default)
    {
        var (projects, counts) = (await list.Filtered(query, cancel), new List<DayCount>());
        foreach (var (kind, column) in Kinds)
        {
            var days = await Within(projects, column, first, last).GroupBy(p => EF.Property<DateOnly?>(p, column)).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
            counts.AddRange(days.Select(d => new DayCount(d.Key!.Value, kind, d.Count, new Money(d.Sum))));
        }
        return [.. counts.OrderBy(c => c.On).ThenBy(c => c.Kind)];
    }

    /// <summary>The projects themselves, in order of day, at most so many of each kind.</summary>
    public async Task<IReadOnlyList<ProjectDate>> Rows(ProjectQuery query, DateOnly first, DateOnly last, int most, CancellationToken cancel = default)
    {
        var (projects, dates) = (await list.Filtered(query, cancel), new List<ProjectDate>());
        foreach (var (kind, column) in Kinds)
        {
            var rows = await Within(projects, column, first, last).OrderBy(p => EF.Property<DateOnly?>(p, column)).ThenBy(p => p.Id).Take(most)
                .Select(p => new { On = EF.Property<DateOnly?>(p, column), p.Id, p.Name, p.AmountFen }).ToListAsync(cancel);
            dates.AddRange(rows.Select(r => new ProjectDate(r.On!.Value, kind, r.Id, r.Name, new Money(r.AmountFen))));
        }
        return [.. dates.OrderBy(d => d.On).ThenBy(d => d.Kind)];
    }

    private static IQueryable<Project> Within(IQueryable<Project> projects, string column, DateOnly first, DateOnly last) =>
        projects.Where(p => EF.Property<DateOnly?>(p, column) >= first && EF.Property<DateOnly?>(p, column) <= last);
}
