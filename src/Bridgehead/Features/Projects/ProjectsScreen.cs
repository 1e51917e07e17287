using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects;

/// <summary>A condition that was chosen: its words, and the address of the list without it.</summary>
public sealed record ChosenFilter(string Name, string Value, string Without);

/// <summary>A view of the projects: table, board, map, calendar or Gantt. All share one filter, which stands in the address.</summary>
public abstract class ProjectsScreen(ListProjects list, ScopedUnits scope, KeepViews views, Asker asker) : Screen
{
    private string? from;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ProjectQuery Query { get; set; } = new();

    /// <summary>Which view this is.</summary>
    public abstract ViewKind Kind { get; }
    /// <summary>What the view needs besides the filter, so that filtering keeps it: the month of a calendar.</summary>
    public virtual IReadOnlyList<(string Key, string? Value)> Own => [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The saved views.</summary>
    public IReadOnlyList<SavedView> Saved { get; private set; } = [];
    /// <summary>Whether the asker may open and change projects.</summary>
    public bool MayWrite => asker.May(Permission.WriteProjects);
    /// <summary>Whether the asker may take the list out.</summary>
    public bool MayExport => asker.May(Permission.Export);
    /// <summary>Whether the asker may share a view with everybody.</summary>
    public bool MayShare => views.MayShare;
    /// <summary>The page of this view.</summary>
    public string Path => SavedView.PathOf(Kind);
    /// <summary>The list itself.</summary>
    protected ListProjects List => list;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Query.Join(Request.Query["stage"], Request.Query["cols"]);
        Units = await scope.All(Cancel);
        Saved = await views.All(Cancel);
        return true;
    }

    /// <summary>This page with some of the question changed.</summary>
    public string Here(params (string Key, string? Value)[] changed) => Query.Address(Path, [.. Own.Where(o => !Array.Exists(changed, c => c.Key == o.Key)), .. changed]);

    /// <summary>A project, opened so that it knows the list it was opened from.</summary>
    public string Open(Guid id) => $"/projects/{id}?in={from ??= From()}";

    private string From()
    {
        var list = Query.Text(("view", null), ("cols", null), ("freeze", null), ("group", null));
        return list.Length == 0 ? "all" : Uri.EscapeDataString(list);
    }

    /// <summary>The conditions chosen, each with the way to be rid of it.</summary>
    public IEnumerable<ChosenFilter> Chosen(Words words)
    {
        foreach (var stage in Query.Stages)
            yield return new(words["阶段"], words[stage.Name], Here(("stage", string.Join(',', Query.Stages.Where(s => s != stage).Select(s => s.Code)))));
        foreach (var (key, value) in Query.Pairs)
            if (Words(key, value, words) is var (name, shown)) yield return new(name, shown, Here((key, null)));
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid? id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    private (string, string)? Words(string key, string value, Words words) => key switch
    {
        "q" => (words["查找"], value),
        "health" => (words["健康状况"], words.Of(Query.Health!.Value)),
        "mark" => (words["标记"], Query.Mark == "pending" ? words["待审批"] : words["补录"]),
        "unit" => (words["单位"], Called(value, words)),
        "owner" => (words["落地区县"], Called(value, words)),
        "park" => (words["园区"], Called(value, words)),
        "origin" => (words["资金来源"], words.Of(Query.Origin!.Value)),
        "branch" => (words["产业类别"], words.Of(Query.Branch!.Value)),
        "industry" => (words["行业"], value),
        "investor" => (words["投资方"], words["同一家企业"]),
        "atLeast" => (words["不少于（亿元）"], value),
        "atMost" => (words["不超过（亿元）"], value),
        "year" => (words["签约年度"], value),
        "signedFrom" => (words["签约自"], value),
        "signedTo" => (words["签约至"], value),
        "startedFrom" => (words["开工自"], value),
        "startedTo" => (words["开工至"], value),
        "producedFrom" => (words["投产自"], value),
        "producedTo" => (words["投产至"], value),
        "overdue" => (words["进展"], words["超期未动"]),
        _ => null,
    };

    private string Called(string code, Words words) => Units.FirstOrDefault(u => u.Code == code)?.LabelIn(words) ?? code;
}
