namespace Bridgehead.Features.Reports;

/// <summary>What a name in a template stands for: a figure of the period, or a piece of the report.</summary>
/// <param name="Name">The name as it stands in the template.</param>
/// <param name="Shown">What is put in its place; null where whole parts are put.</param>
/// <param name="Address">Where the figure opens; null for words.</param>
public sealed record TemplateValue(string Name, string? Shown, string? Address);

/// <summary>
/// The names a template may use. A figure is an indicator's name or code, with what of it is told after a full stop: 到位资金, 到位资金.同比,
/// arrived-funds.completion. Words are 标题, 单位, 报告期, 数据截止日, 署名, 成文日期; 正文 and the four parts' names stand for paragraphs.
/// </summary>
public sealed class TemplateNames(WorkReportFacts facts, WorkReport report)
{
    /// <summary>The names that stand for paragraphs.</summary>
    public static readonly IReadOnlyList<string> Parts = ["正文", "基本情况", "主要举措", "存在问题", "下一步工作打算"];

    private static readonly (string Word, string Code, FigureMeasure Measure)[] Measures =
    [
        ("数值", "value", FigureMeasure.Value), ("目标", "target", FigureMeasure.Target), ("完成率", "completion", FigureMeasure.Completion), ("同比", "yoy", FigureMeasure.Yoy),
        ("超欠序时", "pace", FigureMeasure.Pace), ("缺口", "gap", FigureMeasure.Gap),
    ];

    private readonly Figures figures = new(facts, new NumberStyle());

    /// <summary>Names that can be used, for the help on the page.</summary>
    public IEnumerable<string> All =>
        [.. Parts, "标题", "单位", "报告期", "数据截止日", "署名", "成文日期", .. facts.Indicators.SelectMany(fact => new[] { fact.Name, fact.Name + ".目标", fact.Name + ".完成率", fact.Name + ".同比" })];

    /// <summary>What a name stands for; null for a wrong name.</summary>
    public TemplateValue? Of(string name)
    {
        if (Parts.Contains(name)) return new TemplateValue(name, null, null);
        var word = name switch
        {
            "标题" => report.Title,
            "单位" => facts.UnitName,
            "报告期" => PeriodWords.Of(facts).Text,
            "数据截止日" => PeriodWords.Day(facts.AsOf).Text,
            "署名" => report.SignedBy ?? "",
            "成文日期" => report.IssuedOn is { } day ? PeriodWords.Day(day).Text : "",
            _ => null,
        };
        return word is not null ? new TemplateValue(name, word, null) : Figure(name);
    }

    private TemplateValue? Figure(string name)
    {
        var cut = name.LastIndexOf('.');
        var (indicator, told) = cut < 0 ? (name, "value") : (name[..cut], name[(cut + 1)..]);
        var measure = Array.Find(Measures, m => m.Word == told || m.Code == told);
        if (measure.Word is null || facts.Indicators.FirstOrDefault(f => f.Name == indicator || f.Code == indicator) is not { } fact) return null;
        var target = fact.Targets.Count > 0 ? fact.Targets[0] : null;
        var key = figures.Key(fact.Code, measure.Measure, null, measure.Measure is FigureMeasure.Value or FigureMeasure.Yoy ? null : target?.Code);
        var said = measure.Measure switch
        {
            FigureMeasure.Value => figures.Amount(key, fact.Value, fact.Unit),
            FigureMeasure.Target => figures.Amount(key, target?.Value, fact.Unit),
            FigureMeasure.Completion => figures.Percent(key, target is null ? null : fact.Completion(target)),
            FigureMeasure.Yoy => figures.Percent(key, fact.Growth),
            FigureMeasure.Pace => Phrase.Of($"{figures.Percent(key, target is null ? null : Ratio.PaceGap(fact.Completion(target), facts.Months))}"),
            _ => figures.Amount(key, target?.Value - fact.Value, fact.Unit),
        };
        return new TemplateValue(name, said.ToString(), key.Address);
    }
}
