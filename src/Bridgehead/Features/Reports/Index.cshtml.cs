using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports.Schedules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>The reports that are kept: being written, waiting for a second person, released.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(FindReports find, KeepSchedules schedules, ScopedUnits scope) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ReportQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<ReportDraft> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>How many reports were made by themselves that the asker has not seen.</summary>
    public int Unseen { get; private set; }
    private IReadOnlyList<Unit> Units { get; set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new ReportQuery();
        if (!Guid.TryParse(Query.After, out _)) Query.After = null;
        Units = await scope.All(Cancel);
        Unseen = await schedules.Unseen(Cancel);
        (Rows, Next) = await find.Page(Query, Cancel);
        return true;
    }

    /// <summary>The same list with something changed.</summary>
    public string To(ReportState? state, string? after = null) =>
        "/reports?" + string.Join('&', new[] { ("state", state?.ToString()), ("after", after) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}"));

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    /// <summary>How a state is toned.</summary>
    public static string Tone(ReportState state) => state switch { ReportState.Released => "good", ReportState.Submitted => "warn", ReportState.Reviewed => "plan", _ => "" };
}
