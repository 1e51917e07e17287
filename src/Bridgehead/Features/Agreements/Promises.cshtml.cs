using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>The promises of both sides that are due or missed, or those behind a point of the curve.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class PromisesPage(ListPromises list, AskCurves curves, ScopedUnits scope, Asker asker) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public PromiseQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<PromiseRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>How many are due and missed on each side.</summary>
    public IReadOnlyList<PromiseTally> Tally { get; private set; } = [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => curves.Today;
    /// <summary>Whether the asker may take the list out.</summary>
    public bool MayExport => asker.May(Permission.Export);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new PromiseQuery();
        Units = await scope.All(Cancel);
        if (Query.After?.Split('~') is not [{ Length: 10 }, { Length: 36 }]) Query.After = null;
        (Rows, Next) = await list.Page(Query, Cancel);
        Tally = await list.Tally(Query, Cancel);
        return true;
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";
}
