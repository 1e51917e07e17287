namespace Bridgehead.Features.Reports;

/// <summary>The place in an order that somebody else keeps.</summary>
public static class StandingRule
{
    /// <summary>居全省第3位, 并列全省第3位; nothing where no place is recorded.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact)
    {
        if (fact.Standing is not { } standing) return Phrase.Nothing;
        var place = figures.Place(figures.Key(fact.Code, FigureMeasure.Rank, null, standing.Among), standing.Rank);
        var verb = standing.Tied && !figures.Masked && standing.Rank is not null ? "并列" : "居";
        return Phrase.Of($"{new TextRun(verb)}{new TextRun(standing.Among)}第{place}位");
    }
}
