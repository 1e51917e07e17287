using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Admission;

/// <summary>The reviews: what waits for opinions, what is on the agenda, what is concluded.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(ListReviews list, ScopedUnits scope) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ReviewQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new ReviewQuery();
        if (!Guid.TryParse(Query.After, out _)) Query.After = null;
        Units = await scope.All(Cancel);
        (Rows, Next) = await list.Page(Query, Cancel);
        return true;
    }

    /// <summary>The same list with something changed.</summary>
    public string To(string? state, string? kind, string? after = null)
    {
        var parts = new[] { ("state", state), ("class", kind), ("after", after) }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={p.Item2}");
        return "/reviews?" + string.Join('&', parts);
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";
}
