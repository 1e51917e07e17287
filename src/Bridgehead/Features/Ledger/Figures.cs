using Bridgehead.Features.Organisations;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Answers every question for a figure: value, share, targets, completion, pace, year on year, rank. Nothing shown anywhere comes from another place.</summary>
public sealed class Figures(BridgeheadDb db, ScopedUnits scope)
{
    internal const int Beginning = 199001;

    /// <summary>The answer to one question. The unit must be in the asker's scope.</summary>
    public async Task<FigureAnswer> Answer(FigureQuestion question, CancellationToken cancel = default)
    {
        var (indicator, unit, span) = (question.Indicator, question.Unit, question.Span);
        var below = await scope.Under(unit, cancel);
        var ids = below.Select(u => u.Id).ToList();
        var sums = await new SumsOf(db).Read([indicator.Id], ids, From(indicator, span), span.To, Enum.GetValues<Dimension>(), question.AsOf, cancel);
        var targets = await new TargetsInForce(db).Read([indicator.Id], ids, span.Year, null, question.AsOf, cancel);
        var tree = Tree(below);
        var other = await Comparable(indicator, span, cancel);
        var view = new FigureView(indicator, span, sums, targets, tree, other is null ? null
            : new FigureView(other, span, await new SumsOf(db).Read([other.Id], ids, From(other, span), span.To, Enum.GetValues<Dimension>(), question.AsOf, cancel), [], tree));
        var total = view.Value(unit.Id, (Dimension.None, ""), span).Value;
        var whole = view.Of(unit.Id, question.Group, "", "");
        whole = whole with { Share = Ratio.Share(whole.Value, total) };
        var parts = question.ByUnit
            ? Ranked(indicator.Direction, [.. below.Where(u => u.ParentId == unit.Id && view.Knows(u.Id)).Select(u => Shared(view.Of(u.Id, question.Group, u.Code, u.Label), whole))])
            : question.By == Dimension.None ? [] : view.Parts(unit.Id, question.By, whole);
        var printed = await db.Set<PublishedRatio>().AsNoTracking()
            .Where(p => p.IndicatorId == indicator.Id && p.UnitId == unit.Id && p.FromMonth == span.From && p.ToMonth == span.To).ToListAsync(cancel);
        return new FigureAnswer(question, whole, parts, [.. printed.Select(p => PrintedCheck.Of(p, view, unit.Id))], view.Notes(unit.Id, whole, await db.Set<Indicator>().AsNoTracking().Where(i => i.Code == indicator.Code).ToListAsync(cancel)),
            [.. view.Made(unit.Id, question.Group).Join(below, s => s.UnitId, u => u.Id, (s, u) => new FigurePlace(u, s.FromMonth, s.ToMonth, s.Whole, s.Dimension, s.Key, s.Value, s.Entries))])
        {
            Tiers = question.Group.Dimension == Dimension.None ? view.Tiers(unit.Id) : [], Published = await Published(question, cancel),
            Official = await db.Set<OfficialFigure>().AsNoTracking().Where(f => f.UnitId == unit.Id && f.IndicatorCode == indicator.Code && f.FromMonth == span.From && f.ToMonth == span.To).OrderByDescending(f => f.Id).FirstOrDefaultAsync(cancel),
            Fields = question.ByField ? await Fields(question, ids, cancel) : [],
        };
    }

    /// <summary>The series a definition is compared on in a span; null for its own.</summary>
    private async Task<Indicator?> Comparable(Indicator indicator, Months span, CancellationToken cancel) =>
        indicator.ComparableTo is not { } name || name == indicator.Code || name == $"{indicator.Code}@{indicator.ScopeVersion}" ? null : await Named(name, Months.LastDay(span.To), cancel);

