using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>
/// Proves the ledger: numbers without a gap, every hash following from the one before, the head where the last entry is, every reversal
/// the exact opposite of what it takes back, every stored sum equal to the sum of its entries, and every closed month as it was when it was closed.
/// </summary>
public sealed class VerifyLedger(BridgeheadDb db)
{
    /// <summary>What is wrong, in sentences; empty when all is well. Reads the ledger once, in constant memory but for the sums.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default)
    {
        var wrong = new List<FormattableString>();
        var (number, hash) = (0L, ChainHead.Genesis);
        var sums = new Dictionary<(Guid, Guid, int, int, bool, Dimension, string), (long Value, long Entries)>();
        var closes = new VerifyCloses(db, await Definitions.Of(db, cancel), await db.Set<MonthClose>().AsNoTracking().OrderBy(c => c.Month).ToListAsync(cancel));
        var entries = from e in db.Set<LedgerEntry>().AsNoTracking() join v in db.Set<Evidence>() on e.EvidenceId equals v.Id orderby e.Sequence select new { Entry = e, v.Tier };
        await foreach (var row in entries.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var entry = row.Entry;
            if (entry.Sequence != number + 1) wrong.Add($"数据台账第{number + 1}条缺失");
            if (entry.PreviousHash != hash || entry.Hash != entry.HashAfter(entry.PreviousHash)) wrong.Add($"数据台账第{entry.Sequence}条与其校验值不符");
            (number, hash) = (entry.Sequence, entry.Hash);
            closes.Take(entry, wrong);
            foreach (var part in Rollup.Of(entry, row.Tier))
            {
                var sum = sums.GetValueOrDefault(part.Place);
                sums[part.Place] = (checked(sum.Value + part.Value), sum.Entries + part.Entries);
            }
            if (wrong.Count >= 100) return wrong;
        }
        var head = await db.Set<ChainHead>().AsNoTracking().SingleAsync(h => h.Chain == "ledger", cancel);
        if (head.Sequence != number || head.Hash != hash) wrong.Add($"数据台账末尾应为第{head.Sequence}条，实有{number}条");
        await closes.Finish(sums, wrong, cancel);
        await CompareReversals(wrong, cancel);
        await CompareSums(sums, wrong, cancel);
        return wrong;
    }

    private async Task CompareReversals(List<FormattableString> wrong, CancellationToken cancel)
    {
        var unequal = await db.Set<LedgerEntry>().AsNoTracking().Where(r => r.ReversesSequence != null)
            .Where(r => !db.Set<LedgerEntry>().Any(e => e.Sequence == r.ReversesSequence && e.Value == -r.Value && e.UnitId == r.UnitId
                && e.IndicatorId == r.IndicatorId && ((e.FromMonth == r.FromMonth && e.ToMonth == r.ToMonth && e.Whole == r.Whole) || (e.ToMonth < r.FromMonth && !r.Whole) || (e.FromMonth < r.FromMonth && e.ToMonth == r.ToMonth && !r.Whole))))
            .OrderBy(r => r.Sequence).Select(r => r.Sequence).Take(20).ToListAsync(cancel);
        wrong.AddRange(unequal.Select(number => (FormattableString)$"数据台账第{number}条不是其所冲销分录的等额反向分录"));
    }

    private async Task CompareSums(
        Dictionary<(Guid, Guid, int, int, bool, Dimension, string), (long Value, long Entries)> sums, List<FormattableString> wrong, CancellationToken cancel)
    {
        await foreach (var stored in db.Set<Rollup>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var sum = sums.GetValueOrDefault(stored.Place);
            sums.Remove(stored.Place);
            if (sum != (stored.Value, stored.Entries))
                wrong.Add($"汇总与分录不符：指标{stored.IndicatorId}，单位{stored.UnitId}，{stored.FromMonth}至{stored.ToMonth}，汇总{stored.Value}，分录合计{sum.Value}");
        }
        foreach (var (place, sum) in sums) wrong.Add($"缺少汇总：指标{place.Item1}，单位{place.Item2}，{place.Item3}至{place.Item4}，分录合计{sum.Value}");
    }
}
