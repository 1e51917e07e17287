using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Recognition;

/// <summary>
/// Recognised money goes where its project goes: when the project lands elsewhere, or its origin or branch is corrected, its entries are taken back and entered anew under what holds now, the same
/// sums on the same evidence. A closed month stays as it was published, the difference counts in the open one (domain rules 4.6 and 6.5: statistics are territorial, and never doubled).
/// </summary>
public sealed class MoneyOfAProject(BridgeheadDb db, RecordVoucher record) : IFollowProject, IGuardEntries
{
    /// <inheritdoc />
    public async Task Changed(Project project, CancellationToken cancel)
    {
        var unit = project.ParkId ?? project.UnitId;
        foreach (var voucher in await db.Set<Voucher>().Where(v => v.ProjectId == project.Id && v.UnitId != unit).ToListAsync(cancel)) voucher.GoTo(unit);
        await record.GoWith(project, unit, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <inheritdoc />
    public async Task Took(Project project, Project from, CancellationToken cancel)
    {
        await record.GoOver(from.Id, project, project.ParkId ?? project.UnitId, cancel);
        await Changed(project, cancel);
    }

    /// <inheritdoc />
    public async Task<FormattableString?> Holds(Project project, CancellationToken cancel)
    {
        var fen = await db.Set<Allocation>().Where(a => a.ProjectId == project.Id && db.Set<Voucher>().Any(v => v.Id == a.VoucherId && v.State == VoucherState.Recognised)).SumAsync(a => a.Fen, cancel);
        return fen == 0 ? null : (FormattableString)$"项目已有认定的资金{new Money(fen)}，移入回收站后数据仍会计入；请先在“资金”中撤销认定，或把项目转入“退库”";
    }

    /// <inheritdoc />
    public async Task<FormattableString?> Holds(LedgerEntry entry, CancellationToken cancel) =>
        await db.Set<Voucher>().Where(v => v.EvidenceId == entry.EvidenceId && v.State == VoucherState.Recognised).FirstOrDefaultAsync(cancel) is { } voucher
            ? (FormattableString)$"第{entry.Sequence}条来自已认定的凭证（{voucher.Called}），不能在台账上冲销；请由复核人在凭证页“撤销认定”" : null;
}
