using Bridgehead.Features.Access;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A stage as a column of the board, with its first cards.</summary>
/// <param name="Stage">Which stage.</param>
/// <param name="Cards">The first cards of the column.</param>
/// <param name="Next">Where the column goes on; null at its end.</param>
public sealed record BoardColumn(Stage Stage, IReadOnlyList<ProjectRow> Cards, string? Next);

/// <summary>The projects as a board: a column for each stage, a card for each project. Whoever pushes projects on sees where they pile up and moves one by hand.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class BoardPage(ListProjects list, ScopedUnits scope, KeepViews views, Asker asker) : ProjectsScreen(list, scope, views, asker)
{
    /// <summary>How many cards of a column are shown at a time.</summary>
    public const int Cards = 12;

    /// <inheritdoc />
    public override ViewKind Kind => ViewKind.Board;
    /// <summary>The columns.</summary>
    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];
    /// <summary>The stages shown: those chosen, otherwise all but the side states.</summary>
    public IReadOnlyList<Stage> Stages => Query.Stages.Count > 0 ? Query.Stages : [.. Stage.All.Where(s => !s.IsSide)];

    /// <summary>Shows the board.</summary>
    public async Task OnGet()
    {
        var columns = new List<BoardColumn>();
        foreach (var stage in Stages) columns.Add(await Column(stage, null));
        Columns = columns;
    }

    /// <summary>More cards of one column.</summary>
    public async Task<IActionResult> OnGetMore(string column, string? from)
    {
        if (Stage.Called(column) is not { } stage) return NotFound();
        return Partial("_Cards", (this, await Column(stage, from)));
    }

    /// <summary>How many stand in each column and what they come to, fetched after the page.</summary>
    public async Task<IActionResult> OnGetSums() => Partial("_BoardSums", (Stages, await List.Groups(Query, "stage", Cancel)));

    private async Task<BoardColumn> Column(Stage stage, string? from)
    {
        var asked = ProjectOrder.Of(Query.Sort) is { By: "stage" } ? null : Query.Sort;
        var (stages, after, sort) = (Query.Stage, Query.After, Query.Sort);
        (Query.Stage, Query.After, Query.Sort) = (stage.Code, from, asked);
        var (rows, next) = await List.Page(Query, Cards, Cancel);
        (Query.Stage, Query.After, Query.Sort) = (stages, after, sort);
        return new(stage, rows, next);
    }
}
