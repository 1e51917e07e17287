using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.OpenData;

/// <summary>A data set with what it is, on what basis, under which licence; read as a table, reviewed by a second person.</summary>
[Authorize(Permission.SignedIn)]
public sealed class ShowPage(BridgeheadDb db, PrepareDataset prepare, Asker asker, UnitOfWork work) : PageAbout<OpenDataset>(db)
{
    /// <summary>Its lines, the head first.</summary>
    public IReadOnlyList<string[]> Lines => [.. Subject.Content.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    /// <summary>Whether the asker may decide about it.</summary>
    public bool MayDecide { get; private set; }

    /// <inheritdoc />
    protected override async Task<OpenDataset?> Find() => await prepare.Find(Id, Cancel) is { } set && (set.State == OpenState.Published || asker.May(Permission.MakeReports)) ? set : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        MayDecide = asker.May(Permission.ReviewReports) && Subject.State is OpenState.Prepared or OpenState.Published && await prepare.IsOwn(Subject, Cancel);
        return true;
    }

    /// <summary>How a state is toned.</summary>
    public static string Tone(OpenState state) => state switch { OpenState.Published => "good", OpenState.Prepared => "warn", OpenState.Refused => "bad", _ => "" };

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Lets it out, refuses it, or takes it back.</summary>
    public async Task<IActionResult> OnPostDecide([Bind(Prefix = "Decision")] DatasetDecisionInput input, long version)
    {
        if (!asker.May(Permission.ReviewReports)) return Forbid();
        if (!await prepare.IsOwn(Subject, Cancel)) return NotFound();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
        await prepare.Decide(Subject, input, Cancel);
        return RedirectToPage(new { Id });
    }
}
