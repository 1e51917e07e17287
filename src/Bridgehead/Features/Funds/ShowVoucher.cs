using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>A part of a voucher with its project.</summary>
public sealed record ShownPart(Guid ProjectId, string Project, string Number, Money Amount);

/// <summary>A voucher with everything that is shown of it.</summary>
public sealed record ShownVoucher(
    Voucher Voucher, KeptReading Reading, IReadOnlyList<CheckFinding> Findings, IReadOnlyList<ShownPart> Parts, IReadOnlyList<CheckedPiece> Pieces, IReadOnlyList<AttachmentRow> Files,
    IReadOnlyList<VoucherDecision> Decisions, string? Project, string? Company)
{
    /// <summary>The file that can be shown beside what was read; null when none can.</summary>
    public AttachmentRow? Picture => ShowPicture.Of(Files);
}

/// <summary>Gathers what is shown of a voucher; the same for the voucher's page, the review and the API.</summary>
public sealed class ShowVoucher(BridgeheadDb db, CheckVoucher check, Attachments attachments)
{
    /// <summary>Gathers it.</summary>
    public async Task<ShownVoucher> Run(Voucher voucher, CancellationToken cancel = default)
    {
        var gathered = await check.Gather(voucher, cancel);
        var companion = voucher.Kind.Ledger() == FundsLedger.Companion;
        var findings = VoucherChecks.Of(gathered).Where(f => voucher.State switch
        {
            VoucherState.Discarded => false,
            // what came to light after it was recognised
            VoucherState.Recognised => f.Code is ReasonCode.TakenBack or ReasonCode.RoundTrip or ReasonCode.SourcesDiffer or ReasonCode.Voided,
            _ => !companion || f.Code is ReasonCode.Incomplete or ReasonCode.SumDiffers or ReasonCode.WordsDiffer or ReasonCode.NotAllocated,
        }).ToList();
        var parts = await db.Set<Allocation>().AsNoTracking().Where(a => a.VoucherId == voucher.Id).OrderBy(a => a.Id)
            .Join(db.Set<Project>(), a => a.ProjectId, p => p.Id, (a, p) => new { a.ProjectId, p.Name, p.Number, a.Fen }).ToListAsync(cancel);
        var project = voucher.ProjectId is { } id ? await db.Set<Project>().AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Name, p.Company }).FirstOrDefaultAsync(cancel) : null;
        return new ShownVoucher(
            voucher, gathered.Reading, findings, [.. parts.Select(p => new ShownPart(p.ProjectId, p.Name, p.Number, new Money(p.Fen)))], gathered.Pieces, await attachments.Of("voucher", voucher.Id, cancel),
            await db.Set<VoucherDecision>().AsNoTracking().Where(d => d.VoucherId == voucher.Id).OrderByDescending(d => d.At).ToListAsync(cancel), project?.Name, project?.Company);
    }
}
