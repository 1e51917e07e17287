using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>A kept report as it is printed from the browser: the paper and nothing else, in either edition.</summary>
[Authorize(Permission.MakeReports)]
public sealed class PrintPage(BridgeheadDb db, FindReports find) : PageAbout<ReportDraft>(db)
{
    /// <summary>Every number and name starred.</summary>
    [FromQuery] public bool Masked { get; set; }

    /// <summary>The report.</summary>
    public WorkReport Report { get; private set; } = null!;

    /// <inheritdoc />
    protected override Task<ReportDraft?> Find() => find.Draft(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        var document = (await find.Whole(Subject, Cancel)).Document;
        Report = Masked ? Mask.Of(document) : document;
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }
}
