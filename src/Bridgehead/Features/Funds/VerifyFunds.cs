using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Proves the vouchers: the parts come to what is set aside, never beyond what can be recognised, and every recognised voucher stands in the ledger with exactly its amount, no other one does.</summary>
public sealed class VerifyFunds(BridgeheadDb db)
{
    /// <summary>What is wrong, in sentences; at most a hundred.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default)
    {
        var wrong = new List<FormattableString>();
        var parts = await db.Set<Voucher>().Select(v => new { v.Id, v.Kind, v.Number, v.AllocatedFen, Most = v.NetFen - v.LocalShareFen, Sum = db.Set<Allocation>().Where(a => a.VoucherId == v.Id).Sum(a => a.Fen) })
            .Where(v => v.AllocatedFen != v.Sum || (v.AllocatedFen > v.Most && v.AllocatedFen > 0)).Take(50).ToListAsync(cancel);
        wrong.AddRange(parts.Select(v => (FormattableString)$"凭证{v.Number}（{v.Id}）记为已分配{new Money(v.AllocatedFen)}，各项目合计{new Money(v.Sum)}，可认定{new Money(v.Most)}"));
        var money = await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds || i.Code == DefaultIndicators.FormedInvestment).Select(i => i.Id).ToListAsync(cancel);
        var entered = await db.Set<LedgerEntry>().Where(e => money.Contains(e.IndicatorId)).Join(db.Set<Voucher>(), e => (Guid?)e.EvidenceId, v => v.EvidenceId, (e, v) => new { v.Id, e.Value })
            .GroupBy(e => e.Id).Select(g => new { Id = g.Key, Sum = g.Sum(e => e.Value) }).ToDictionaryAsync(g => g.Id, g => g.Sum, cancel);
        var dollars = await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ForeignCapital).Select(i => i.Id).ToListAsync(cancel);
        var foreign = await db.Set<LedgerEntry>().Where(e => dollars.Contains(e.IndicatorId)).Join(db.Set<Voucher>(), e => (Guid?)e.EvidenceId, v => v.EvidenceId, (e, v) => new { v.Id, e.Value })
            .GroupBy(e => e.Id).Select(g => new { Id = g.Key, Sum = g.Sum(e => e.Value) }).ToDictionaryAsync(g => g.Id, g => g.Sum, cancel);
        await foreach (var v in db.Set<Voucher>().Where(v => v.State == VoucherState.Recognised && v.UsdCents != null && v.NetFen > 0).Select(v => new { v.Id, v.Kind, v.Number, v.RecognisedFen, v.NetFen, Cents = v.UsdCents!.Value }).AsAsyncEnumerable().WithCancellation(cancel))
            if (v.Kind.Ledger() == FundsLedger.Arrived && (long)Math.Round((decimal)v.Cents * v.RecognisedFen / v.NetFen, MidpointRounding.AwayFromZero) is var due && foreign.GetValueOrDefault(v.Id) is var sum && sum != due && wrong.Count < 100)
                wrong.Add($"凭证{v.Number}（{v.Id}）折合{due / 100m}美元，台账分录合计{sum / 100m}美元");
        await foreach (var v in db.Set<Voucher>().Where(v => v.State == VoucherState.Recognised).Select(v => new { v.Id, v.Number, v.RecognisedFen }).AsAsyncEnumerable().WithCancellation(cancel))
            if (entered.GetValueOrDefault(v.Id) is var sum && sum != v.RecognisedFen && wrong.Count < 100)
                wrong.Add($"凭证{v.Number}（{v.Id}）认定{new Money(v.RecognisedFen)}，台账分录合计{new Money(sum)}");
        return wrong;
    }
}
