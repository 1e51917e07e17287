using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Ledger;

/// <summary>One indicator over one span, seen from any unit or group: computes each figure from the sums that were read.</summary>
internal sealed class FigureView(
    Indicator indicator, Months span, IEnumerable<Rollup> sums, IReadOnlyCollection<Target> targets, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> children, FigureView? comparable = null)
{
    private readonly List<Rollup> all = [.. sums];
    private readonly Dictionary<(Dimension, string), Tiling> tilings = [];

    /// <summary>A measure that only counts whole things.</summary>
    public Indicator Indicator => indicator;

    /// <summary>Whether anything is known of a unit or what is below it.</summary>
    public bool Knows(Guid unit) =>
        all.Exists(s => s.UnitId == unit && s.Stands) || targets.Any(t => t.UnitId == unit)
        || (children.GetValueOrDefault(unit) ?? []).Any(Knows);

    /// <summary>A figure with its base and its targets.</summary>
    public Figure Of(Guid unit, (Dimension Dimension, string Key) group, string key, string name)
    {
        var (value, entries) = Value(unit, group, span);
        return new Figure(key, name, value, entries)
        {
            Base = Value(unit, group, span.YearBefore).Value, Targets = Attained(unit, group, value),
            Comparable = comparable is null ? null : (comparable.Value(unit, group, span).Value, comparable.Value(unit, group, span.YearBefore).Value),
        };
    }

    /// <summary>The parts by one side, in their order, and what is in no group.</summary>
    public IReadOnlyList<Figure> Parts(Guid unit, Dimension side, Figure whole)
    {
        var parts = Keys(side).Select(key => Of(unit, (side, key), key, Groups.Name(side, key))).Where(f => f.Value is not null || f.Targets.Count > 0)
            .Select(f => f with { Share = Ratio.Share(f.Value, whole.Value) }).ToList();
        var single = parts.Where(p => !Groups.Sums.ContainsKey(p.Key)).ToList();
        var rest = whole.Value - single.Sum(p => p.Value ?? 0);
        if (side is Dimension.Origin or Dimension.Industry && rest > 0 && single.Exists(p => p.Value is not null))
            parts.Add(new Figure("unspecified", "未分类", rest, 0) { Share = Ratio.Share(rest, whole.Value) });
        return parts;
    }

    /// <summary>What has to be known to read a unit's figure right.</summary>
    /// <param name="unit">Which unit.</param>
    /// <param name="whole">Its figure.</param>
    /// <param name="versions">Every version of the indicator: each is a series of its own (domain rule 4.1).</param>
    public IReadOnlyList<FormattableString> Notes(Guid unit, Figure whole, IReadOnlyCollection<Indicator> versions)
    {
        var notes = new List<FormattableString>();
        var before = versions.Where(v => v.ScopeVersion < indicator.ScopeVersion).MaxBy(v => v.ScopeVersion);
        if (before is not null && indicator.BeginsWithin(span)) notes.Add($"第{indicator.ScopeVersion}版口径自{indicator.ValidFrom!.Value}起；此前按第{before.ScopeVersion}版，另成一列，那时的数和目标不在内");
        else if (before is not null && whole.Comparable is null && indicator.BeginsWithin(span.YearBefore)) notes.Add($"上年同期按第{before.ScopeVersion}版口径，不能直接相比；可在“同比按”里指定可比序列");
        if (versions.Where(v => v.ScopeVersion > indicator.ScopeVersion && v.ValidFrom <= Months.LastDay(span.To)).MinBy(v => v.ScopeVersion) is { ValidFrom: { } start } next)
            notes.Add($"{start}起改用第{next.ScopeVersion}版口径，其后的数另成一列，不在内");
        foreach (var (_, from, to) in Tiles((Dimension.None, "")).Unsplit.Distinct())
            notes.Add($"只有{Months.Text(from)}至{Months.Text(to)}的合计数，无法拆分出所查月份");
        foreach (var side in new[] { Dimension.Origin, Dimension.Industry })
        {
            var sum = Keys(side).Where(k => !Groups.Sums.ContainsKey(k)).Sum(k => Value(unit, (side, k), span).Value ?? 0);
            if (whole.Value is { } total && sum > total)
                notes.Add($"分组合计{UnitOfMeasure.Text(sum, indicator.Display)}大于总数{UnitOfMeasure.Text(total, indicator.Display)}，请核对来源");
        }
        return notes;
    }

    /// <summary>The value of a group over a span.</summary>
    public (long? Value, long Entries) Value(Guid unit, (Dimension Dimension, string Key) group, Months over) => indicator.Aggregation == Aggregation.Stock
        ? Stock.At(unit, over.To, Rows(group), children)
        : Tiles(group).Of(unit, over);

    /// <summary>The sums a value is made of, by unit and month.</summary>
    public IReadOnlyList<Rollup> Made(Guid unit, (Dimension Dimension, string Key) group)
    {
        var used = new List<Rollup>();
        if (indicator.Aggregation == Aggregation.Stock) Stock.At(unit, span.To, Rows(group), children, used);
        else new Tiling(Rows(group), children).Of(unit, span, used);
        return used;
    }

    /// <summary>How much of a unit's whole is proved how well: of exactly the sums it is made of.</summary>
    public IReadOnlyList<TierShare> Tiers(Guid unit)
    {
        var made = Made(unit, (Dimension.None, "")).Select(s => (s.UnitId, s.FromMonth, s.ToMonth, s.Whole)).ToHashSet();
        var parts = all.Where(s => s.Dimension == Dimension.Tier && s.Stands && made.Contains((s.UnitId, s.FromMonth, s.ToMonth, s.Whole)))
            .GroupBy(s => Enum.Parse<EvidenceTier>(s.Key)).Select(g => (Tier: g.Key, Value: g.Sum(s => s.Value))).OrderBy(p => p.Tier).ToList();
        var whole = parts.Sum(p => p.Value);
        return [.. parts.Select(p => new TierShare(p.Tier, p.Value, Ratio.Share(p.Value, whole)))];
    }

    private List<Attainment> Attained(Guid unit, (Dimension Dimension, string Key) group, long? value) => span.IsYearToDate
        ? [.. targets.Where(t => t.UnitId == unit && t.Dimension == group.Dimension && t.Key == group.Key).OrderBy(t => t.SetBy).Select(t =>
        {
            var completion = Ratio.Completion(value, t.Value);
            return new Attainment(t.SetBy, t.Value, completion, Ratio.Pace(completion, span.Count), t.Source);
        })]
        : [];

    /// <summary>The groups of a side anything is known or asked of, in their order.</summary>
    public IEnumerable<string> Keys(Dimension side)
    {
        var present = all.Where(s => s.Dimension == side && s.Stands).Select(s => s.Key)
            .Concat(targets.Where(t => t.Dimension == side).Select(t => t.Key)).ToHashSet();
        return Groups.All.Where(g => g.Dimension == side && present.Contains(g.Key)).Select(g => g.Key)
            .Concat(present.Where(k => !Groups.All.Any(g => g.Dimension == side && g.Key == k)).Order(StringComparer.Ordinal));
    }

    private Tiling Tiles((Dimension Dimension, string Key) group)
    {
        if (!tilings.TryGetValue(group, out var tiling)) tilings.Add(group, tiling = new Tiling(Rows(group), children));
        return tiling;
    }

    /// <summary>The sums of a group; where a statement gives a composite group itself it goes before the sum of its members.</summary>
    private List<Rollup> Rows((Dimension Dimension, string Key) group)
    {
        var own = all.Where(s => s.Dimension == group.Dimension && s.Key == group.Key).ToList();
        if (!Groups.Sums.TryGetValue(group.Key, out var members)) return own;
        var stated = own.Where(s => s.Stands).Select(s => (s.UnitId, s.FromMonth, s.ToMonth, s.Whole)).ToHashSet();
        return [.. own, .. all.Where(s => s.Dimension == group.Dimension && members.Contains(s.Key) && s.Stands)
            .GroupBy(s => (s.UnitId, s.FromMonth, s.ToMonth, s.Whole)).Where(g => !stated.Contains(g.Key))
            .Select(g => new Rollup
            {
                IndicatorId = indicator.Id, UnitId = g.Key.UnitId, FromMonth = g.Key.FromMonth, ToMonth = g.Key.ToMonth, Whole = g.Key.Whole,
                Dimension = group.Dimension, Key = group.Key, Value = g.Sum(s => s.Value), Entries = g.Sum(s => s.Entries),
            })];
    }
}
