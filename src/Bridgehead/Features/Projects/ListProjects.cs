using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Lists projects within the asker's scope: filtered, in one of the orders an index serves, page by page from a key.</summary>
public sealed class ListProjects(BridgeheadDb db, ScopedUnits scope, Asker asker)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>One page and the cursor of the next; null on the last.</summary>
    public async Task<(IReadOnlyList<ProjectRow> Rows, string? Next)> Page(ProjectQuery query, int size = PageSize, CancellationToken cancel = default)
    {
        var (by, up) = Order(query.Sort);
        var rows = await Rows(Sorted(From(await Filtered(query, cancel), by, up, query.After), by, up)).Take(size + 1).ToListAsync(cancel);
        var next = rows.Count > size ? Cursor(rows[size - 1], by) : null;
        return (rows.Count > size ? rows[..size] : rows, next);
    }

    /// <summary>All rows in order, streamed: for a file.</summary>
    public async Task<IAsyncEnumerable<ProjectRow>> All(ProjectQuery query, CancellationToken cancel = default)
    {
        var (by, up) = Order(query.Sort);
        return Rows(Sorted(await Filtered(query, cancel), by, up)).AsAsyncEnumerable();
    }

    /// <summary>How many there are, and what they come to together.</summary>
    public async Task<(long Count, Money Sum)> Total(ProjectQuery query, CancellationToken cancel = default)
    {
        var projects = await Filtered(query, cancel);
        var total = await projects.GroupBy(p => 1).Select(g => new { Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(cancel);
        return total is null ? (0, Money.Zero) : (total.Count, new Money(total.Sum));
    }

    /// <summary>The projects the asker may see: own enterprise's, or those of the units in scope or fed by them.</summary>
    public async Task<IQueryable<Project>> Visible(CancellationToken cancel = default)
    {
        var projects = db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null);
        if (asker.EnterpriseId is { } enterprise) return projects.Where(p => p.InvestorId == enterprise);
        if (asker.ScopePath is null) return projects.Where(p => false);
        if (await scope.IsEverything(cancel)) return projects;
        var units = await scope.Ids(cancel);
        return projects.Where(p => units.Contains(p.UnitId) || (p.ParkId != null && units.Contains(p.ParkId.Value)) || (p.SourceUnitId != null && units.Contains(p.SourceUnitId.Value)));
    }

    private async Task<IQueryable<Project>> Filtered(ProjectQuery query, CancellationToken cancel)
    {
        var projects = await Visible(cancel);
        if (!string.IsNullOrWhiteSpace(query.Q))
        {
            var found = SearchIndex.Ids(db, "project", query.Q);
            projects = projects.Where(p => found.Contains(p.Id));
        }
        if (query.Stage is { Length: > 0 } code && Stage.Called(code) is { } stage) projects = projects.Where(p => p.StageOrder == stage.Order);
        if (query.Health is { } health) projects = projects.Where(p => p.Health == health);
        if (query.Mark == "pending") projects = projects.Where(p => p.PendingOrder != null);
        if (query.Mark == "late") projects = projects.Where(p => p.LateEntry);
        if (query.Unit is { Length: > 0 } name && await scope.Named(name, cancel) is { } unit)
        {
            var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
            projects = projects.Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)) || (p.SourceUnitId != null && ids.Contains(p.SourceUnitId.Value)));
        }
        if (query.Origin is { } origin) projects = projects.Where(p => p.Origin == origin);
        if (query.Branch is { } branch) projects = projects.Where(p => p.Branch == branch);
        if (query.AtLeast is { } yi)
        {
            var least = Money.FromYi(Math.Round(yi, 4)).Fen;
            projects = projects.Where(p => p.AmountFen >= least);
        }
        if (query.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            projects = projects.Where(p => p.SignedOn >= first && p.SignedOn <= last);
        }
        return projects;
    }

    private static (string By, bool Up) Order(string? sort) => sort switch
    {
        "amount" => ("amount", false),
        "amount-up" => ("amount", true),
        "stage" => ("stage", false),
        "stage-up" => ("stage", true),
        "progress-up" => ("progress", true),
        _ => ("progress", false),
    };

    private static IQueryable<Project> Sorted(IQueryable<Project> projects, string by, bool up) => (by, up) switch
    {
        ("amount", true) => projects.OrderBy(p => p.AmountFen).ThenBy(p => p.Id),
        ("amount", false) => projects.OrderByDescending(p => p.AmountFen).ThenByDescending(p => p.Id),
        ("stage", true) => projects.OrderBy(p => p.StageOrder).ThenBy(p => p.LastProgressOn).ThenBy(p => p.Id),
        ("stage", false) => projects.OrderByDescending(p => p.StageOrder).ThenByDescending(p => p.LastProgressOn).ThenByDescending(p => p.Id),
        (_, true) => projects.OrderBy(p => p.LastProgressOn).ThenBy(p => p.Id),
        _ => projects.OrderByDescending(p => p.LastProgressOn).ThenByDescending(p => p.Id),
    };

    private static IQueryable<Project> From(IQueryable<Project> projects, string by, bool up, string? after)
    {
        if (after?.Split('~') is not [.. var keys, var text] || keys.Length == 0 || !Guid.TryParse(text, out var id)) return projects;
        var day = DateOnly.TryParseExact(keys[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        switch (by)
        {
            case "amount" when keys.Length == 1 && long.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var fen):
                return up ? projects.Where(p => p.AmountFen > fen || (p.AmountFen == fen && p.Id.CompareTo(id) > 0)) : projects.Where(p => p.AmountFen < fen || (p.AmountFen == fen && p.Id.CompareTo(id) < 0));
            case "stage" when keys.Length == 2 && day is not null && int.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var stage):
                return up
                    ? projects.Where(p => p.StageOrder > stage || (p.StageOrder == stage && (p.LastProgressOn > day || (p.LastProgressOn == day && p.Id.CompareTo(id) > 0))))
                    : projects.Where(p => p.StageOrder < stage || (p.StageOrder == stage && (p.LastProgressOn < day || (p.LastProgressOn == day && p.Id.CompareTo(id) < 0))));
            case "progress" when keys.Length == 1 && day is not null:
                return up ? projects.Where(p => p.LastProgressOn > day || (p.LastProgressOn == day && p.Id.CompareTo(id) > 0)) : projects.Where(p => p.LastProgressOn < day || (p.LastProgressOn == day && p.Id.CompareTo(id) < 0));
            default:
                return projects;
        }
    }

    private static string Cursor(ProjectRow row, string by) => by switch
    {
        "amount" => string.Create(CultureInfo.InvariantCulture, $"{row.AmountFen}~{row.Id}"),
        "stage" => string.Create(CultureInfo.InvariantCulture, $"{row.StageOrder}~{row.LastProgressOn:yyyy-MM-dd}~{row.Id}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{row.LastProgressOn:yyyy-MM-dd}~{row.Id}"),
    };

    private static IQueryable<ProjectRow> Rows(IQueryable<Project> projects) => projects.Select(p => new ProjectRow(
        p.Id, p.Number, p.Name, p.UnitId, p.ParkId, p.Investor, p.Origin, p.OriginPlace, p.Branch, p.AmountFen, p.SignedOn, p.StageOrder, p.LastProgressOn, p.Health, p.PendingOrder, p.LateEntry));
}
