using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>The lines of the ledgers of projects. A project stands once: under the unit that owns it, or where that is out of sight under the park it lands in or the office it came from.</summary>
public sealed class LinesOfProjects(ListProjects list, ScopedUnits scope, Words words)
{
    private static readonly LedgerFileKind[] Late = [LedgerFileKind.NewlySigned, LedgerFileKind.Started, LedgerFileKind.Producing];

    /// <summary>Sums by unit, columns, and the lines, which are read unit by unit while they are taken.</summary>
    internal async Task<(IReadOnlyList<LedgerSum> Sums, IReadOnlyList<LedgerColumn> Columns, IAsyncEnumerable<LedgerLine> Lines, string? Note)> Run(
        LedgerFileKind kind, IReadOnlyList<Unit> below, (DateOnly From, DateOnly To) span, long leastFen, DateOnly today, CancellationToken cancel)
    {
        var ids = below.Select(u => u.Id).ToList();
        var asked = Asked(await list.Visible(cancel), kind, span);
        if (leastFen > 0) asked = asked.Where(p => p.AmountFen >= leastFen);
        asked = asked.Where(p => ids.Contains(p.UnitId) || (p.ParkId != null && ids.Contains(p.ParkId.Value)) || (p.SourceUnitId != null && ids.Contains(p.SourceUnitId.Value)));
        var sums = await asked.GroupBy(p => new { p.UnitId, p.ParkId, p.SourceUnitId }).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
        var found = sums.ToLookup(s => ids.Contains(s.Key.UnitId) ? s.Key.UnitId : s.Key.ParkId is { } park && ids.Contains(park) ? park : s.Key.SourceUnitId!.Value);
        var kept = below.Where(u => found.Contains(u.Id) || u.Kind is UnitKind.District).Select(u => new LedgerSum(u, found[u.Id].Sum(s => s.Count), found[u.Id].Sum(s => s.Fen))).ToList();
        return (kept, Columns(kind), Lines(kind, asked, [.. kept.Where(s => s.Count > 0).Select(s => s.Unit)], ids, await scope.All(cancel), span, cancel), Note(kind, span.To, today));
    }

    /// <summary>Which days the columns are of, where they are of more than one.</summary>
    private string? Note(LedgerFileKind kind, DateOnly to, DateOnly today)
    {
        var late = Late.Contains(kind) ? words["；按项目日期列示，指标按入账月份统计，补录的项目计入入账当月"] : "";
        return kind == LedgerFileKind.Stalled || to >= today ? late.Length == 0 ? null : words.Say($"部门调度数据，截至{to}") + late
            : words.Say($"部门调度数据，截至{to}；目前阶段、最近进展、累计到位为{today}的情况") + late;
    }

    private static IQueryable<Project> Asked(IQueryable<Project> projects, LedgerFileKind kind, (DateOnly From, DateOnly To) span)
    {
        var (from, to) = span;
        return kind switch
        {
            LedgerFileKind.Leads => projects.Where(p => p.OpenedOn >= from && p.OpenedOn <= to),
            LedgerFileKind.NewlySigned => projects.Where(p => p.SignedOn >= from && p.SignedOn <= to),
            LedgerFileKind.Started => projects.Where(p => p.StartedOn >= from && p.StartedOn <= to),
            LedgerFileKind.Producing => projects.Where(p => p.ProducedOn >= from && p.ProducedOn <= to),
            _ => projects.Where(p => p.Health != Health.Normal && p.StageOrder < Stage.SideOrder && p.OpenedOn <= to),
        };
    }

    private IReadOnlyList<LedgerColumn> Columns(LedgerFileKind kind)
    {
        LedgerColumn[] who = [new(words["单位"]), new(words["编号"]), new(words["项目名称"], Width: 34), new(words["投资方"], Width: 26), new(words["来源地"], Width: 10), new(words["行业"], Width: 16)];
        var amount = new LedgerColumn(kind == LedgerFileKind.Leads ? words["意向投资额"] : words["协议投资额"], TableColumnKind.Money, 15, true);
        return kind switch
        {
            LedgerFileKind.Leads => [.. who, amount, new(words["登记日期"], TableColumnKind.Date, 12), new(words["信息来源单位"]), new(words["目前阶段"], Width: 10), new(words["最近进展"], TableColumnKind.Date, 12)],
            LedgerFileKind.NewlySigned => [.. who, amount, new(words["签约日期"], TableColumnKind.Date, 12), new(words["累计到位"], TableColumnKind.Money, 15, true), new(words["目前阶段"], Width: 10), new(words["落地园区"])],
            LedgerFileKind.Started => [.. who, amount, new(words["签约日期"], TableColumnKind.Date, 12), new(words["开工日期"], TableColumnKind.Date, 12), new(words["开工类型"], Width: 12), new(words["累计到位"], TableColumnKind.Money, 15, true), new(words["落地园区"])],
            LedgerFileKind.Producing => [.. who, amount, new(words["开工日期"], TableColumnKind.Date, 12), new(words["投产日期"], TableColumnKind.Date, 12), new(words["累计到位"], TableColumnKind.Money, 15, true), new(words["落地园区"])],
            _ => [.. who, amount, new(words["目前阶段"], Width: 10), new(words["进入阶段"], TableColumnKind.Date, 12), new(words["健康状况"], Width: 10), new(words["最近进展"], TableColumnKind.Date, 12), new(words["未动天数"], TableColumnKind.Number, 10)],
        };
    }

