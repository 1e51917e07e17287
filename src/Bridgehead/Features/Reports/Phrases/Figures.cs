using System.Globalization;

namespace Bridgehead.Features.Reports;

/// <summary>Makes the bound numbers of one report: every number that is printed comes from here with its key and address.</summary>
public sealed class Figures(WorkReportFacts facts, Edition edition, NumberStyle style)
{
    /// <summary>How numbers are printed.</summary>
    public NumberStyle Style => style;

    /// <summary>Whether stars stand for all figures.</summary>
    public bool Masked => edition == Edition.Masked;

    /// <summary>Months of the year that the figures cover.</summary>
    public int Months => facts.Months;

    /// <summary>The key of a figure of the report's unit and period.</summary>
    public FigureKey Key(string indicator, FigureMeasure measure = FigureMeasure.Value, string? group = null, string? against = null) =>
        new(indicator, facts.UnitCode, facts.From, facts.To, measure, group, against);

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
        var scale = Scale.Of(Masked ? null : value, unit, style);
        var figure = Bound(key, Whole(value, unit), value is null ? "" : style.Amount(value.Value / scale.Divisor), address);
        return Phrase.Of($"{figure}{new TextRun(scale.Word)}");
    }

    /// <summary>The value of an indicator, in full or with 近 and 逾 where it is said to the nearest step; the figure keeps its exact value.</summary>
    public Phrase Said(IndicatorFact fact)
    {
        if (Masked || fact is not { Value: { } value, SaidToNearest: { } step }) return Amount(Key(fact.Code), fact.Value, fact.Unit);
        var (word, round) = AboutRule.Of(value, step);
        var scale = Scale.Of(round, fact.Unit, style);
        return Phrase.Of($"{new TextRun(word)}{Bound(Key(fact.Code), Whole(value, fact.Unit), style.Amount(round / scale.Divisor), null)}{new TextRun(scale.Word)}");
    }

    /// <summary>An amount in a column's unit, without the unit's word.</summary>
    public BoundFigure InColumn(FigureKey key, long? value, MeasureUnit unit, Scale scale, string? address = null) =>
        Bound(key, Whole(value, unit), value is null ? "" : scale.Divisor == 1 ? style.Amount(value.Value) : style.AmountInColumn(value.Value / scale.Divisor), address);

    /// <summary>A percentage with its sign, as it stands: 51.37%, -3.2%.</summary>
    public Phrase Percent(FigureKey key, decimal? value) =>
        Phrase.Of($"{Bound(key, value, value is null ? "" : style.Percent(value.Value), null)}%");

    /// <summary>A percentage in a column, without its sign.</summary>
    public BoundFigure PercentInColumn(FigureKey key, decimal? value) =>
        Bound(key, value, value is null ? "" : style.PercentInColumn(value.Value), null);

    /// <summary>The size of a percentage or of a distance in points, whose direction the words around it tell.</summary>
    public BoundFigure Size(FigureKey key, decimal? value) => Bound(key, value, value is null ? "" : style.Percent(Math.Abs(value.Value)), null);

    /// <summary>A place in an order.</summary>
    public BoundFigure Place(FigureKey key, int? rank) =>
        Bound(key, rank, rank?.ToString(CultureInfo.InvariantCulture) ?? "", null);

    private BoundFigure Bound(FigureKey key, decimal? value, string digits, string? address) =>
        Masked || value is null
            ? new BoundFigure(key, null, BoundFigure.Star, address ?? key.Address)
            : new BoundFigure(key, value, digits, address ?? key.Address);

    /// <summary>Money in whole 元 or dollars, anything else as it is counted.</summary>
    private static decimal? Whole(long? value, MeasureUnit unit) => unit is MeasureUnit.Yuan or MeasureUnit.Dollar ? value / 100m : value;

    private static string GroupName(GroupKind kind) => kind switch
    {
        GroupKind.Unit => "unit",
        GroupKind.Origin => "origin",
        GroupKind.Industry => "industry",
        _ => "band",
    };
}