    private async Task<IReadOnlyList<FieldPart>> Fields(FigureQuestion question, IReadOnlyCollection<Guid> units, CancellationToken cancel)
    {
        var (indicator, from, to) = (question.Indicator.Id, question.Span.From, question.Span.To);
        var entries = db.Set<LedgerEntry>().AsNoTracking();
        if (question.AsOf is { } day)
        {
            var until = SumsOf.EndOf(day);
            entries = entries.Where(e => e.RecordedAt < until);
        }
        var sums = await entries.Where(e => e.IndicatorId == indicator && units.Contains(e.UnitId) && e.FromMonth >= from && e.ToMonth <= to && !e.Whole && e.Breakdown == Dimension.None && e.Sector != null)
            .GroupBy(e => e.Sector!).Select(g => new { g.Key, Value = g.Sum(e => e.Value), Entries = g.Sum(e => e.ReversesSequence == null ? 1 : -1) }).ToListAsync(cancel);
        var fields = IndustryField.InForce(await db.Set<IndustryField>().AsNoTracking().ToListAsync(cancel), Months.LastDay(to));
        return [.. fields.Select(f => (Field: f, In: sums.Where(s => f.Covers(s.Key)).ToList())).Where(x => x.In.Count > 0).Select(x => new FieldPart(x.Field, x.In.Sum(s => s.Value), x.In.Sum(s => (long)s.Entries)))];
    }

    /// <summary>How well the figures of a unit are proved, for each indicator: what stands beside the figures of an overview.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<TierShare>>> Tiers(Unit unit, Months span, CancellationToken cancel = default)
    {
        var indicators = await Current(Months.LastDay(span.To), cancel);
        var below = await scope.Under(unit, cancel);
        var (ids, read) = (below.Select(u => u.Id).ToList(), new SumsOf(db));
        var added = (await read.AddedTiers([.. indicators.Where(i => i.Aggregation == Aggregation.Flow).Select(i => i.Id)], ids, span, cancel)).ToLookup(t => t.Indicator);
        var single = indicators.Where(i => i.Aggregation == Aggregation.Stock || added[i.Id].Any(t => t.Whole)).ToList();
        var sums = single.Count == 0 ? [] : await read.Read([.. single.Select(i => i.Id)], ids, Beginning, span.To, [Dimension.None, Dimension.Tier], null, cancel);
        return indicators.ToDictionary(i => i.Id, i => single.Contains(i)
            ? new FigureView(i, span, sums.Where(s => s.IndicatorId == i.Id), [], Tree(below)).Tiers(unit.Id)
            : [.. added[i.Id].OrderBy(t => t.Tier).Select(t => new TierShare(t.Tier, t.Value, Ratio.Share(t.Value, added[i.Id].Sum(a => a.Value))))]);
    }

