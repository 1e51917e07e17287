using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>
/// One project: how far it has come and how long that took, what it lacks to go on and where to hand that in, and what has happened. The clerk
/// completes and asks, the reviewer decides, everybody in scope sees why it stands where it stands.
/// </summary>
[Authorize(Permission.ReadProjects)]
public sealed class ShowPage(
    BridgeheadDb db, ProjectFinder find, OpenProject open, MoveStage move, HandIn handIn, ReadStanding standing, WhoApproves approves, Attachments attachments, ScopedUnits scope, WhoWrites who, Asker asker, UnitOfWork work)
    : PageAbout<Project>(db)
{
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Where it stands.</summary>
    public Standing Standing { get; private set; } = null!;
    /// <summary>The names of those who may let it in.</summary>
    public IReadOnlyList<string> Approvers { get; private set; } = [];
    /// <summary>What is attached, newest first.</summary>
    public IReadOnlyList<AttachmentRow> Documents { get; private set; } = [];
    /// <summary>What was changed, newest first.</summary>
    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => open.Today;
    /// <summary>Whether the asker may change it.</summary>
    public bool MayWrite { get; private set; }
    /// <summary>Whether the asker may take a brief of it along.</summary>
    public bool MayBrief => asker.May(Permission.MakeReports);
    /// <summary>Whether the asker may let it over gates it does not meet.</summary>
    public bool MayOverride => move.MayOverride;
    /// <summary>Whether the request that waits is the asker's to decide.</summary>
    public bool MayDecide => Standing.Pending is { } pending && move.MayDecide(pending) && (pending.ById is null || pending.ById != asker.UserId);
    /// <summary>Whether the request that waits is the asker's own.</summary>
    public bool MayWithdraw => MayWrite && Standing.Pending is { } pending && pending.ById == asker.UserId;

    /// <inheritdoc />
    protected override Task<Project?> Find() => find.Run(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        (Units, MayWrite) = (await scope.All(Cancel), await who.May(Subject, Cancel));
        Standing = await standing.Of(Subject, Cancel);
        Approvers = await approves.Of(Subject, Standing.Pending?.Approver ?? Standing.Approver, Standing.Pending is { } pending ? pending.ById : asker.UserId, Cancel);
        Documents = [.. (await attachments.Of("project", Id, Cancel)).OrderByDescending(a => a.At)];
        Changes = await Db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == Id && e.Result == AuditResult.Done).OrderByDescending(e => e.Sequence).Take(50).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Moves it to another stage, or asks for it.</summary>
    public async Task<IActionResult> OnPostMove([Required, MaxLength(20)] string stage, [MaxLength(500)] string? reason, long version)
    {
        if (!MayWrite) return Forbid();
        await Begin(reason, version);
        var to = Stage.Called(stage) ?? throw new Refusal($"没有阶段“{stage}”");
        if (await open.Move(Subject, to, reason, Cancel) is { } request) this.Notice($"已提交：进入“{to.Name}”，等待{LabelAttribute.Of(request.Approver)}办理");
        else this.Notice($"项目已进入“{to.Name}”");
        return RedirectToPage(new { Id });
    }

    /// <summary>Lets it over gates it does not meet.</summary>
    public async Task<IActionResult> OnPostOverride([Required, MaxLength(20)] string stage, [MaxLength(500)] string? reason, long version)
    {
        if (!MayOverride) return Forbid();
        await Begin(reason, version);
        await move.Override(Subject, Stage.Called(stage) ?? throw new Refusal($"没有阶段“{stage}”"), reason, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Decides the request that waits.</summary>
    public async Task<IActionResult> OnPostDecide(Guid request, bool approve, [MaxLength(500)] string? reason, long version)
    {
        if (!asker.May(Permission.ApproveStages)) return Forbid();
        if (await Asked(request, version) is not { } asked) return NotFound();
        (work.Subject, work.Reason) = (Id, reason);
        await move.Decide(asked, Subject, approve, reason, Cancel);
        if (approve) this.Notice($"已同意：进入“{Stage.Of(asked.To).Name}”");
        else this.Notice($"已退回{asked.ByName}");
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes one's own request back.</summary>
    public async Task<IActionResult> OnPostWithdraw(Guid request, long version)
    {
        if (!MayWrite) return Forbid();
        if (await Asked(request, version) is not { } asked) return NotFound();
        work.Subject = Id;
        await move.Withdraw(asked, Subject, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Hands in a document.</summary>
    public async Task<IActionResult> OnPostHandIn([Required] DocumentKind? kind, [Required(ErrorMessage = "请选择文件或拍照")] IFormFile? file)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        await using var content = file!.OpenReadStream();
        if (await handIn.Document(Id, kind!.Value, file.FileName, content, Cancel) is null) return NotFound();
        this.Notice($"已上传{LabelAttribute.Of(kind.Value)}");
        return RedirectToPage(null, null, new { Id }, "next");
    }

    /// <summary>Takes a document off.</summary>
    public async Task<IActionResult> OnPostTakeOff(Guid document, long version)
    {
        if (!MayWrite) return Forbid();
        if (await attachments.Find(document, Cancel) is not { } found || found.RecordId != Id) return NotFound();
        work.Subject = Id;
        await Db.ReadAtOnce(found, version, Cancel);
        return await attachments.TakeOff(found, Cancel) ? RedirectToPage(new { Id }) : NotFound();
    }

    /// <summary>States a date as a department has it, or takes it away.</summary>
    public async Task<IActionResult> OnPostDate([Required] Milestone? milestone, [Required] Department? department, DateOnly? on, [MaxLength(200)] string? source, long version)
    {
        if (!MayWrite) return Forbid();
        await Begin(null, version);
        await handIn.Date(Subject, milestone!.Value, department!.Value, on, source, Cancel);
        return RedirectToPage(null, null, new { Id }, "dates");
    }

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostThrowAway(long version)
    {
        if (!MayWrite) return Forbid();
        await Begin(null, version);
        await open.ThrowAway(Subject, Cancel);
        return RedirectToPage("/Projects/Index");
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid? id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(words) ?? "—";

    /// <summary>Where a field that is missing is filled in.</summary>
    public string FieldAddress(StageNeed need) => need switch
    {
        StageNeed.InStatistics => "#dates",
        StageNeed.Unit => $"/projects/{Id}/edit#Input_UnitId",
        _ => $"/projects/{Id}/edit#Input_{need}",
    };

    private async Task Begin(string? reason, long version)
    {
        (work.Subject, work.Reason) = (Id, reason);
        await Db.ReadAtOnce(Subject, version, Cancel);
    }

    private async Task<StageRequest?> Asked(Guid request, long version)
    {
        var asked = await Db.Set<StageRequest>().FirstOrDefaultAsync(r => r.Id == request && r.ProjectId == Id, Cancel);
        work.Subject = Id;
        if (asked is not null) await Db.ReadAtOnce(asked, version, Cancel);
        return asked;
    }
}
