using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Bulk;

/// <summary>One bulk change: the preview to be confirmed, then how far it is, then what came of each project, and the way back.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class ShowPage(BulkJobs jobs) : Screen
{
    /// <summary>Which job.</summary>
    [FromRoute] public Guid Id { get; set; }
    /// <summary>Only the rows of this outcome.</summary>
    [BindProperty(SupportsGet = true)] public BulkOutcome? Outcome { get; set; }
    /// <summary>Where the rows begin.</summary>
    [BindProperty(SupportsGet = true), MaxLength(12)] public string? After { get; set; }

    /// <summary>The job.</summary>
    public BulkJob Job { get; private set; } = null!;
    /// <summary>How many rows stand where.</summary>
    public BulkTally Tally { get; private set; } = null!;
    /// <summary>The rows.</summary>
    public IReadOnlyList<BulkRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next rows.</summary>
    public string? Next { get; private set; }
    /// <summary>How much of what is at work is done, in percent.</summary>
    public int Percent => Job.State == BulkState.Undoing
        ? (Tally.TakenBack + Tally.NotTakenBack) * 100 / Math.Max(1, Tally.Changed + Tally.TakenBack + Tally.NotTakenBack)
        : (Job.Total - (Job.State == BulkState.Preparing ? Tally.Untried : Tally.Waiting)) * 100 / Math.Max(1, Job.Total);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await jobs.Find(Id, Cancel) is not { } job) return false;
        (Job, Tally) = (job, await jobs.Tally(Id, Cancel));
        (Rows, Next) = await jobs.Rows(Id, Outcome, int.TryParse(After, out _) ? After : null, Listed.Usual, Cancel);
        return true;
    }

    /// <summary>Confirms the preview.</summary>
    public Task<IActionResult> OnPostStart() => Then(jobs.Start(Job, Cancel));

    /// <summary>Stops it.</summary>
    public Task<IActionResult> OnPostStop() => Then(jobs.Stop(Job, Cancel));

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostUndo() => Then(jobs.Undo(Job, Cancel));

    private async Task<IActionResult> Then(Task step)
    {
        await step;
        return RedirectToPage(new { Id });
    }
}
