using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Progress;

/// <summary>The reports owed for a month by project: what stands behind a cell of the grid.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class DutiesPage(ListDuties duties, FileReport file, ScopedUnits scope, TimeProvider clock) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public DutyQuery Query { get; set; } = new();

    /// <summary>The month shown.</summary>
    public int Chosen { get; private set; }
    /// <summary>The rows.</summary>
    public IReadOnlyList<DutyRow> Rows { get; private set; } = [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>What the city has settled.</summary>
    public ProgressRules Rules { get; private set; } = new();
    /// <summary>The address of the next page.</summary>
    public string? NextAddress { get; private set; }
    /// <summary>The address of the first page; null while on it.</summary>
    public string? FirstAddress => string.IsNullOrEmpty(Query.After) ? null : Url.Page("/Progress/Duties", Route(null));
    /// <summary>Today in the city.</summary>
    public DateOnly Today => clock.Day();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new DutyQuery();
        Units = await scope.All(Cancel);
        if (!string.IsNullOrEmpty(Query.Unit) && await scope.Named(Query.Unit, Cancel) is null) return false;
        if (!Months.TryRead(Query.Month, out var month)) Query.Month = Months.Text(month = ReportDuty.LastMonth(Today));
        if (!Guid.TryParse(Query.After, out _)) Query.After = null;
        Chosen = month;
        Rules = await file.Rules(Cancel);
        (Rows, var next) = await duties.Page(Query, Cancel);
        NextAddress = next is null ? null : Url.Page("/Progress/Duties", Route(next));
        return true;
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    private Dictionary<string, string?> Route(string? after) => new() { ["month"] = Query.Month, ["unit"] = Query.Unit, ["state"] = Query.State?.ToString(), ["after"] = after };
}