    /// <summary>What was published of a question at a close: of a month alone, or cumulative from January.</summary>
    private async Task<PublishedAtClose?> Published(FigureQuestion question, CancellationToken cancel)
    {
        var (indicator, unit, span, (side, key)) = (question.Indicator.Id, question.Unit.Id, question.Span, question.Group);
        if (question.AsOf is not null || !(span.IsYearToDate || span.From == span.To)) return null;
        return await db.Set<ClosedFigure>().Join(db.Set<MonthClose>(), f => f.CloseId, c => c.Id, (f, c) => new { f, c })
            .Where(x => x.c.Month == span.To && x.f.IndicatorId == indicator && x.f.UnitId == unit && x.f.Dimension == side && x.f.Key == key)
            .Select(x => new PublishedAtClose(x.c.Month, span.IsYearToDate ? x.f.YearValue : x.f.MonthValue, x.c.At)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Every indicator of a unit at once, and of the units directly below: what the cockpit shows. One read of the sums and one of the targets; growth on the comparable series where the definition names one.</summary>
    public async Task<IReadOnlyList<(Indicator Indicator, Figure Whole, IReadOnlyList<Figure> Units)>> Overview(
        Unit unit, Months span, CancellationToken cancel = default)
    {
        var indicators = await Current(Months.LastDay(span.To), cancel);
        var below = await scope.Under(unit, cancel);
        var ids = below.Select(u => u.Id).ToList();
        var all = indicators.Select(i => i.Id).ToList();
        var compared = new Dictionary<Guid, Indicator>();
        foreach (var indicator in indicators) if (await Comparable(indicator, span, cancel) is { } other) compared.Add(indicator.Id, other);
        var sums = (await Sums([.. indicators.Concat(compared.Values).DistinctBy(i => i.Id)], ids, span, cancel)).ToLookup(s => s.IndicatorId);
        var targets = (await new TargetsInForce(db).Read(all, ids, span.Year, Dimension.None, null, cancel)).ToLookup(t => t.IndicatorId);
        var tree = Tree(below);
        return [.. indicators.Select(indicator =>
        {
            var other = compared.GetValueOrDefault(indicator.Id);
            var view = new FigureView(indicator, span, sums[indicator.Id], [.. targets[indicator.Id]], tree, other is null ? null : new FigureView(other, span, sums[other.Id], [], tree));
            var whole = view.Of(unit.Id, (Dimension.None, ""), "", "");
            var units = below.Where(u => u.ParentId == unit.Id && view.Knows(u.Id)).Select(u => Shared(view.Of(u.Id, (Dimension.None, ""), u.Code, u.Label), whole));
            return (indicator, whole, Ranked(indicator.Direction, [.. units]));
        })];
    }

    /// <summary>The sums an overview needs: of the span and of the one a year before, added up by the database but where statements have to be laid side by side.</summary>
    private async Task<IEnumerable<Rollup>> Sums(IReadOnlyList<Indicator> indicators, IReadOnlyCollection<Guid> units, Months span, CancellationToken cancel)
    {
        var stocks = indicators.Where(i => i.Aggregation == Aggregation.Stock).Select(i => i.Id).ToHashSet();
        var (read, flows) = (new SumsOf(db), indicators.Select(i => i.Id).Where(id => !stocks.Contains(id)).ToList());
        var added = await read.Added(flows, units, span, cancel);
        var stated = added.Where(r => r.Whole).Select(r => r.IndicatorId).ToHashSet();
        return added.Where(r => !stated.Contains(r.IndicatorId))
            .Concat(stated.Count == 0 ? [] : await read.Read(stated, units, span.YearBefore.From, span.To, [Dimension.None], null, cancel))
            .Concat(stocks.Count == 0 ? [] : await read.Read(stocks, units, Beginning, span.To, [Dimension.None], null, cancel));
    }

    /// <summary>The indicators whose definition holds on a day, the newest version of each, in order.</summary>
    public async Task<IReadOnlyList<Indicator>> Current(DateOnly day, CancellationToken cancel = default) =>
        [.. (await db.Set<Indicator>().AsNoTracking().Where(i => (i.ValidFrom == null || i.ValidFrom <= day) && (i.ValidTo == null || i.ValidTo >= day)).ToListAsync(cancel))
            .GroupBy(i => i.Code).Select(versions => versions.MaxBy(i => i.ScopeVersion)!).OrderBy(i => i.Order).ThenBy(i => i.Code)];

    /// <summary>The indicator that goes by a name, code or alias on a day; "code@2" asks for one version. Null when there is none.</summary>
    public async Task<Indicator?> Named(string name, DateOnly day, CancellationToken cancel = default)
    {
        var wanted = name.Trim();
        if (wanted.Split('@') is [var code, var version] && int.TryParse(version, out var scopeVersion))
            return await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == code && i.ScopeVersion == scopeVersion, cancel);
        var current = await Current(day, cancel);
        return current.FirstOrDefault(i => i.Code == wanted || i.Name == wanted) ?? current.FirstOrDefault(i => i.IsCalled(wanted));
    }

    private static int From(Indicator indicator, Months span) => indicator.Aggregation == Aggregation.Stock ? Beginning : span.YearBefore.From;

    internal static Dictionary<Guid, IReadOnlyList<Guid>> Tree(IEnumerable<Unit> units) => units.Where(u => u.ParentId is not null)
        .GroupBy(u => u.ParentId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<Guid>)[.. g.Select(u => u.Id)]);

    private static Figure Shared(Figure part, Figure whole) => part with { Share = Ratio.Share(part.Value, whole.Value) };

    private static IReadOnlyList<Figure> Ranked(Direction direction, IReadOnlyList<Figure> figures)
    {
        decimal? Score(Figure figure) => figures.Any(f => f.Target?.Completion is not null) ? figure.Target?.Completion : figure.Value;
        return [.. figures.Select(f => f with { Rank = Score(f) is { } mine ? 1 + figures.Count(other => direction.IsBetter(Score(other), mine)) : null })];
    }
}
