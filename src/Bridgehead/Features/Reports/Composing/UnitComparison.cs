namespace Bridgehead.Features.Reports;

/// <summary>
/// The units below, by completion: a sentence and a table. The masked edition keeps the fixed administrative order,
/// for the order alone would tell who leads.
/// </summary>
internal sealed class UnitComparison(WorkReportFacts facts, Figures figures)
{
    public IEnumerable<Block> Write(IndicatorFact fact)
    {
        var units = fact.By(GroupKind.Unit);
        if (units.Count == 0) yield break;
        var placed = Placing.ByCompletion(units);
        var known = placed.Where(line => line.Place is not null).ToList();
        if (known.Count > 0) yield return Draft.Sentences(Phrase.Of($"{fact.Name}{Listing(fact, units, known)}"));
        yield return Tabulate(fact, figures.Masked ? [.. units.Select(unit => placed.First(line => line.Group == unit))] : placed);
    }

    private Phrase Listing(IndicatorFact fact, IReadOnlyList<GroupFact> units, List<(GroupFact Group, int? Place)> known)
    {
        var order = figures.Masked ? "完成率分别为" : known.Count > 1 ? "完成率由高到低依次为" : "完成率为";
        var shown = figures.Masked ? [.. units.Where(unit => unit.Completion is not null)] : known.Select(line => line.Group);
        return Phrase.Of($"{new TextRun(order)}{Phrase.Join("、", shown.Select(unit => Completed(fact, unit)))}");
    }

    private Phrase Completed(IndicatorFact fact, GroupFact unit) =>
        Phrase.Of($"{unit.Name}{figures.Percent(figures.Key(fact, unit, FigureMeasure.Completion, unit.Targets[0].Code), unit.Completion)}");

    private Tabulation Tabulate(IndicatorFact fact, IEnumerable<(GroupFact Group, int? Place)> lines)
    {
        var scale = Scale.OfColumn(fact.Unit);
        var columns = new TableColumn[]
        {
            new("单位", 30, false), new("完成", 16, true), new("目标", 16, true), new("完成率", 14, true), new("同比", 14, true), new("位次", 10, true),
        };
        return new Tabulation(
            Phrase.Of($"{PeriodWords.Of(facts)}各单位{fact.Name}完成情况"), $"单位：{scale.Word}、%、位", columns,
            [.. lines.Select(line => Row(fact, line.Group, line.Place, scale))]);
    }

    private IReadOnlyList<Phrase> Row(IndicatorFact fact, GroupFact unit, int? place, Scale scale)
    {
        var target = unit.Targets.Count > 0 ? unit.Targets[0] : null;
        FigureKey Key(FigureMeasure measure) => figures.Key(fact, unit, measure, target?.Code);
        return
        [
            Phrase.Of($"{unit.Name}"),
            Cell(figures.InColumn(figures.Key(fact, unit, FigureMeasure.Value), unit.Value, fact.Unit, scale)),
            target is null ? Dash : Cell(figures.InColumn(Key(FigureMeasure.Target), target.Value, fact.Unit, scale)),
            target is null ? Dash : Cell(figures.PercentInColumn(Key(FigureMeasure.Completion), unit.Completion)),
            unit.Base is null or <= 0 ? Dash : Cell(figures.PercentInColumn(figures.Key(fact, unit, FigureMeasure.Yoy), unit.Growth)),
            target is null ? Dash : Cell(figures.Place(Key(FigureMeasure.Rank), place)),
        ];
    }

    private static Phrase Dash => Phrase.Of($"—");

    private static Phrase Cell(BoundFigure figure) => Phrase.Of($"{figure}");
}
