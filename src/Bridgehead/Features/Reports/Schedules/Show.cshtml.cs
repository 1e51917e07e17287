using Bridgehead.Features.Access;
using Bridgehead.Features.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>Everything that was made for a schedule, the latest first, with digests, and why something failed.</summary>
[Authorize(Permission.MakeReports)]
public sealed class ShowPage(BridgeheadDb db, KeepSchedules keep, ScopedUnits scope, UnitOfWork work) : PageAbout<ReportSchedule>(db)
{
    /// <summary>Where the page begins.</summary>
    [FromQuery] public string? After { get; set; }

    /// <summary>What was made.</summary>
    public IReadOnlyList<ReportRun> Rows { get; private set; } = [];
    /// <summary>How the letters about each went: which run, how, how many.</summary>
    public ILookup<Guid, (LetterState State, int Count)> Letters { get; private set; } = Array.Empty<int>().ToLookup(_ => Guid.Empty, _ => (LetterState.Sent, 0));
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The unit's name.</summary>
    public string UnitName { get; private set; } = "";

    /// <inheritdoc />
    protected override Task<ReportSchedule?> Find() => keep.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        if (!Guid.TryParse(After, out _)) After = null;
        UnitName = (await scope.Find(Subject.UnitId, Cancel))!.Label;
        (Rows, Next) = await keep.Runs(Subject, After, null, Cancel);
        Letters = await keep.Letters([.. Rows.Select(r => r.Id)], Cancel);
        return true;
    }

    /// <summary>How a state is toned.</summary>
    public static string Tone(RunState state) => state switch { RunState.Done => "good", RunState.Failed => "bad", _ => "plan" };

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Notes that the asker has seen what was made.</summary>
    public async Task<IActionResult> OnPostSeen()
    {
        work.Subject = Id;
        await keep.See(Subject, Cancel);
        return RedirectToPage(new { Id });
    }
}
