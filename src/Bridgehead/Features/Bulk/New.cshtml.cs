using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Bulk;

/// <summary>Choosing what is done to the projects picked in the list, or to all that meet its filter. It leads to the preview; nothing is changed before that is confirmed.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class NewPage(ListProjects list, PrepareBulk prepare, ScopedUnits scope) : Screen
{
    /// <summary>The projects picked.</summary>
    [BindProperty(SupportsGet = true, Name = "id")] public List<Guid> Ids { get; set; } = [];
    /// <summary>Whether all that meet the filter are meant.</summary>
    [BindProperty(SupportsGet = true)] public bool All { get; set; }
    /// <summary>The filter, when all are meant.</summary>
    [BindProperty] public string? Query { get; set; }
    /// <summary>What is done.</summary>
    [BindProperty] public BulkInput Input { get; set; } = new();

    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>How many are meant, and what they come to.</summary>
    public (long Count, Money Sum) Total { get; private set; }
    /// <summary>The first names of those picked.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];
    /// <summary>The value for each kind of change: the form has a field for each, the chosen one counts.</summary>
    public string ValueOf(BulkAct act) => Input.Act == act ? Input.Value ?? "" : "";

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        if (HttpMethods.IsGet(Request.Method)) Query = All ? string.Join('&', Request.Query.Where(q => q.Key is not ("id" or "all")).Select(q => q.Key + "=" + Uri.EscapeDataString(q.Value.ToString()))) : null;
        if (Query is not null) Total = await list.Total(Projects.Views.Neighbours.Read(Query), Cancel);
        else
        {
            var rows = await list.Rows([.. Ids.Take(BulkJob.Most)], Cancel);
            (Total, Names) = ((rows.Count, new Money(rows.Sum(r => r.AmountFen))), [.. rows.Select(r => r.Name).Take(5)]);
        }
        return true;
    }

    /// <summary>Prepares the preview.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Request.Form["Value-" + Input.Act] is [{ Length: > 0 } value]) Input.Value = value;
        (Input.Ids, Input.Query) = (Query is null ? Ids : [], Query);
        var job = await prepare.Run(Input, Cancel);
        return RedirectToPage("/Bulk/Show", new { job.Id });
    }
}