    private async IAsyncEnumerable<LedgerLine> Lines(LedgerFileKind kind, IQueryable<Project> asked, IReadOnlyList<Unit> units, IReadOnlyList<Guid> ids, IReadOnlyList<Unit> all, (DateOnly From, DateOnly To) span, [EnumeratorCancellation] CancellationToken cancel)
    {
        var named = all.ToDictionary(u => u.Id, u => u.LabelIn(words));
        string? Name(Guid? id) => id is { } one && named.TryGetValue(one, out var name) ? name : null;
        foreach (var unit in units)
        {
            var of = unit.Id;
            var mine = asked.Where(p => p.UnitId == of
                || (!ids.Contains(p.UnitId) && (p.ParkId == of || ((p.ParkId == null || !ids.Contains(p.ParkId.Value)) && p.SourceUnitId == of))));
            await foreach (var p in mine.OrderBy(Day(kind)).ThenBy(p => p.Number).Select(p => new Row(
                p.Number, p.Name, p.Investor, p.OriginPlace, p.Origin, p.Industry, p.AmountFen, p.OpenedOn, p.SourceUnitId, p.StageOrder, p.LastProgressOn, p.SignedOn, p.ArrivedFen, p.ParkId, p.StartedOn, p.StartKind, p.ProducedOn, p.StageSince, p.Health))
                .AsAsyncEnumerable().WithCancellation(cancel))
            {
                object?[] who = [unit.LabelIn(words), p.Number, p.Name, p.Investor, p.OriginPlace ?? (p.Origin is { } origin ? words.Of(origin) : null), p.Industry, Wan(p.AmountFen)];
                var arrived = Late.Contains(kind) ? Wan(p.ArrivedFen) : null;
                object?[] rest = kind switch
                {
                    LedgerFileKind.Leads => [p.OpenedOn, Name(p.SourceUnitId), words[Stage.Of(p.StageOrder).Name], p.LastProgressOn],
                    LedgerFileKind.NewlySigned => [p.SignedOn, arrived, words[Stage.Of(p.StageOrder).Name], Name(p.ParkId)],
                    LedgerFileKind.Started => [p.SignedOn, p.StartedOn, p.StartKind is { } start ? words.Of(start) : null, arrived, Name(p.ParkId)],
                    LedgerFileKind.Producing => [p.StartedOn, p.ProducedOn, arrived, Name(p.ParkId)],
                    _ => [words[Stage.Of(p.StageOrder).Name], p.StageSince, words.Of(p.Health), p.LastProgressOn, span.To.DayNumber - p.LastProgressOn.DayNumber],
                };
                yield return new LedgerLine(unit, [.. who, .. rest], p.AmountFen);
            }
        }
    }

    private static Expression<Func<Project, DateOnly?>> Day(LedgerFileKind kind) => kind switch
    {
        LedgerFileKind.Leads => p => p.OpenedOn,
        LedgerFileKind.NewlySigned => p => p.SignedOn,
        LedgerFileKind.Started => p => p.StartedOn,
        LedgerFileKind.Producing => p => p.ProducedOn,
        _ => p => p.LastProgressOn,
    };

    /// <summary>In 万元, exact; nothing where nothing is known.</summary>
    private static decimal? Wan(long fen) => fen == 0 ? null : new Money(fen).Wan;

    private sealed record Row(
        string Number, string Name, string? Investor, string? OriginPlace, Origin? Origin, string? Industry, long AmountFen, DateOnly OpenedOn, Guid? SourceUnitId, int StageOrder, DateOnly LastProgressOn,
        DateOnly? SignedOn, long ArrivedFen, Guid? ParkId, DateOnly? StartedOn, StartKind? StartKind, DateOnly? ProducedOn, DateOnly StageSince, Health Health);
}
