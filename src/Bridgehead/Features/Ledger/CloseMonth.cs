using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>
/// Closes the next month for the whole city: proves the ledger, then, under the lock every entry takes, keeps the figures as they are published and
/// the hashes by which a later change would show. There is no way back (domain rules 5.5 and 14).
/// </summary>
public sealed class CloseMonth(BridgeheadDb db, Figures figures, ScopedUnits scope, OneState one, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Closes it. Refused for anybody outside the bureau, a month that is not over or not the next, a ledger that does not prove, and something left open without a word about it.</summary>
    public async Task<MonthClose> Run(int month, CloseState state, string? note, CancellationToken cancel = default)
    {
        Refusal.Unless(asker.IsOfBureau, $"关账面向全市，由市级主管部门的审核人员办理");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Refusal.Unless(month < Months.Of(today), $"{Months.Text(month)}还没有过完，不能关账", "Input.Month");
        Refusal.When(state.IsOpen && string.IsNullOrWhiteSpace(note), $"还有{state.Unreported}个项目未报月报、{state.UnderReview}张凭证在审、{state.Undecided}对疑似重复未处理；仍要关账，请写明说明", "Input.Note");
        Next(await ClosedBooks.Of(db, cancel), month);
        // proved before the lock is taken: those who enter figures do not wait for it
        var wrong = await one.Read((VerifyLedger verify) => verify.Run(cancel), cancel);
        Refusal.When(wrong.Count > 0, $"数据台账校验发现{wrong.Count}处问题，不能关账；请先处理");
        return await Keep(month, state, note ?? "", (asker.UserId, asker.Name), clock.GetUtcNow().UtcDateTime, cancel);
    }

    /// <summary>Keeps what is closed, under the lock of the ledger.</summary>
    internal async Task<MonthClose> Keep(int month, CloseState state, string note, (Guid? Id, string Name) by, DateTime at, CancellationToken cancel)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        var books = await ClosedBooks.Of(db, cancel);
        Next(books, month);
        var head = await db.Set<ChainHead>().AsNoTracking().SingleAsync(h => h.Chain == "ledger", cancel);
        var close = new MonthClose(month, books, state, note, by, at) { Sequence = head.Sequence, LedgerHash = head.Hash };
        var (first, last) = (close.FirstMonth, close.Month);
        close.SumsHash = MonthClose.HashOf(await db.Set<Rollup>().AsNoTracking().Where(r => r.ToMonth >= first && r.ToMonth <= last && r.Dimension != Dimension.Tier).ToListAsync(cancel));
        var published = await Published(close, cancel);
        close.FiguresHash = MonthClose.HashOf(published);
        db.Add(close);
        await db.SaveChangesAsync(cancel);
        await BulkInsert.Into(db, published, cancel);
        (work.Subject, work.Reason) = (close.Id, close.Note.Length > 0 ? close.Note : null);
        return close;
    }

    private static void Next(ClosedBooks books, int month)
    {
        Refusal.When(books.To > 0 && month <= books.To, $"{Months.Text(month)}已经关账，关账不能重做，也不能打开", "Input.Month");
        Refusal.When(books.To > 0 && month != books.FirstOpen, $"关账须逐月进行，下一个是{Months.Text(books.FirstOpen)}", "Input.Month");
    }

    /// <summary>The figures of every unit that knows any, of the month and from January, whole and by group.</summary>
    private async Task<List<ClosedFigure>> Published(MonthClose close, CancellationToken cancel)
    {
        var (month, year) = (new Months(close.Month, close.Month), new Months(close.Month / 100 * 100 + 1, close.Month));
        var (units, indicators) = (await scope.All(cancel), await figures.Current(Months.LastDay(close.Month), cancel));
        var (ids, tree, read, sides) = (units.Select(u => u.Id).ToList(), Figures.Tree(units), new SumsOf(db), Enum.GetValues<Dimension>());
        var kept = new List<ClosedFigure>();
        foreach (var indicator in indicators)
        {
            var sums = await read.Read([indicator.Id], ids, indicator.Aggregation == Aggregation.Stock ? Figures.Beginning : year.From, year.To, sides, null, cancel);
            if (sums.Count == 0) continue;
            var view = new FigureView(indicator, year, sums, [], tree);
            foreach (var unit in units.Where(u => view.Knows(u.Id)))
                foreach (var group in Sides.SelectMany(side => side == Dimension.None ? [(side, "")] : view.Keys(side).Select(key => (side, key))))
                    if (Figure(close, view, unit, group, month, year) is { } figure) kept.Add(figure);
        }
        return kept;
    }

    private static readonly Dimension[] Sides = [Dimension.None, Dimension.Origin, Dimension.Industry, Dimension.Band];

    private static ClosedFigure? Figure(MonthClose close, FigureView view, Unit unit, (Dimension Side, string Key) group, Months month, Months year)
    {
        var ((cumulative, entries), alone) = (view.Value(unit.Id, group, year), view.Value(unit.Id, group, month).Value);
        if (cumulative is null && alone is null) return null;
        var tiers = group.Side == Dimension.None ? view.Tiers(unit.Id).ToDictionary(t => t.Tier, t => t.Value) : [];
        return new ClosedFigure
        {
            CloseId = close.Id, IndicatorId = view.Indicator.Id, UnitId = unit.Id, Dimension = group.Side, Key = group.Key, MonthValue = alone, YearValue = cumulative, Entries = entries,
            Declared = tiers.GetValueOrDefault(EvidenceTier.Declared), Documented = tiers.GetValueOrDefault(EvidenceTier.Documented),
            CrossChecked = tiers.GetValueOrDefault(EvidenceTier.CrossChecked), Audited = tiers.GetValueOrDefault(EvidenceTier.Audited),
        };
    }
}
