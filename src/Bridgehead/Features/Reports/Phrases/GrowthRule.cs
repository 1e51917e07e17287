namespace Bridgehead.Features.Reports;

/// <summary>同比: 增长, 下降 or 持平 with the size of the change; nothing where there is no base.</summary>
public static class GrowthRule
{
    /// <summary>Says the growth of an indicator.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact) =>
        Say(figures, figures.Key(fact.Code, FigureMeasure.Yoy), fact.Growth, fact.HasBase);

    /// <summary>Says the growth of a group.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact, GroupFact group) =>
        Say(figures, figures.Key(fact, group, FigureMeasure.Yoy), group.Growth, group.HasBase);

    private static Phrase Say(Figures figures, FigureKey key, decimal? growth, bool hasBase)
    {
        if (!hasBase) return Phrase.Nothing;
        var size = figures.Size(key, growth);
        if (growth is null) return Phrase.Of($"同比{size}%");
        if (growth == 0) return Phrase.Of($"与上年同期持平");
        if (figures.Style.PrintsAsZero(growth.Value)) return Phrase.Of($"与上年同期基本持平");
        return growth > 0 ? Phrase.Of($"同比增长{size}%") : Phrase.Of($"同比下降{size}%");
    }
}
