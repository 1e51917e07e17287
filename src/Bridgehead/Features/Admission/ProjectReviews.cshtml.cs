using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Admission;

/// <summary>The rounds of review of a project, and the compliance reviews its agreement needs.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ProjectReviewsPage(BridgeheadDb db, FindReviews find, ConductReview conduct, CheckCompliance compliance, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<Project>(db)
{
    /// <summary>The opening of a round as typed.</summary>
    public ReviewInput Input { get; private set; } = new();
    /// <summary>A compliance conclusion as typed.</summary>
    public ComplianceInput Compliance { get; private set; } = new();
    /// <summary>The rounds, the latest first.</summary>
    public IReadOnlyList<Review> Reviews { get; private set; } = [];
    /// <summary>The compliance conclusions, the latest first.</summary>
    public IReadOnlyList<ComplianceNote> Notes { get; private set; } = [];
    /// <summary>The unit it lands in.</summary>
    public Unit? Unit { get; private set; }
    /// <summary>Whether the asker may write reviews.</summary>
    public bool MayWrite => asker.May(Permission.WriteReviews);

    /// <inheritdoc />
    protected override Task<Project?> Find() => find.Project(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Unit = await scope.Find(Subject.UnitId, Cancel);
        Reviews = await find.Of(Id, Cancel);
        Notes = await compliance.Of(Id, Cancel);
        return true;
    }

    /// <summary>Opens a round.</summary>
    public async Task<IActionResult> OnPostOpen([Bind(Prefix = nameof(Input))] ReviewInput input)
    {
        if (!MayWrite) return Forbid();
        var review = await conduct.Open(Subject, input, Cancel);
        work.Subject = review.Id;
        return RedirectToPage("/Admission/Show", new { review.Id });
    }

    /// <summary>Records a compliance conclusion.</summary>
    public async Task<IActionResult> OnPostComply([Bind(Prefix = nameof(Compliance))] ComplianceInput input)
    {
        if (!MayWrite) return Forbid();
        var note = await compliance.Record(Subject, input, Cancel);
        work.Subject = note.Id;
        this.Notice($"已登记审查结论");
        return RedirectToPage(new { Id });
    }
}
