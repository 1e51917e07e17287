using Bridgehead.Features.Access;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects;

/// <summary>A group of the table: its sums and its first rows.</summary>
public sealed record GroupOfRows(ProjectGroup Group, IReadOnlyList<ProjectRow> Rows);

/// <summary>The projects as a table. The officer looks one up, the section chief sees what stands where, the leader sees the sums.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(ListProjects list, ScopedUnits scope, KeepViews views, Asker asker) : ProjectsScreen(list, scope, views, asker)
{
    /// <summary>How many rows of each group are shown.</summary>
    public const int OfAGroup = 8;

    private readonly KeepViews views = views;

    /// <inheritdoc />
    public override ViewKind Kind => ViewKind.Table;
    /// <summary>The rows.</summary>
    public IReadOnlyList<ProjectRow> Rows { get; private set; } = [];
    /// <summary>The groups, when the table is grouped.</summary>
    public IReadOnlyList<GroupOfRows>? Groups { get; private set; }
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The columns shown.</summary>
    public IReadOnlyList<ProjectColumn> Columns { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        await base.Load();
        Columns = ProjectColumn.Chosen(Query.Cols);
        return true;
    }

    /// <summary>Shows the table; whoever chose a view to begin with begins with it.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (!Request.QueryString.HasValue && await views.Begin(Saved, Cancel) is { } begin) return LocalRedirect(begin.Address);
        if (Query.Group is { } by && ProjectGroup.All.Contains(by))
        {
            var groups = new List<GroupOfRows>();
            foreach (var group in await List.Groups(Query, by, Cancel)) groups.Add(new(group, await First(group)));
            Groups = groups;
        }
        else (Rows, Next) = await List.Page(Query, cancel: Cancel);
        return Page();
    }

    /// <summary>Count and sum, fetched after the page so that the page costs the same however many there are.</summary>
    public async Task<IActionResult> OnGetTotal() => Partial("_Total", await List.Total(Query, Cancel));

    /// <summary>The list narrowed to a group; null for those that have none.</summary>
    public string? OfGroup(ProjectGroup group) => group.Key.Length == 0 ? null : Here(("group", null), (group.Filter, group.Key));

    private async Task<IReadOnlyList<ProjectRow>> First(ProjectGroup group)
    {
        if (group.Key.Length == 0) return [];
        var narrowed = new ProjectQuery
        {
            Q = Query.Q, Health = Query.Health, Mark = Query.Mark, Stage = group.By == "stage" ? group.Key : Query.Stage, Unit = Query.Unit, Owner = group.By == "unit" ? group.Key : Query.Owner, Park = Query.Park,
            Origin = group.By == "origin" ? Enum.Parse<Origin>(group.Key) : Query.Origin, Branch = group.By == "branch" ? Enum.Parse<Branch>(group.Key) : Query.Branch, Industry = Query.Industry, Investor = Query.Investor,
            AtLeast = Query.AtLeast, AtMost = Query.AtMost, Year = group.By == "year" ? int.Parse(group.Key, System.Globalization.CultureInfo.InvariantCulture) : Query.Year,
            SignedFrom = Query.SignedFrom, SignedTo = Query.SignedTo, StartedFrom = Query.StartedFrom, StartedTo = Query.StartedTo, ProducedFrom = Query.ProducedFrom, ProducedTo = Query.ProducedTo,
            Overdue = Query.Overdue, Sort = Query.Sort, Cols = Query.Cols,
        };
        return (await List.Page(narrowed, OfAGroup, Cancel)).Rows;
    }
}
