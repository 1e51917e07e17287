using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>One version of an agreement: a draft to be worked on and signed, or a signed paper to be read, with what it changed.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ShowPage(BridgeheadDb db, FindAgreements find, DraftAgreement draft, EditPromises promises, Bridgehead.Attachments attachments, Asker asker, UnitOfWork work) : PageAbout<Agreement>(db)
{
    /// <summary>The kind of record its files belong to.</summary>
    public const string FileKind = "agreement";

    /// <summary>What is on the paper, for the form.</summary>
    public AgreementInput Input { get; private set; } = new();
    /// <summary>The project.</summary>
    public Project Project { get; private set; } = null!;
    /// <summary>Every version of the chain, the first first.</summary>
    public IReadOnlyList<AgreementWithPromises> Chain { get; private set; } = [];
    /// <summary>Its promises.</summary>
    public IReadOnlyList<Promise> Promises => Chain.First(c => c.Agreement.Id == Id).Promises;
    /// <summary>What it changed of the version before; empty for the first.</summary>
    public IReadOnlyList<PromiseDifference> Differences { get; private set; } = [];
    /// <summary>Its files.</summary>
    public IReadOnlyList<AttachmentRow> Files { get; private set; } = [];
    /// <summary>Whether the asker may write agreements.</summary>
    public bool MayWrite => asker.May(Permission.WriteAgreements);
    /// <summary>Whether it is the latest version.</summary>
    public bool IsLatest => Chain[^1].Agreement.Id == Id;
    /// <summary>Today in the city.</summary>
    public DateOnly Today => draft.Today;

    /// <inheritdoc />
    protected override Task<Agreement?> Find() => find.Agreement(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Project = (await find.Project(Subject.ProjectId, Cancel))!;
        Chain = await find.Chain(Subject.ChainId, Cancel);
        Input = AgreementInput.Of(Subject);
        Files = await attachments.Of(FileKind, Id, Cancel);
        var before = Chain.FirstOrDefault(c => c.Agreement.Id == Subject.PreviousId);
        Differences = before is null ? [] : AgreementDifference.Between(before.Promises, Promises);
        return true;
    }

    /// <summary>States anew what is on the paper of a draft.</summary>
    public async Task<IActionResult> OnPostChange([Bind(Prefix = nameof(Input))] AgreementInput input)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, input.Version);
        await draft.Change(Subject, input.Facts(), Cancel);
        this.Notice($"已保存");
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes a promise out of a draft.</summary>
    public async Task<IActionResult> OnPostDrop(Guid promise, long version)
    {
        if (!MayWrite) return Forbid();
        work.Subject = promise;
        if ((await find.Promises(Id, Cancel)).FirstOrDefault(p => p.Id == promise) is not { } found) return NotFound();
        Db.ReadAt(found, version);
        await promises.Drop(Subject, found, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Closes a draft.</summary>
    public async Task<IActionResult> OnPostSign([Required(ErrorMessage = "请填写签订日期")] DateOnly? signedOn, long version)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await draft.Sign(Subject, signedOn!.Value, Cancel);
        this.Notice($"已签订，承诺开始计时");
        return RedirectToPage("/Agreements/ProjectAgreements", new { Id = Subject.ProjectId });
    }

    /// <summary>Drafts the next version.</summary>
    public async Task<IActionResult> OnPostSupplement([MaxLength(60)] string? number)
    {
        if (!MayWrite) return Forbid();
        var next = await draft.Supplement(Subject, number, Cancel);
        work.Subject = next.Id;
        return RedirectToPage(new { next.Id });
    }

    /// <summary>Takes a draft away.</summary>
    public async Task<IActionResult> OnPostDiscard(long version)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await draft.Discard(Subject, Cancel);
        return RedirectToPage("/Agreements/ProjectAgreements", new { Id = Subject.ProjectId });
    }

    /// <summary>Attaches a file.</summary>
    public async Task<IActionResult> OnPostAttach([Required(ErrorMessage = "请选择文件")] IFormFile file)
    {
        work.Subject = Id;
        await using var content = file.OpenReadStream();
        return await attachments.Attach(FileKind, Id, file.FileName, content, Cancel) is null ? Forbid() : RedirectToPage(new { Id });
    }
}
