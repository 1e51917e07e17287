using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Checking;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Recognition;

/// <summary>A decision as it is typed.</summary>
public sealed class VoucherDecisionInput
{
    /// <summary>Accept, or return.</summary>
    public bool Accept { get; set; }
    /// <summary>Why it goes back.</summary>
    public ReasonCode? Reason { get; set; }
    /// <summary>What to bring.</summary>
    [MaxLength(500, ErrorMessage = "说明最多500个字")] public string? Bring { get; set; }
    /// <summary>For the city's decision: the password or a one-time code asked again; a persona's name in the demo.</summary>
    [MaxLength(128)] public string? Confirm { get; set; }
}

/// <summary>A revocation as it is typed.</summary>
public sealed class RevocationInput
{
    /// <summary>Why.</summary>
    [Required(ErrorMessage = "请选择原因")] public ReasonCode? Reason { get; set; }
    /// <summary>In words.</summary>
    [Required(ErrorMessage = "撤销认定必须写明理由"), MaxLength(200, ErrorMessage = "理由最多200个字")] public string? Bring { get; set; }
    /// <summary>The password or a one-time code asked again; a persona's name in the demo.</summary>
    [MaxLength(128)] public string? Confirm { get; set; }
}

/// <summary>
/// Submits, reviews and revokes. Two levels: the district, then the city for what is drawn and for large amounts; whoever registered or submitted
/// reviews neither, and the two reviewers differ (domain rule 5.5). The same for page and API.
/// </summary>
public sealed class ReviewVoucher(BridgeheadDb db, CheckVoucher check, FundsSettings settings, RecordVoucher record, ConfirmPerson confirm, Asker asker, UnitOfWork work, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Submits a voucher; nothing set aside yet goes to its main project as a whole. Findings travel with it.</summary>
    public async Task Submit(Voucher voucher, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        var findings = await check.Run(voucher, cancel);
        if (findings.FirstOrDefault(f => f.Code is ReasonCode.Incomplete or ReasonCode.NotAllocated) is { } lacking) throw new Refusal(lacking.Sentence);
        if (voucher.AllocatedFen == 0 && voucher.ProjectId is { } project && voucher.Countable > Money.Zero)
        {
            db.Add(new Allocation(voucher.Id, project, voucher.Countable));
            voucher.Allocate(voucher.Countable);
        }
        Refusal.When(voucher.AllocatedFen == 0, $"可认定金额为0，不能提交；请核对金额与本地股东部分");
        voucher.Submit(asker.UserId, Now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Accepts or returns it at the level it waits for.</summary>
    public async Task Decide(Voucher voucher, VoucherDecisionInput input, CancellationToken cancel = default)
    {
        var level = voucher.State == VoucherState.Accepted ? ReviewLevel.City : ReviewLevel.District;
        if (level == ReviewLevel.City)
        {
            Refusal.Unless(await settings.IsOfCity(cancel), $"这张凭证已由区县审核，等待市级复核，须由市级审核人员办理");
            await confirm.Run(input.Confirm, cancel);
        }
        await db.BeginWrite(cancel);
        // whatever touches the ledger locks it first and the records after: nobody waits for the other
        if (input.Accept) await Chain.Hold(db, Chain.Ledger, cancel);
        if (!input.Accept)
        {
            Refusal.When(input.Reason is null, $"退回请选择原因", nameof(input.Reason));
            voucher.Return(asker.UserId, input.Reason!.Value, input.Bring ?? "");
            work.Reason = voucher.Bring;
        }
        else
        {
            await check.Run(voucher, cancel);
            Refusal.When(voucher.Stops > 0, $"还有{voucher.Stops}项检查不通过，不能认定；请退回并写明要补什么");
            if (level == ReviewLevel.City) await Recognise(voucher, second: true, cancel);
            else await AcceptFirst(voucher, cancel);
        }
        db.Add(new VoucherDecision(voucher, level, input.Accept, asker.UserId, asker.Name, Now));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes the recognition back: opposite entries, with the reason.</summary>
    public async Task Revoke(Voucher voucher, RevocationInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await settings.IsOfCity(cancel), $"撤销认定须由市级审核人员办理");
        await confirm.Run(input.Confirm, cancel);
        await Chain.Hold(db, Chain.Ledger, cancel);
        var evidence = voucher.EvidenceId;
        voucher.Revoke(asker.UserId, input.Reason ?? ReasonCode.Other, input.Bring ?? "");
        work.Reason = voucher.Bring;
        db.Add(new VoucherDecision(voucher, ReviewLevel.Revocation, false, asker.UserId, asker.Name, Now));
        await db.SaveChangesAsync(cancel);
        if (evidence is { } proof) await record.Reverse(voucher.Id, proof, voucher.Bring!, cancel);
    }

    private async Task AcceptFirst(Voucher voucher, CancellationToken cancel)
    {
        var draw = SampleDraw.Of(await settings.Rules(cancel), await Document(voucher, cancel), new Money(voucher.AllocatedFen));
        voucher.Accept(asker.UserId, draw.Note);
        // two saves, two versions: what is not drawn passes both steps at once
        await db.SaveChangesAsync(cancel);
        if (!draw.Drawn) await Recognise(voucher, second: false, cancel);
    }

    // by the document, never by the row it was registered in: putting it aside and registering it again draws the same
    private async Task<string> Document(Voucher voucher, CancellationToken cancel)
    {
        var keys = await db.Set<VoucherKey>().AsNoTracking().Where(k => k.VoucherId == voucher.Id).ToListAsync(cancel);
        return (keys.Find(k => k.Kind != VoucherKeyKind.File) ?? keys.MinBy(k => k.Key, StringComparer.Ordinal))?.Key ?? voucher.Id.ToString();
    }

    private async Task Recognise(Voucher voucher, bool second, CancellationToken cancel)
    {
        // the rules of the thing first: nothing is entered for a decision that is not one's to make
        voucher.Recognise(asker.UserId, second);
        await db.SaveChangesAsync(cancel);
        voucher.Entered(await record.Run(voucher, cancel));
    }
}
