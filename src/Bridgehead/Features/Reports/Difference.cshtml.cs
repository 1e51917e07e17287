using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>A report laid beside another one: last year's, or an earlier draft; number by number, sentence by sentence.</summary>
[Authorize(Permission.MakeReports)]
public sealed class DifferencePage(BridgeheadDb db, FindReports find) : PageAbout<ReportDraft>(db)
{
    /// <summary>The other report; last year's released one when empty.</summary>
    [FromQuery] public Guid? With { get; set; }
    /// <summary>Also what is the same.</summary>
    [FromQuery] public bool All { get; set; }

    /// <summary>The older report; null where there is none.</summary>
    public ReportDraft? Before { get; private set; }
    /// <summary>The reports to choose from.</summary>
    public IReadOnlyList<ReportDraft> Others { get; private set; } = [];
    /// <summary>The differences.</summary>
    public ReportDifference? Difference { get; private set; }

    /// <inheritdoc />
    protected override Task<ReportDraft?> Find() => find.Draft(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Others = await find.Others(Subject, Cancel);
        Before = With is { } other ? await find.Draft(other, Cancel) : await find.Beside(Subject, Cancel);
        if (With is not null && Before is null) return false;
        if (Before is not null) Difference = CompareReports.Run((await find.Whole(Before, Cancel)).Document, (await find.Whole(Subject, Cancel)).Document);
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }
}
