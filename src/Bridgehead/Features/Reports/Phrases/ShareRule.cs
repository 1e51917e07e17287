namespace Bridgehead.Features.Reports;

/// <summary>占比: a group's part of the whole.</summary>
public static class ShareRule
{
    /// <summary>占41.06%; nothing where the whole is not known or zero.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact, GroupFact group) =>
        fact.Value is null or 0 ? Phrase.Nothing
            : Phrase.Of($"占{figures.Percent(figures.Key(fact, group, FigureMeasure.Share), Ratio.Percent(group.Value, fact.Value))}");
}
