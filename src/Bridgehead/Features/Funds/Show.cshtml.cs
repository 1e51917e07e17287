using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Funds.Recognition;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>One voucher: its picture beside what was read, the checks, its projects, its companions, and who decided what.</summary>
[Authorize(Permission.ReadFunds)]
public sealed class ShowPage(BridgeheadDb db, ListVouchers list, ShowVoucher show, ChangeVoucher change, ReviewVoucher review, ListProjects projects, FundsSettings settings, Asker asker, UnitOfWork work) : PageAbout<Voucher>(db)
{
    private static readonly VoucherKind[] Proofs = [VoucherKind.Settlement, VoucherKind.Contract, VoucherKind.PaymentSlip, VoucherKind.AccountingEntry];

    /// <summary>What is typed; before that, what stands.</summary>
    public VoucherInput Input { get; set; } = new();

    /// <summary>Everything shown.</summary>
    public ShownVoucher Shown { get; private set; } = null!;
    /// <summary>The documents of the project that could stand beside it.</summary>
    public IReadOnlyList<VoucherRow> Candidates { get; private set; } = [];
    /// <summary>The projects it could be set aside for: those of the same company first.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Projects { get; private set; } = [];
    /// <summary>Whether the asker may change it.</summary>
    public bool MayWrite => asker.May(Permission.WriteFunds) && Subject.IsOpen;
    /// <summary>Whether the asker may review it.</summary>
    public bool MayReview => asker.May(Permission.ReviewFunds);
    /// <summary>Whether the asker speaks for the city.</summary>
    public bool IsOfCity { get; private set; }

    /// <inheritdoc />
    protected override Task<Voucher?> Find() => list.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Shown = await show.Run(Subject, Cancel);
        IsOfCity = await settings.IsOfCity(Cancel);
        Input = VoucherInput.Of(Subject);
        if (!MayWrite) return true;
        var mine = Shown.Pieces.Select(p => p.Id).ToList();
        if (Subject.ProjectId is { } project && Subject.Kind.Needs().Count > 0)
            Candidates = await list.Rows((await list.Visible(Cancel)).Where(v => v.ProjectId == project && Proofs.Contains(v.Kind) && v.State != VoucherState.Discarded && !mine.Contains(v.Id)).OrderByDescending(v => v.Id).Take(50)).ToListAsync(Cancel);
        var company = Shown.Company ?? Subject.Buyer;
        Projects = [.. (await (await projects.Visible(Cancel)).OfCompany(company, Subject.ProjectId).OrderBy(p => p.Number).Take(50).Select(p => new { p.Id, p.Name, p.Number }).ToListAsync(Cancel)).Select(p => (p.Id, $"{p.Name}（{p.Number}）"))];
        return true;
    }

    /// <summary>Corrects it.</summary>
    public async Task<IActionResult> OnPost([Bind(Prefix = "Input")] VoucherInput input)
    {
        Input = input;
        if (!asker.May(Permission.WriteFunds)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, input.Version);
        await change.Run(Subject, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Sets so much aside for a project.</summary>
    public async Task<IActionResult> OnPostAllocate([MaxLength(120)] string? project, [Range(0d, 1e12)] decimal? amount, long version)
    {
        if (!Writing(version)) return Forbid();
        var named = project?.Trim() ?? "";
        var id = Guid.TryParse(named, out var given) ? given : (await (await projects.Visible(Cancel)).Where(p => p.Number == named || p.Name == named).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(Cancel)
            ?? throw new Refusal($"没有找到项目“{named}”，请填写项目编号或完整名称"));
        await change.Allocate(Subject, id, Money.FromYuan(amount ?? 0), Cancel);
        return RedirectToPage(null, null, new { Id }, "parts");
    }

    /// <summary>Puts a document beside it, or takes it away.</summary>
    public async Task<IActionResult> OnPostPiece(Guid piece, bool away, long version)
    {
        if (!Writing(version)) return Forbid();
        await change.Attach(Subject, piece, away, Cancel);
        return RedirectToPage(null, null, new { Id }, "pieces");
    }

    /// <summary>Submits it.</summary>
    public async Task<IActionResult> OnPostSubmit(long version)
    {
        if (!Writing(version)) return Forbid();
        await review.Submit(Subject, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Puts it aside.</summary>
    public async Task<IActionResult> OnPostDiscard(long version)
    {
        if (!Writing(version)) return Forbid();
        await change.Discard(Subject, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes its recognition back.</summary>
    public async Task<IActionResult> OnPostRevoke(ReasonCode? reason, [MaxLength(200)] string? bring, [MaxLength(128)] string? confirm, long version)
    {
        if (!MayReview) return Forbid();
        work.Subject = Id;
        Db.MustBeAt(Subject, version);
        await review.Revoke(Subject, new RevocationInput { Reason = reason, Bring = bring, Confirm = confirm }, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Where a value stood in the file, and what was read there; null when nobody read it.</summary>
    public ReadValue? Read(ReadField field) => Shown.Reading.Find(field);

    private bool Writing(long version)
    {
        if (!asker.May(Permission.WriteFunds)) return false;
        work.Subject = Id;
        Db.MustBeAt(Subject, version);
        return true;
    }
}
