using System.Globalization;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>A point of a survival curve to be opened: the cohort, how many years after signing, and which side.</summary>
public sealed class CohortPointQuery : CohortQuery
{
    /// <summary>How many whole years after signing.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, Cohort.Years)] public int Years { get; set; }
    /// <summary>The ones alive at that point, or the ones gone by then; both when empty.</summary>
    public bool? Alive { get; set; }
    /// <summary>Where the page begins.</summary>
    [System.ComponentModel.DataAnnotations.MaxLength(80)] public string? After { get; set; }
}

/// <summary>A project behind a point of the curve.</summary>
public sealed record CohortProject(Guid Id, string Number, string Name, Guid UnitId, Guid? ParkId, long AmountFen, DateOnly SignedOn, int StageOrder, DateOnly StageSince)
{
    /// <summary>The stage it is at.</summary>
    public Stage Stage => Stage.Of(StageOrder);

    /// <summary>The day it was terminated or removed; null while alive.</summary>
    public DateOnly? ExitedOn => AskCurves.Exits.Contains(StageOrder) ? StageSince : null;
}

/// <summary>The projects behind a point of a survival curve, the largest first, page by page from a key.</summary>
public sealed class ListCohort(AskCurves curves)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<CohortProject> Rows, string? Next)> Page(CohortPointQuery query, int size = Listed.Usual, CancellationToken cancel = default)
    {
        var projects = await curves.Projects(query, cancel);
        var (days, asOf, exits) = (Cohort.Days(query.Years), query.AsOf!.Value, AskCurves.Exits);
        projects = projects.Where(p => p.SignedOn!.Value.AddDays(days) <= asOf);
        if (query.Alive == true) projects = projects.Where(p => !exits.Contains(p.StageOrder) || p.StageSince > p.SignedOn!.Value.AddDays(days));
        if (query.Alive == false) projects = projects.Where(p => exits.Contains(p.StageOrder) && p.StageSince <= p.SignedOn!.Value.AddDays(days));
        if (query.After?.Split('~') is [var amount, var identity] && long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) && Guid.TryParse(identity, out var id))
            projects = projects.Where(p => p.AmountFen < fen || (p.AmountFen == fen && p.Id.CompareTo(id) < 0));
        var rows = await projects.OrderByDescending(p => p.AmountFen).ThenByDescending(p => p.Id).Take(size + 1)
            .Select(p => new CohortProject(p.Id, p.Number, p.Name, p.UnitId, p.ParkId, p.AmountFen, p.SignedOn!.Value, p.StageOrder, p.StageSince)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], $"{rows[size - 1].AmountFen}~{rows[size - 1].Id}") : (rows, null);
    }
}
