using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Corrects a voucher, sets parts of it aside for projects, puts documents beside it, puts it aside. The same for page and API.</summary>
public sealed class ChangeVoucher(BridgeheadDb db, Rates.Rates rates, FundsSettings settings, ListProjects projects, ListVouchers list, CheckVoucher check, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>States it anew. Refused when what was read is corrected without a reason, and when its number is another voucher's.</summary>
    public async Task Run(Voucher voucher, VoucherInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(voucher.IsOpen, $"凭证现为“{LabelAttribute.Of(voucher.State)}”，不能修改");
        var facts = input.Facts();
        Correct(voucher, facts, input.Why);
        if (input.ProjectId != voucher.ProjectId)
        {
            Project? project = input.ProjectId is { } id ? await (await projects.Visible(cancel)).FirstOrDefaultAsync(p => p.Id == id, cancel) ?? throw new Refusal($"没有这个项目，或者不在您的数据范围内", "Input.ProjectId") : null;
            voucher.Belong(project?.Id, project is null ? voucher.UnitId : project.ParkId ?? project.UnitId);
        }
        await Apply(voucher, facts, cancel);
        await check.Run(voucher, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Sets so much aside for a project; 0 takes it away. Refused beyond what is left.</summary>
    public async Task Allocate(Voucher voucher, Guid projectId, Money amount, CancellationToken cancel = default)
    {
        Refusal.When(voucher.Kind.Ledger() == FundsLedger.Companion, $"{LabelAttribute.Of(voucher.Kind)}只作佐证，不分配金额");
        Refusal.When(amount < Money.Zero, $"分配金额不能为负", "Amount");
        var project = await (await projects.Visible(cancel)).FirstOrDefaultAsync(p => p.Id == projectId, cancel) ?? throw new Refusal($"没有这个项目，或者不在您的数据范围内", "ProjectId");
        if (voucher.ProjectId is null) voucher.Belong(project.Id, project.ParkId ?? project.UnitId);
        await db.BeginWrite(cancel);
        var known = await db.Set<Allocation>().FirstOrDefaultAsync(a => a.VoucherId == voucher.Id && a.ProjectId == projectId, cancel);
        voucher.Allocate(amount - new Money(known?.Fen ?? 0));
        if (known is null && amount > Money.Zero) db.Add(new Allocation(voucher.Id, projectId, amount));
        else if (amount == Money.Zero && known is not null) db.Remove(known);
        else known?.Change(amount);
        // the version moves with every change of the parts, so that of two at once one is told
        db.Entry(voucher).Property(v => v.AllocatedFen).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await check.Run(voucher, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Puts a document beside a voucher, or takes it away. Both in scope, and the document one that proves.</summary>
    public async Task Attach(Voucher voucher, Guid pieceId, bool away, CancellationToken cancel = default)
    {
        Refusal.Unless(voucher.IsOpen, $"凭证现为“{LabelAttribute.Of(voucher.State)}”，不能修改");
        var piece = await (await list.Visible(cancel)).FirstOrDefaultAsync(v => v.Id == pieceId && v.State != VoucherState.Discarded, cancel);
        Refusal.When(piece is null || piece.Kind.Ledger() != FundsLedger.Companion, $"请选择一份合同、付款单、记账凭证或工程结算", "PieceId");
        await db.BeginWrite(cancel);
        var known = await db.Set<VoucherPiece>().FirstOrDefaultAsync(p => p.VoucherId == voucher.Id && p.PieceId == pieceId, cancel);
        if (away && known is not null) db.Remove(known);
        else if (!away && known is null) db.Add(new VoucherPiece(voucher.Id, pieceId));
        if (away == known is not null) db.Note(new FieldChange(nameof(VoucherPiece), voucher.Id, nameof(VoucherPiece.PieceId), away ? piece!.Called : null, away ? null : piece!.Called));
        db.Entry(voucher).Property(v => v.Stops).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await check.Run(voucher, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Puts it aside and frees its keys and parts.</summary>
    public async Task Discard(Voucher voucher, CancellationToken cancel = default)
    {
        voucher.Discard();
        db.RemoveRange(await db.Set<VoucherKey>().Where(k => k.VoucherId == voucher.Id).ToListAsync(cancel));
        db.RemoveRange(await db.Set<Allocation>().Where(a => a.VoucherId == voucher.Id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Applies facts: converts money of another currency and yuan of foreign capital, and claims the key they give.</summary>
    internal async Task Apply(Voucher voucher, VoucherFacts facts, CancellationToken cancel)
    {
        Rates.Converted? converted = null;
        // foreign capital is told in dollars, also where it comes in as yuan across the border (domain rule 4.2)
        var amount = facts.Currency != CurrencyCode.Yuan ? facts.Foreign : facts.Kind == VoucherKind.ForeignRegistration ? facts.Net?.Yuan : null;
        if (amount is { } sum && facts.IssuedOn is { } day)
        {
            converted = await rates.Convert(facts.Currency, sum, day, (await settings.Rules(cancel)).RatePolicy, cancel);
            if (converted is not null && facts.Currency != CurrencyCode.Yuan) facts = facts with { Net = converted.Yuan, Gross = converted.Yuan, Tax = null };
        }
        voucher.Restate(facts, converted?.UsdCents, converted?.Note);
        await db.BeginWrite(cancel);
        var wanted = VoucherKey.Of(facts, voucher.Document);
        var keys = await db.Set<VoucherKey>().Where(k => k.VoucherId == voucher.Id && k.Kind != VoucherKeyKind.File).ToListAsync(cancel);
        db.RemoveRange(keys.Where(k => wanted is null || (k.Kind, k.Key) != wanted));
        if (wanted is { } key && keys.TrueForAll(k => (k.Kind, k.Key) != key))
        {
            var other = await db.Set<VoucherKey>().Where(k => k.Kind == key.Kind && k.Key == key.Key).Join(db.Set<Voucher>(), k => k.VoucherId, v => v.Id, (_, v) => v).FirstOrDefaultAsync(cancel);
            Refusal.When(other is not null && key.Kind == VoucherKeyKind.Contract, $"购买方的合同“{facts.Number}”已登记在另一张凭证上（{LabelAttribute.Of(other?.State ?? VoucherState.Draft)}），同一合同只登记一次；请核对编号和购买方", "Input.Number");
            Refusal.When(other is not null, $"{LabelAttribute.Of(key.Kind)}“{facts.Number}”已登记在另一张凭证上（{LabelAttribute.Of(other?.State ?? VoucherState.Draft)}），同一凭证全市只能使用一次；请核对号码", "Input.Number");
            db.Add(new VoucherKey(key.Kind, key.Key, voucher.Id));
        }
        await db.SaveChangesAsync(cancel);
    }

    private void Correct(Voucher voucher, VoucherFacts f, string? why)
    {
        var reading = KeptReading.Read(voucher.Reading);
        (ReadField Field, string? Before, string? After)[] all =
        [
            (ReadField.Code, voucher.Code, f.Code), (ReadField.Number, voucher.Number, f.Number), (ReadField.Date, Day(voucher.IssuedOn), Day(f.IssuedOn)), (ReadField.Buyer, voucher.Buyer, ReadText.Party(f.Buyer)), (ReadField.BuyerId, voucher.BuyerId, f.BuyerId),
            (ReadField.Seller, voucher.Seller, ReadText.Party(f.Seller)), (ReadField.SellerId, voucher.SellerId, f.SellerId), (ReadField.Net, Yuan(voucher.NetFen == 0 ? null : voucher.NetFen), Yuan(f.Net?.Fen)), (ReadField.Tax, Yuan(voucher.TaxFen), Yuan(f.Tax?.Fen)), (ReadField.Gross, Yuan(voucher.GrossFen), Yuan(f.Gross?.Fen)),
        ];
        var corrected = all.Where(c => (c.Before ?? "") != (c.After?.Trim() ?? "") && reading.Find(c.Field) is not null).ToList();
        if (corrected.Count == 0) return;
        Refusal.When(string.IsNullOrWhiteSpace(why), $"更正从文件读出的内容（{string.Join("、", corrected.Select(c => LabelAttribute.Of(c.Field)))}）须写明理由", "Input.Why");
        work.Reason = why;
        var now = clock.GetUtcNow().UtcDateTime;
        voucher.KeepReading(voucher.Document, (reading with { Corrections = [.. reading.Corrections, .. corrected.Select(c => new Correction(c.Field, c.Before, c.After, asker.Name, now, why!.Trim()))] }).Write());
    }

    private static string? Day(DateOnly? day) => day is { } d ? ReadText.Plain(d) : null;

    private static string? Yuan(long? fen) => fen is { } amount ? ReadText.Plain(new Money(amount)) : null;
}
