using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Progress;

/// <summary>The matrix of signed projects and the four sides that have to be looked at: whoever plans the next round of visits starts at the top.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class CoveragePage(ListCoverage list, GatherCoverage gather, ScopedUnits scope, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CoverageQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; private set; } = [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The address of the next page.</summary>
    public string? NextAddress { get; private set; }
    /// <summary>The address of the first page; null while on it.</summary>
    public string? FirstAddress => string.IsNullOrEmpty(Query.After) ? null : Url.Page("/Progress/Coverage", Route(null));
    /// <summary>The filter as it stands in an address.</summary>
    public string Filter => string.Join('&', Route(null).Where(r => !string.IsNullOrEmpty(r.Value)).Select(r => r.Key + "=" + Uri.EscapeDataString(r.Value!)));
    /// <summary>Today in the city.</summary>
    public DateOnly Today => clock.Day();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new CoverageQuery();
        Units = await scope.All(Cancel);
        if (!string.IsNullOrEmpty(Query.Unit) && await scope.Named(Query.Unit, Cancel) is null) return false;
        if (Query.After is { } after && after.Split('~') is not [{ Length: 10 }, { Length: 36 }]) Query.After = null;
        (Rows, var next) = await list.Page(Query, Cancel);
        NextAddress = next is null ? null : Url.Page("/Progress/Coverage", Route(next));
        return true;
    }

    /// <summary>Takes in what was recorded elsewhere since.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.WriteProjects)) return Forbid();
        var count = await gather.Rest(Cancel);
        this.Notice($"已归集{count}个项目的最新记录");
        return RedirectToPage(Route(null));
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    private Dictionary<string, string?> Route(string? after) => new() { ["unit"] = Query.Unit, ["days"] = Query.Days?.ToString(CultureInfo.InvariantCulture), ["after"] = after };
}
