using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Access;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Views;

/// <summary>The projects over time: a bar from signing over start to production. Shows at a glance who has signed long ago and not started; prints on A3 or A4.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class GanttPage(ListProjects list, ScopedUnits scope, KeepViews views, Asker asker, TimeProvider clock) : ProjectsScreen(list, scope, views, asker)
{
    /// <summary>How many bars a page has.</summary>
    public const int Bars = 40;

    /// <summary>The paper it is printed on: a3, or a4.</summary>
    [BindProperty(SupportsGet = true)] public string? Paper { get; set; }

    /// <inheritdoc />
    public override ViewKind Kind => ViewKind.Gantt;
    /// <inheritdoc />
    public override IReadOnlyList<(string Key, string? Value)> Own => [("paper", Paper == "a3" ? "a3" : null)];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
    /// <summary>The rows.</summary>
    public IReadOnlyList<ProjectRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows the bars, the latest signed first unless another order is asked for.</summary>
    public async Task OnGet()
    {
        var asked = Query.Sort;
        Query.Sort ??= "signed";
        (Rows, Next) = await List.Page(Query, Bars, Cancel);
        Query.Sort = asked;
    }

    /// <summary>The bars as the drawing takes them: days as text, addresses, names.</summary>
    public string Drawing() => JsonSerializer.Serialize(new
    {
        today = Day(Today),
        rows = Rows.Select(r => new { name = r.Name, href = Open(r.Id), stage = r.Stage.Code, signed = Day(r.SignedOn), started = Day(r.StartedOn), produced = Day(r.ProducedOn), over = r.Stage.IsSide }),
    }, JsonSerializerOptions.Web);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
