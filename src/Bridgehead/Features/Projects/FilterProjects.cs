using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>
/// The one filter behind every view. A condition that many projects meet is written so that no index of its own answers it: the database then walks the list in the order
/// asked for and stops at the end of the page, which costs the same however many there are; it would otherwise collect all that match and sort them first.
/// </summary>
public sealed class FilterProjects(BridgeheadDb db, ScopedUnits scope, TimeProvider clock)
{
    private const int Nothing = 0;

    /// <summary>Those of the projects that meet what is asked for.</summary>
    public async Task<IQueryable<Project>> Run(IQueryable<Project> projects, ProjectQuery query, CancellationToken cancel = default)
    {
        var order = ProjectOrder.Of(query.Sort);
        if (!string.IsNullOrWhiteSpace(query.Q))
        {
            var found = SearchIndex.Ids(db, "project", query.Q);
            projects = projects.Where(p => found.Contains(p.Id));
        }
        projects = await Placed(projects, query, cancel);
        projects = OfStages(projects, query.Stages, order);
        if (query.Health is { } health) projects = projects.Where(p => p.Health == health);
        if (query.Mark == "pending") projects = projects.Where(p => p.PendingOrder != null);
        if (query.Mark == "late") projects = projects.Where(p => p.LateEntry);
        if (query.Origin is { } origin) projects = projects.Where(p => p.Origin == origin);
        if (query.Branch is { } branch) projects = projects.Where(p => p.Branch == branch);
        if (!string.IsNullOrWhiteSpace(query.Industry))
        {
            var industry = query.Industry.Trim();
            projects = projects.Where(p => p.Industry == industry);
        }
        if (query.Investor is { } investor) projects = projects.Where(p => p.InvestorId == investor);
        projects = OfSize(projects, query.AtLeast, query.AtMost, order.By == "amount");
        projects = Dated(projects, query, order.By);
        if (query.Overdue != true) return projects;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        return projects.Where(p => p.DueOn < today);
    }

    private async Task<IQueryable<Project>> Placed(IQueryable<Project> projects, ProjectQuery query, CancellationToken cancel)
    {
        if (query.Unit is { Length: > 0 } name)
        {
            var ids = await Under(name, cancel);
            projects = projects.Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)) || (p.SourceUnitId != null && ids.Contains(p.SourceUnitId.Value)));
        }
        if (query.Owner is { Length: > 0 } own)
        {
            var ids = await scope.Named(own, cancel) is { Kind: UnitKind.City } city ? [city.Id] : await Under(own, cancel);
            projects = projects.Where(p => ids.Contains(p.UnitId));
        }
        if (query.Park is { Length: > 0 } called)
        {
            var park = (await scope.Named(called, cancel))?.Id;
            projects = projects.Where(p => p.ParkId == park && p.ParkId != null);
        }
        return projects;
    }

    // a unit nobody knows, or outside the data scope, has no projects
    private async Task<IReadOnlyList<Guid>> Under(string name, CancellationToken cancel) =>
        await scope.Named(name, cancel) is { } unit ? [.. (await scope.Under(unit, cancel)).Select(u => u.Id)] : [];

    private static IQueryable<Project> OfStages(IQueryable<Project> projects, IReadOnlyList<Stage> stages, ProjectOrder order)
    {
        if (stages.Count == 0) return projects;
        var (orders, first) = (stages.Select(s => s.Order).ToList(), stages[0].Order);
        if (orders.Count == 1 && order.Column is null && order.By != "number") return projects.Where(p => p.StageOrder == first);
        var nothing = Nothing;
        return order.By == "stage" ? projects.Where(p => orders.Contains(p.StageOrder)) : projects.Where(p => orders.Contains(p.StageOrder + nothing));
    }

    private static IQueryable<Project> OfSize(IQueryable<Project> projects, decimal? from, decimal? to, bool isOrder)
    {
        var nothing = (long)Nothing;
        if (from is { } least)
        {
            var fen = Money.FromYi(Math.Round(least, 4)).Fen;
            projects = isOrder ? projects.Where(p => p.AmountFen >= fen) : projects.Where(p => p.AmountFen + nothing >= fen);
        }
        if (to is { } most)
        {
            // what has no amount yet is not below one
            var fen = Money.FromYi(Math.Round(most, 4)).Fen;
            projects = isOrder ? projects.Where(p => p.AmountFen <= fen && p.AmountFen > 0) : projects.Where(p => p.AmountFen + nothing <= fen && p.AmountFen + nothing > 0);
        }
        return projects;
    }

    private static IQueryable<Project> Dated(IQueryable<Project> projects, ProjectQuery query, string by)
    {
        if (query.Year is { } year) projects = Between(projects, nameof(Project.SignedOn), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), by == "signed");
        projects = Between(projects, nameof(Project.SignedOn), query.SignedFrom, query.SignedTo, by == "signed");
        projects = Between(projects, nameof(Project.StartedOn), query.StartedFrom, query.StartedTo, by == "started");
        return Between(projects, nameof(Project.ProducedOn), query.ProducedFrom, query.ProducedTo, by == "produced");
    }

    private static IQueryable<Project> Between(IQueryable<Project> projects, string column, DateOnly? from, DateOnly? to, bool isOrder)
    {
        if (from is null && to is null) return projects;
        var (first, last, never) = (from ?? DateOnly.MinValue.AddDays(1), to ?? DateOnly.MaxValue, DateOnly.MinValue);
        return isOrder
            ? projects.Where(p => EF.Property<DateOnly?>(p, column) >= first && EF.Property<DateOnly?>(p, column) <= last)
            : projects.Where(p => (EF.Property<DateOnly?>(p, column) ?? never) >= first && (EF.Property<DateOnly?>(p, column) ?? never) <= last);
    }
}
