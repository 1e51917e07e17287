namespace Bridgehead.Features.Reports;

/// <summary>Makes the bound numbers of one report: every number that is printed comes from here with its key and address.</summary>
public sealed class Figures(WorkReportFacts facts, NumberStyle style)
{
    private readonly Dictionary<string, int> scopes = facts.Indicators.GroupBy(fact => fact.Code).ToDictionary(same => same.Key, same => same.First().Scope);

    /// <summary>How numbers are printed.</summary>
    public NumberStyle Style => style;

    /// <summary>Months of the year that the figures cover.</summary>
    public int Months => facts.Months;

    /// <summary>The key of a figure of the report's unit and period.</summary>
    public FigureKey Key(string indicator, FigureMeasure measure = FigureMeasure.Value, string? group = null, string? against = null) =>
        new(indicator, facts.UnitCode, facts.From, facts.To, measure, group, against, scopes.GetValueOrDefault(indicator, 1));

    /// <summary>The key of a group's figure; a unit's figure is its own, not a part of the whole's.</summary>
    public FigureKey Key(IndicatorFact indicator, GroupFact group, FigureMeasure measure, string? against = null) =>
        group.By == GroupKind.Unit && measure != FigureMeasure.Share
            ? Key(indicator.Code, measure, null, against) with { Unit = group.Code }
            : Key(indicator.Code, measure, $"{GroupName(group.By)}:{group.Code}", against);

    /// <summary>A figure of next year, for the targets that are set already.</summary>
    public FigureKey NextYear(string indicator, FigureMeasure measure) =>
        Key(indicator, measure) with { From = facts.From.AddYears(1), To = new DateOnly(facts.Year + 1, 12, 31) };

    /// <summary>An amount with its unit: 339.05亿元, 80个.</summary>
    public Phrase Amount(FigureKey key, long? value, MeasureUnit unit, string? address = null)
    {
        var scale = Scale.Of(value, unit, style);
        return Phrase.Of($"{Bound(key, Whole(value, unit), new NumberShape(scale.Divisor / Minor(unit), style.AmountDecimals), address)}{new TextRun(scale.Word)}");
    }

    /// <summary>A plain count with its word: 80个, 3场.</summary>
    public Phrase Count(string code, long? value, string word, string? address = null, string? group = null) =>
        Phrase.Of($"{Bound(Key(code, FigureMeasure.Count, group), value, NumberShape.Plain, address)}{new TextRun(word)}");

    /// <summary>The value of an indicator, in full or with 近, 逾 and 约 where it is said to the nearest step; the figure keeps its exact value.</summary>
    public Phrase Said(IndicatorFact fact)
    {
        if (fact is not { Value: { } value, SaidToNearest: { } step }) return Amount(Key(fact.Code), fact.Value, fact.Unit);
        var (word, round) = AboutRule.Of(value, step);
        var scale = Scale.Of(round, fact.Unit, style);
        var shape = new NumberShape(scale.Divisor / Minor(fact.Unit), style.AmountDecimals, Step: step / (long)Minor(fact.Unit));
        return Phrase.Of($"{new TextRun(word)}{Bound(Key(fact.Code), Whole(value, fact.Unit), shape, null)}{new TextRun(scale.Word)}");
    }

    /// <summary>An amount in a column's unit, without the unit's word.</summary>
    public BoundFigure InColumn(FigureKey key, long? value, MeasureUnit unit, Scale scale, string? address = null) =>
        Bound(key, Whole(value, unit), new NumberShape(scale.Divisor / Minor(unit), style.AmountDecimals, Fixed: scale.Divisor != 1), address);

    /// <summary>A percentage with its sign, as it stands: 51.37%, -3.2%.</summary>
    public Phrase Percent(FigureKey key, decimal? value) => Phrase.Of($"{Bound(key, value, new NumberShape(1, style.PercentDecimals), null)}%");

    /// <summary>A percentage in a column, without its sign.</summary>
    public BoundFigure PercentInColumn(FigureKey key, decimal? value) => Bound(key, value, new NumberShape(1, style.PercentDecimals, Fixed: true), null);

    /// <summary>The size of a percentage or of a distance in points, whose direction the words around it tell.</summary>
    public BoundFigure Size(FigureKey key, decimal? value) => Bound(key, value, new NumberShape(1, style.PercentDecimals, Absolute: true), null);

    /// <summary>A place in an order.</summary>
    public BoundFigure Place(FigureKey key, int? rank) => Bound(key, rank, NumberShape.Plain, null);

    private static BoundFigure Bound(FigureKey key, decimal? value, NumberShape shape, string? address) =>
        new(key, value, value is { } known ? shape.Print(known) : BoundFigure.Star, address ?? key.Address) { Shape = shape };

    /// <summary>Money in whole 元 or dollars, anything else as it is counted.</summary>
    private static decimal? Whole(long? value, MeasureUnit unit) => value / Minor(unit);

    private static decimal Minor(MeasureUnit unit) => unit is MeasureUnit.Yuan or MeasureUnit.Dollar ? 100m : 1m;

    private static string GroupName(GroupKind kind) => kind switch
    {
        GroupKind.Unit => "unit",
        GroupKind.Origin => "origin",
        GroupKind.Industry => "industry",
        _ => "band",
    };
}
