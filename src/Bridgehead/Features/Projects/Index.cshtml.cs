using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects;

/// <summary>The list of projects. The officer looks one up, the section chief sees what stands where, the leader sees the sums.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(ListProjects list, ScopedUnits scope, Asker asker) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ProjectQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<ProjectRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may open projects.</summary>
    public bool MayWrite => asker.May(Permission.WriteProjects);
    /// <summary>Whether the asker may take the list out.</summary>
    public bool MayExport => asker.May(Permission.Export);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        (Rows, Next) = await list.Page(Query, cancel: Cancel);
        return true;
    }

    /// <summary>Count and sum, fetched after the page so that the page costs the same however many there are.</summary>
    public async Task<IActionResult> OnGetTotal() => Partial("_Total", await list.Total(Query, Cancel));

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid? id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";
}
