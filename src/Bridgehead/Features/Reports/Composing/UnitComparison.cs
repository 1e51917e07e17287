namespace Bridgehead.Features.Reports;

/// <summary>
/// The units below, by completion: a sentence, a table, and above the table of the first indicator whose units all have targets a chart of it.
/// </summary>
internal sealed class UnitComparison(WorkReportFacts facts, Figures figures)
{
    public IEnumerable<Block> Write(IndicatorFact fact)
    {
        var units = fact.By(GroupKind.Unit);
        if (units.Count == 0) yield break;
        var placed = Placing.ByCompletion(units, fact.LowerIsBetter);
        var known = placed.Where(line => line.Place is not null).ToList();
        if (known.Count > 0) yield return Draft.Sentences(Phrase.Of($"{fact.Name}{Listing(fact, known)}"));
        var table = Tabulate(fact, placed);
        yield return ReferenceEquals(fact, Drawn) ? new Charting(table) : table;
    }

    /// <summary>The first indicator whose units all have a target.</summary>
    private IndicatorFact? Drawn => facts.Indicators.FirstOrDefault(one => one.By(GroupKind.Unit).Count > 1 && one.By(GroupKind.Unit).All(unit => unit.Targets.Count > 0));

    private Phrase Listing(IndicatorFact fact, List<(GroupFact Group, int? Place)> known)
    {
        // all alike, one alone, or an order: each in its own words
        var order = known.Count == 1 ? "完成率为" : known.TrueForAll(line => line.Place == 1) ? "完成率均为" : fact.LowerIsBetter ? "完成率由低到高依次为" : "完成率由高到低依次为";
        var shown = known.TrueForAll(line => line.Place == 1) ? known.Take(1) : known;
        return known.Count > 1 && shown.Count() == 1
            ? Phrase.Of($"{new TextRun(order)}{figures.Percent(figures.Key(fact, known[0].Group, FigureMeasure.Completion, known[0].Group.Targets[0].Code), known[0].Group.Completion)}")
            : Phrase.Of($"{new TextRun(order)}{Phrase.Join("、", shown.Select(line => Completed(fact, line.Group)))}");
    }

    private Phrase Completed(IndicatorFact fact, GroupFact unit) =>
        Phrase.Of($"{Named.Unit(unit.Name)}{figures.Percent(figures.Key(fact, unit, FigureMeasure.Completion, unit.Targets[0].Code), unit.Completion)}");

    /// <summary>A column stands only where some unit has a number in it.</summary>
    private Tabulation Tabulate(IndicatorFact fact, IReadOnlyList<(GroupFact Group, int? Place)> lines)
    {
        var scale = Scale.OfColumn(fact.Unit, lines.SelectMany(line => line.Group.Targets.Take(1).Select(target => target.Value).Append(line.Group.Value)));
        var (aimed, grown) = (lines.Any(line => line.Group.Targets.Count > 0), lines.Any(line => line.Group.HasBase));
        (TableColumn Column, string Unit, bool Told)[] columns =
        [
            (new("单位", 30, false), "", true), (new("完成", 16, true), scale.Word, true), (new("目标", 16, true), "", aimed), (new("完成率", 14, true), "%", aimed),
            (new("同比", 14, true), aimed ? "" : "%", grown), (new("位次", 10, true), "位", aimed),
        ];
        return new Tabulation(
            Phrase.Of($"{PeriodWords.Of(facts)}各单位{fact.Name}完成情况"),
            "单位：" + string.Join('、', columns.Where(column => column.Told && column.Unit.Length > 0).Select(column => column.Unit)),
            [.. columns.Where(column => column.Told).Select(column => column.Column)],
            [.. lines.Select(line => (IReadOnlyList<Phrase>)[.. Row(fact, line.Group, line.Place, scale).Where((_, at) => columns[at].Told)])]);
    }

    private IReadOnlyList<Phrase> Row(IndicatorFact fact, GroupFact unit, int? place, Scale scale)
    {
        var target = unit.Targets.Count > 0 ? unit.Targets[0] : null;
        FigureKey Key(FigureMeasure measure) => figures.Key(fact, unit, measure, target?.Code);
        return
        [
            new Phrase([Named.Unit(unit.Name)]),
            Cell(figures.InColumn(figures.Key(fact, unit, FigureMeasure.Value), unit.Value, fact.Unit, scale)),
            target is null ? Dash : Cell(figures.InColumn(Key(FigureMeasure.Target), target.Value, fact.Unit, scale)),
            target is null ? Dash : Cell(figures.PercentInColumn(Key(FigureMeasure.Completion), unit.Completion)),
            !unit.HasBase ? Dash : Cell(figures.PercentInColumn(figures.Key(fact, unit, FigureMeasure.Yoy), unit.Growth)),
            target is null ? Dash : Cell(figures.Place(Key(FigureMeasure.Rank), place)),
        ];
    }

    private static Phrase Dash => Phrase.Of($"—");

    private static Phrase Cell(BoundFigure figure) => Phrase.Of($"{figure}");
}
