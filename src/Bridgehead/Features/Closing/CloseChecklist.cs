using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Closing;

/// <summary>A unit that owes monthly reports.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Missing">How many are missing.</param>
public sealed record MissingReports(Unit Unit, int Missing);

/// <summary>An indicator of the month to be closed beside the month before.</summary>
/// <param name="Indicator">Which indicator.</param>
/// <param name="Value">The month alone, in the smallest unit.</param>
/// <param name="Before">The month before.</param>
/// <param name="Year">From January.</param>
/// <param name="Tiers">How well the cumulative figure is proved.</param>
public sealed record MonthDifference(Indicator Indicator, long? Value, long? Before, long? Year, IReadOnlyList<TierShare> Tiers)
{
    /// <summary>The month less the month before; null when nothing is known of either.</summary>
    public long? Difference => Value is null && Before is null ? null : (Value ?? 0) - (Before ?? 0);
}

/// <summary>What stands before a month can be closed.</summary>
/// <param name="Month">The month, yyyymm.</param>
/// <param name="State">What is left open.</param>
/// <param name="Missing">The units whose reports are missing.</param>
/// <param name="Wrong">What the ledger and the vouchers prove wrong; null when that was left to the closing.</param>
/// <param name="Differences">The figures beside those of the month before.</param>
public sealed record CloseChecks(int Month, CloseState State, IReadOnlyList<MissingReports> Missing, IReadOnlyList<FormattableString>? Wrong, IReadOnlyList<MonthDifference> Differences);

/// <summary>Goes through what should be in order before a month is closed: reports, vouchers, duplicates, the proof of the ledger, the difference to the month before.</summary>
public sealed class CloseChecklist(BridgeheadDb db, Figures figures, ScopedUnits scope, ListDuties duties, ListPairs pairs, OneState one)
{
    /// <summary>Beyond so many entries the proof is left to the closing itself: nobody waits for it on a page.</summary>
    public const int ProvedAtOnce = 50_000;

    /// <summary>What is left open for a month, as the asker sees it.</summary>
    public async Task<(CloseState State, IReadOnlyList<MissingReports> Missing)> Open(int month, CancellationToken cancel = default)
    {
        var last = Months.LastDay(month);
        var missing = (await duties.Grid(month, null, cancel)).Select(row => new MissingReports(row.Unit, row.Cells[^1].Unfiled)).Where(m => m.Missing > 0).ToList();
        var units = await scope.Ids(cancel);
        var review = await db.Set<Voucher>().CountAsync(v => (v.State == VoucherState.Submitted || v.State == VoucherState.Accepted) && units.Contains(v.UnitId) && (v.IssuedOn == null || v.IssuedOn <= last), cancel);
        var late = await db.Set<LedgerEntry>().CountAsync(e => e.FromMonth == month && !e.Whole && e.DerivedFrom == null && e.ReversesSequence == null && units.Contains(e.UnitId) && e.BusinessDate.Year * 100 + e.BusinessDate.Month < month, cancel);
        return (new CloseState(missing.Sum(m => m.Missing), review, await pairs.Waiting(cancel), late), missing);
    }

    /// <summary>All of it, for a unit's figures.</summary>
    public async Task<CloseChecks> Run(int month, Unit unit, CancellationToken cancel = default)
    {
        var (state, missing) = await Open(month, cancel);
        var small = await db.Set<ChainHead>().AnyAsync(h => h.Chain == "ledger" && h.Sequence <= ProvedAtOnce, cancel);
        return new CloseChecks(month, state, missing, small ? await Prove(cancel) : null, await Differences(month, unit, cancel));
    }

    /// <summary>What the ledger and the vouchers prove wrong.</summary>
    public async Task<IReadOnlyList<FormattableString>> Prove(CancellationToken cancel = default) => 
        [.. await one.Read((VerifyLedger ledger) => ledger.Run(cancel), cancel), .. await one.Read((VerifyFunds funds) => funds.Run(cancel), cancel)];

    private async Task<IReadOnlyList<MonthDifference>> Differences(int month, Unit unit, CancellationToken cancel)
    {
        var (before, year) = (month % 100 == 1 ? month - 89 : month - 1, new Months(month / 100 * 100 + 1, month));
        var now = await figures.Overview(unit, new Months(month, month), cancel);
        var last = (await figures.Overview(unit, new Months(before, before), cancel)).ToDictionary(o => o.Indicator.Id, o => o.Whole.Value);
        var sums = (await figures.Overview(unit, year, cancel)).ToDictionary(o => o.Indicator.Id, o => o.Whole.Value);
        var tiers = await figures.Tiers(unit, year, cancel);
        return [.. now.Select(o => new MonthDifference(o.Indicator, o.Whole.Value, last.GetValueOrDefault(o.Indicator.Id), sums.GetValueOrDefault(o.Indicator.Id), tiers.GetValueOrDefault(o.Indicator.Id, [])))
            .Where(d => d.Value is not null || d.Before is not null || d.Year is not null)];
    }
}
