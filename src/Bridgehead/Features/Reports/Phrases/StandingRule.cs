namespace Bridgehead.Features.Reports;

/// <summary>The place in an order that somebody else keeps.</summary>
public static class StandingRule
{
    /// <summary>居全省首位（第1位）, 居全省第3位, 并列全省第3位, 居全省第*位; nothing where no place is asked for.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact)
    {
        if (fact.Standing is not { } standing) return Phrase.Nothing;
        var place = figures.Place(figures.Key(fact.Code, FigureMeasure.Rank, null, standing.Among), standing.Rank);
        var among = new TextRun(standing.Among);
        if (standing is { Rank: 1, Tied: false }) return Phrase.Of($"居{among}首位（第{place}位）");
        return standing.Tied && standing.Rank is not null ? Phrase.Of($"并列{among}第{place}位") : Phrase.Of($"居{among}第{place}位");
    }
}
