using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Admission;

/// <summary>One round of review: materials, opinions, scores with their arithmetic, the deciding bodies, the conclusion.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ShowPage(BridgeheadDb db, FindReviews find, ConductReview conduct, Bridgehead.Attachments attachments, Asker asker, UnitOfWork work) : PageAbout<Review>(db)
{
    /// <summary>The kind of record its files belong to.</summary>
    public const string FileKind = "review";

    /// <summary>The project.</summary>
    public Project Project { get; private set; } = null!;
    /// <summary>The review with its parts.</summary>
    public WholeReview Whole { get; private set; } = null!;
    /// <summary>Its files: materials, minutes.</summary>
    public IReadOnlyList<AttachmentRow> Files { get; private set; } = [];
    /// <summary>Whether the asker may write and it is open.</summary>
    public bool MayWrite => asker.May(Permission.WriteReviews) && Subject.Conclusion is null;
    /// <summary>Whether the asker may conclude it.</summary>
    public bool MayConclude => asker.May(Permission.ConcludeReviews) && Subject.Conclusion is null;

    /// <inheritdoc />
    protected override Task<Review?> Find() => find.Review(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Project = (await find.Project(Subject.ProjectId, Cancel))!;
        Whole = await find.Whole(Subject, Cancel);
        Files = await attachments.Of(FileKind, Id, Cancel);
        return true;
    }

    /// <summary>Sets the meeting.</summary>
    public async Task<IActionResult> OnPostMeet([Bind(Prefix = "Meeting")] MeetingInput input, long version)
    {
        if (!asker.May(Permission.WriteReviews)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await conduct.Meet(Subject, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Notes that a paper came or is missing after all.</summary>
    public async Task<IActionResult> OnPostReceive(Guid material, bool received, long version)
    {
        if (!asker.May(Permission.WriteReviews)) return Forbid();
        work.Subject = material;
        if (Whole.Materials.FirstOrDefault(m => m.Id == material) is not { } found) return NotFound();
        Db.ReadAt(found, version);
        await conduct.Receive(Subject, found, received, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Enters the opinion of a department.</summary>
    public async Task<IActionResult> OnPostGive(Guid opinion, [Bind(Prefix = "Opinion")] OpinionInput input, long version)
    {
        if (!asker.May(Permission.WriteReviews)) return Forbid();
        work.Subject = opinion;
        if (Whole.Opinions.FirstOrDefault(o => o.Id == opinion) is not { } found) return NotFound();
        Db.ReadAt(found, version);
        await conduct.Give(Whole, found, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Enters scores and vetoes.</summary>
    public async Task<IActionResult> OnPostScore([Bind(Prefix = "")] ScoresInput input, long version)
    {
        if (!asker.May(Permission.WriteReviews)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await conduct.Score(Whole, input, Cancel);
        this.Notice($"已保存打分");
        return RedirectToPage(new { Id });
    }

    /// <summary>Enters what a body decided.</summary>
    public async Task<IActionResult> OnPostDecide(Guid node, [Bind(Prefix = "Node")] NodeInput input, long version)
    {
        if (!asker.May(Permission.WriteReviews)) return Forbid();
        work.Subject = node;
        if (Whole.Nodes.FirstOrDefault(n => n.Id == node) is not { } found) return NotFound();
        Db.ReadAt(found, version);
        await conduct.Decide(Subject, found, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Closes the round.</summary>
    public async Task<IActionResult> OnPostConclude([Bind(Prefix = "Conclusion")] ConclusionInput input, long version)
    {
        if (!asker.May(Permission.ConcludeReviews)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await conduct.Conclude(Whole, input, Cancel);
        this.Notice($"评审已结论");
        return RedirectToPage(new { Id });
    }

    /// <summary>Attaches a file.</summary>
    public async Task<IActionResult> OnPostAttach([Required(ErrorMessage = "请选择文件")] IFormFile file)
    {
        work.Subject = Id;
        await using var content = file.OpenReadStream();
        return await attachments.Attach(FileKind, Id, file.FileName, content, Cancel) is null ? Forbid() : RedirectToPage(new { Id });
    }
}
