using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>A voucher's part of a project.</summary>
public sealed record MoneyRow(Guid VoucherId, VoucherKind Kind, VoucherState State, string? Number, DateOnly? IssuedOn, string? Seller, long Fen, long NetFen, int Stops);

/// <summary>The money of a project: agreed, arrived, formed, in two books that are never added; and what is still missing.</summary>
public sealed record MoneySums(Money Agreed, Money Arrived, Money Formed, Money ArrivedWaiting, Money FormedWaiting, int Failing, int Returned, Money ArrivedInLedger, Money FormedInLedger);

/// <summary>Gathers a project's money.</summary>
public sealed class ProjectMoney(BridgeheadDb db)
{
    /// <summary>The sums.</summary>
    public async Task<MoneySums> Sums(Project project, CancellationToken cancel = default)
    {
        // with what was recognised for the projects that were merged into it
        var family = await MergedRecords.Family(db, project.Id, cancel);
        var parts = await db.Set<Allocation>().AsNoTracking().Where(a => family.Contains(a.ProjectId)).Join(db.Set<Voucher>(), a => a.VoucherId, v => v.Id, (a, v) => new { v.Kind, v.State, v.Stops, a.Fen })
            .GroupBy(x => new { x.Kind, x.State }).Select(g => new { g.Key.Kind, g.Key.State, Fen = g.Sum(x => x.Fen) }).ToListAsync(cancel);
        Money Of(FundsLedger ledger, params VoucherState[] states) => new(parts.Where(p => p.Kind.Ledger() == ledger && states.Contains(p.State)).Sum(p => p.Fen));
        var own = db.Set<Voucher>().AsNoTracking().Where(v => v.ProjectId == project.Id);
        var failing = await own.CountAsync(v => v.Stops > 0 && (v.State == VoucherState.Draft || v.State == VoucherState.Submitted || v.State == VoucherState.Accepted), cancel);
        var returned = await own.CountAsync(v => v.State == VoucherState.Returned || v.State == VoucherState.Revoked, cancel);
        var codes = await db.Set<Ledger.LedgerEntry>().AsNoTracking().Where(e => e.ProjectId != null && family.Contains(e.ProjectId.Value)).Join(db.Set<Ledger.Indicator>(), e => e.IndicatorId, i => i.Id, (e, i) => new { i.Code, e.Value })
            .Where(e => e.Code == Ledger.DefaultIndicators.ArrivedFunds || e.Code == Ledger.DefaultIndicators.FormedInvestment).GroupBy(e => e.Code).Select(g => new { Code = g.Key, Value = g.Sum(e => e.Value) }).ToListAsync(cancel);
        Money InLedger(string code) => new(codes.Where(c => c.Code == code).Sum(c => c.Value));
        return new MoneySums(project.Amount, Of(FundsLedger.Arrived, VoucherState.Recognised), Of(FundsLedger.Formed, VoucherState.Recognised),
            Of(FundsLedger.Arrived, VoucherState.Submitted, VoucherState.Accepted), Of(FundsLedger.Formed, VoucherState.Submitted, VoucherState.Accepted), failing, returned,
            InLedger(Ledger.DefaultIndicators.ArrivedFunds), InLedger(Ledger.DefaultIndicators.FormedInvestment));
    }

    /// <summary>Its vouchers, newest first: those set aside for it, and those that are mainly its own.</summary>
    public async Task<IReadOnlyList<MoneyRow>> Rows(Guid project, Guid? after, int size, CancellationToken cancel = default)
    {
        var family = await MergedRecords.Family(db, project, cancel);
        var vouchers = db.Set<Voucher>().AsNoTracking().Where(v => v.State != VoucherState.Discarded && ((v.ProjectId != null && family.Contains(v.ProjectId.Value)) || db.Set<Allocation>().Any(a => a.VoucherId == v.Id && family.Contains(a.ProjectId))));
        if (after is { } last) vouchers = vouchers.Where(v => v.Id.CompareTo(last) < 0);
        return await vouchers.OrderByDescending(v => v.Id).Take(size).Select(v => new MoneyRow(
            v.Id, v.Kind, v.State, v.Number, v.IssuedOn, v.Seller, db.Set<Allocation>().Where(a => a.VoucherId == v.Id && family.Contains(a.ProjectId)).Sum(a => a.Fen), v.NetFen, v.Stops)).ToListAsync(cancel);
    }
}
