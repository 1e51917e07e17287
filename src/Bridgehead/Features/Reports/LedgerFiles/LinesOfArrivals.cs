using System.Runtime.CompilerServices;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>
/// The lines of the ledger of arrivals: every entry of its own, what was taken back as a negative line, so that the foot is the figure.
/// Whole months are read by the month an entry counts in, as figures are; other days by the day the money came.
/// </summary>
public sealed class LinesOfArrivals(BridgeheadDb db, ListEntries entries, ListProjects projects, Words words)
{
    /// <summary>Sums by unit, columns, and the lines, which are read unit by unit while they are taken.</summary>
    internal async Task<(IReadOnlyList<LedgerSum> Sums, IReadOnlyList<LedgerColumn> Columns, IAsyncEnumerable<LedgerLine> Lines, string? Note)> Run(
        IReadOnlyList<Unit> below, (DateOnly From, DateOnly To) span, DateOnly? asOf, CancellationToken cancel)
    {
        var ids = below.Select(u => u.Id).ToList();
        var indicators = await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).ToListAsync(cancel);
        var known = (await entries.Visible(cancel)).Where(e => indicators.Contains(e.IndicatorId) && ids.Contains(e.UnitId) && e.Breakdown == Dimension.None);
        if (asOf is { } day)
        {
            var until = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-8);
            known = known.Where(e => e.RecordedAt < until);
        }
        var (first, last, from, to) = (Months.Of(span.From), Months.Of(span.To), span.From, span.To);
        var months = from.Day == 1 && to == Months.LastDay(last);
        var inside = months ? known.Where(e => e.FromMonth >= first && e.ToMonth <= last) : known.Where(e => e.BusinessDate >= from && e.BusinessDate <= to);
        var asked = inside.Where(e => !e.Whole);
        var sums = (await asked.GroupBy(e => e.UnitId).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(e => e.Value) }).ToListAsync(cancel)).ToDictionary(s => s.Key);
        var kept = below.Where(u => sums.ContainsKey(u.Id) || u.Kind == UnitKind.District).Select(u => sums.TryGetValue(u.Id, out var s) ? new LedgerSum(u, s.Count, s.Fen) : new LedgerSum(u, 0, 0)).ToList();
        var note = await inside.AnyAsync(e => e.Whole, cancel) ? words.Say($"部门调度数据，截至{span.To}；逐笔列示，不含按公布数整笔记入的数") : null;
        return (kept, Columns(), Lines(asked, [.. kept.Where(s => s.Count > 0).Select(s => s.Unit)], await projects.Visible(cancel), cancel), note);
    }

    private IReadOnlyList<LedgerColumn> Columns() =>
    [
        new(words["单位"]), new(words["编号"]), new(words["项目名称"], Width: 34), new(words["投资方"], Width: 26), new(words["到位日期"], TableColumnKind.Date, 12), new(words["计入月份"], Width: 10),
        new(words["到位金额"], TableColumnKind.Money, 15, true), new(words["资金来源"], Width: 12), new(words["依据"], Width: 44), new(words["依据等级"], Width: 10), new(words["说明"], Width: 16),
    ];

    private async IAsyncEnumerable<LedgerLine> Lines(IQueryable<LedgerEntry> asked, IReadOnlyList<Unit> units, IQueryable<Project> visible, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var unit in units)
        {
            var of = unit.Id;
            var rows = from e in asked.Where(e => e.UnitId == of)
                       join v in db.Set<Evidence>() on e.EvidenceId equals v.Id
                       join p in visible on e.ProjectId equals (Guid?)p.Id into known
                       from p in known.DefaultIfEmpty()
                       orderby e.BusinessDate, e.Sequence
                       select new { e.BusinessDate, e.FromMonth, e.Value, e.Origin, e.ReversesSequence, e.Reason, v.Title, v.Tier, Number = p == null ? null : p.Number, Name = p == null ? null : p.Name, Investor = p == null ? null : p.Investor };
            await foreach (var e in rows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var said = e.ReversesSequence is null ? null : words.Say($"冲销：{e.Reason ?? ""}");
                yield return new LedgerLine(unit,
                    [unit.LabelIn(words), e.Number, e.Name, e.Investor, e.BusinessDate, Months.Text(e.FromMonth), new Money(e.Value).Wan, e.Origin is { } origin ? words[Groups.Name(Dimension.Origin, origin)] : null, e.Title, words.Of(e.Tier), said], e.Value);
            }
        }
    }
}
