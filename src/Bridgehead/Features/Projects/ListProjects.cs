using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Lists projects within the asker's scope: filtered, in one of the orders an index serves, page by page from a key.</summary>
public sealed class ListProjects(BridgeheadDb db, ScopedUnits scope, Asker asker, FilterProjects filter)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>One page and the cursor of the next; null on the last.</summary>
    public async Task<(IReadOnlyList<ProjectRow> Rows, string? Next)> Page(ProjectQuery query, int size = PageSize, CancellationToken cancel = default)
    {
        var order = ProjectOrder.Of(query.Sort);
        var rows = await Take(await Filtered(query, cancel), order, query.After, size + 1, IsLong(query), false, cancel);
        return rows.Count > size ? (rows[..size], order.Cursor(rows[size - 1])) : (rows, null);
    }

    /// <summary>All rows in order, streamed: for a file.</summary>
    public async IAsyncEnumerable<ProjectRow> All(ProjectQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var part in ProjectOrder.Of(query.Sort).Parts(await Filtered(query, cancel), null))
            await foreach (var row in Rows(part, IsLong(query)).AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }

    /// <summary>The rows before and after one in the order of the list; null at its ends, and when the row is no longer in it.</summary>
    public async Task<(ProjectRow? Before, ProjectRow? After)> Beside(ProjectQuery query, Guid id, CancellationToken cancel = default)
    {
        var (order, projects) = (ProjectOrder.Of(query.Sort), await Filtered(query, cancel));
        if (await Rows(projects.Where(p => p.Id == id), false).FirstOrDefaultAsync(cancel) is not { } here) return (null, null);
        var cursor = order.Cursor(here);
        return ((await Take(projects, order, cursor, 1, false, true, cancel)).FirstOrDefault(), (await Take(projects, order, cursor, 1, false, false, cancel)).FirstOrDefault());
    }

    /// <summary>The rows of these projects, as far as the asker may see them; in no particular order.</summary>
    public async Task<IReadOnlyList<ProjectRow>> Rows(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default) =>
        await Rows((await Visible(cancel)).Where(p => ids.Contains(p.Id)), true).ToListAsync(cancel);

    /// <summary>How many there are, and what they come to together.</summary>
    public async Task<(long Count, Money Sum)> Total(ProjectQuery query, CancellationToken cancel = default)
    {
        var total = await (await Filtered(query, cancel)).GroupBy(p => 1).Select(g => new { Count = g.LongCount(), Sum = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(cancel);
        return total is null ? (0, Money.Zero) : (total.Count, new Money(total.Sum));
    }

    /// <summary>How many there are in each group, and what they come to: in the fixed order of the groups, those without one last.</summary>
    public async Task<IReadOnlyList<ProjectGroup>> Groups(ProjectQuery query, string by, CancellationToken cancel = default) =>
        await ProjectGroup.Of(await Filtered(query, cancel), by, await scope.All(cancel), cancel);

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

    /// <summary>The visible projects that meet what is asked for, in no order.</summary>
    public async Task<IQueryable<Project>> Filtered(ProjectQuery query, CancellationToken cancel = default) => await filter.Run(await Visible(cancel), query, cancel);

    // a description may be long: it is read only where it is shown
    private static bool IsLong(ProjectQuery query) => query.Cols?.Contains("description", StringComparison.Ordinal) == true;

    private static async Task<List<ProjectRow>> Take(IQueryable<Project> projects, ProjectOrder order, string? after, int count, bool isLong, bool back, CancellationToken cancel)
    {
        var rows = new List<ProjectRow>();
        foreach (var part in order.Parts(projects, after, back))
        {
            rows.AddRange(await Rows(part, isLong).Take(count - rows.Count).ToListAsync(cancel));
            if (rows.Count >= count) break;
        }
        return rows;
    }

    internal static IQueryable<ProjectRow> Rows(IQueryable<Project> projects, bool isLong) => projects.Select(p => new ProjectRow(
        p.Id, p.Number, p.Name, p.UnitId, p.ParkId, p.SourceUnitId, p.Investor, p.Origin, p.OriginPlace, p.Branch, p.Industry, p.Company, p.NationalCode, p.AmountFen, p.SignedOn, p.StartedOn, p.ProducedOn,
        p.Land, p.Contact, isLong ? p.Description : null, p.StageOrder, p.StageSince, p.LastProgressOn, p.Health, p.DueOn, p.PendingOrder, p.LateEntry, p.Version));
}
