namespace Bridgehead.Features.Reports;

/// <summary>How far a target is reached, and how that stands against the months gone by, or at the end of the year against the whole.</summary>
public static class CompletionRule
{
    /// <summary>完成年度目标任务660亿元的51.37%，高于序时进度1.37个百分点.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact, TargetFact target) => Say(
        figures, target, fact.Unit, fact.Completion(target), fact.LowerIsBetter, (measure, against) => figures.Key(fact.Code, measure, null, against));

    /// <summary>The same of a group's own target.</summary>
    public static Phrase Say(Figures figures, IndicatorFact fact, GroupFact group, TargetFact target) => Say(
        figures, target, fact.Unit, Ratio.Percent(group.Value, target.Value), fact.LowerIsBetter, (measure, against) => figures.Key(fact, group, measure, against));

    /// <summary>高于（低于）序时进度, 与序时进度持平; for a whole year 超额, 全面完成 or 距目标任务差; within one point 略 and 仅 say so. Where less is better: 超出 and 控制在目标以内.</summary>
    public static Phrase Against(Figures figures, FigureKey key, decimal? completion, bool lowerIsBetter = false)
    {
        var wholeYear = figures.Months == 12;
        var gap = Ratio.PaceGap(completion, figures.Months);
        var size = figures.Size(key, gap);
        if (gap is null)
            return wholeYear ? Phrase.Of($"与目标任务相差{size}个百分点") : Phrase.Of($"与序时进度相差{size}个百分点");
        if (figures.Style.PrintsAsZero(gap.Value)) return PrintedEven(wholeYear, gap.Value);
        if (wholeYear && lowerIsBetter) return gap > 0 ? Phrase.Of($"超出目标任务{size}个百分点") : Phrase.Of($"控制在目标任务以内，低{size}个百分点");
        return (wholeYear, gap > 0) switch
        {
            (true, true) => Phrase.Of($"超额完成{size}个百分点"),
            (true, false) => Phrase.Of($"距目标任务差{size}个百分点"),
            (false, true) => Phrase.Of($"高于序时进度{size}个百分点"),
            (false, false) => Phrase.Of($"低于序时进度{size}个百分点"),
        };
    }

    private static Phrase Say(
        Figures figures, TargetFact target, MeasureUnit unit, decimal? completion, bool lowerIsBetter, Func<FigureMeasure, string?, FigureKey> key)
    {
        var amount = figures.Amount(key(FigureMeasure.Target, target.Code), target.Value, unit);
        var percent = figures.Percent(key(FigureMeasure.Completion, target.Code), completion);
        var against = Against(figures, key(FigureMeasure.Pace, target.Code), completion, lowerIsBetter);
        return Phrase.Of($"完成{new TextRun(target.SetBy ?? "年度")}目标任务{amount}的{percent}，{against}");
    }

    private static Phrase PrintedEven(bool wholeYear, decimal gap) => (wholeYear, gap < 0) switch
    {
        (true, true) => Phrase.Of($"基本完成目标任务"),
        (true, false) => Phrase.Of($"全面完成目标任务"),
        _ => Phrase.Of($"与序时进度持平"),
    };
}
