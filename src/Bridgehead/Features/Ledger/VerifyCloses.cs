using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Proves the closed months while the ledger is read: nothing was entered for a month after it was closed, its sums and published figures are what they were.</summary>
internal sealed class VerifyCloses(BridgeheadDb db, Definitions indicators, IReadOnlyList<MonthClose> closes)
{
    private int passed;

    /// <summary>Looks at the next entry of the ledger.</summary>
    public void Take(LedgerEntry entry, List<FormattableString> wrong)
    {
        while (passed < closes.Count && closes[passed].Sequence < entry.Sequence) passed++;
        if (passed < closes.Count && closes[passed].Sequence == entry.Sequence && closes[passed].LedgerHash != entry.Hash) wrong.Add($"{Months.Text(closes[passed].Month)}关账时的台账校验值与第{entry.Sequence}条不符");
        if (passed == 0) return;
        var close = closes[passed - 1];
        if (entry.ToMonth <= close.Month && (!entry.Whole || entry.ToMonth >= close.BooksFrom || indicators.IsStock(entry.IndicatorId)))
            wrong.Add($"数据台账第{entry.Sequence}条记在已关账的{Months.Text(entry.ToMonth)}");
    }

    /// <summary>Compares what the entries give with what was kept at each close.</summary>
    public async Task Finish(Dictionary<(Guid, Guid, int, int, bool, Dimension, string), (long Value, long Entries)> sums, List<FormattableString> wrong, CancellationToken cancel)
    {
        if (closes.Count == 0) return;
        var months = sums.ToLookup(s => s.Key.Item4, s => new Rollup
        {
            IndicatorId = s.Key.Item1, UnitId = s.Key.Item2, FromMonth = s.Key.Item3, ToMonth = s.Key.Item4, Whole = s.Key.Item5, Dimension = s.Key.Item6, Key = s.Key.Item7, Value = s.Value.Value, Entries = s.Value.Entries,
        });
        foreach (var close in closes)
        {
            if (MonthClose.HashOf(new Months(close.FirstMonth, close.Month).Each().SelectMany(m => months[m])) != close.SumsHash) wrong.Add($"{Months.Text(close.Month)}的数据与关账时不同");
            if (MonthClose.HashOf(await db.Set<ClosedFigure>().AsNoTracking().Where(f => f.CloseId == close.Id).ToListAsync(cancel)) != close.FiguresHash) wrong.Add($"{Months.Text(close.Month)}关账时公布的数据被改动");
        }
    }
}
