using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>The projects behind a point of a survival curve.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class CohortProjectsPage(ListCohort list, ScopedUnits scope) : Screen
{
    /// <summary>Which point.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CohortPointQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<CohortProject> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new CohortPointQuery();
        Units = await scope.All(Cancel);
        (Rows, Next) = await list.Page(Query, cancel: Cancel);
        return true;
    }

    /// <summary>The same list with something changed.</summary>
    public string To(params (string, string?)[] changed) => CohortQuery.Address("/agreements/projects", Query.Route(
        [("years", Query.Years.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("alive", Query.Alive is { } alive ? alive ? "true" : "false" : null), .. changed]));

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";
}
