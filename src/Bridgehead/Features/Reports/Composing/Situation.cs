namespace Bridgehead.Features.Reports;

/// <summary>一、基本情况: what was reached, of what it consists, who reached it, and where the projects stand.</summary>
internal sealed class Situation(WorkReportFacts facts, Figures figures, Edition edition)
{
    public Part Write()
    {
        var draft = new Draft();
        draft.Section("目标任务完成情况", facts.Indicators.Select(Achieved));
        draft.Section("结构情况", facts.Indicators.SelectMany(Structure));
        var units = new UnitComparison(facts, figures);
        draft.Section("各单位完成情况", facts.Indicators.SelectMany(units.Write));
        if (facts.Projects is { } projects) draft.Section("项目推进情况", new ProjectProgress(facts, projects, figures).Write());
        draft.Notes(facts, ReportPart.Situation, edition);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"{PeriodWords.Of(facts)}，{new TextRun(facts.Whole)}指标和项目暂无记录"));
        return draft.As(ReportPart.Situation);
    }

    private Paragraph Achieved(IndicatorFact fact)
    {
        var value = figures.Said(fact);
        var projects = fact.Projects is null ? Phrase.Nothing
            : Phrase.Of($"涉及项目{figures.Amount(figures.Key(fact.Code, FigureMeasure.Count), fact.Projects, MeasureUnit.Piece)}");
        var head = Phrase.Of($"{PeriodWords.Of(facts)}，{new TextRun(facts.Whole)}{Verb(fact)}{fact.Name}{value}");
        return Draft.Sentences(
            Phrase.Join("，", [head, projects, GrowthRule.Say(figures, fact), StandingRule.Say(figures, fact)]),
            Phrase.Join("；", fact.Targets.Select(target => CompletionRule.Say(figures, fact, target))));
    }

    private static TextRun Verb(IndicatorFact fact) =>
        new(fact.Name.StartsWith('新') || fact.Name.StartsWith("累计", StringComparison.Ordinal) ? "" : "累计");

    private IEnumerable<Block> Structure(IndicatorFact fact)
    {
        foreach (var (kind, view) in new[] { (GroupKind.Origin, "来源"), (GroupKind.Industry, "产业"), (GroupKind.Band, "规模") })
        {
            var groups = fact.By(kind);
            if (groups.Count > 0) yield return Draft.Sentences(Phrase.Of(
                $"{fact.Name}从{new TextRun(view)}看，{Phrase.Join("；", groups.Select(group => Group(fact, group)))}"));
        }
    }

    private Phrase Group(IndicatorFact fact, GroupFact group)
    {
        var value = figures.Amount(figures.Key(fact, group, FigureMeasure.Value), group.Value, fact.Unit);
        var projects = group.Projects is null ? Phrase.Nothing
            : Phrase.Of($"项目{figures.Amount(figures.Key(fact, group, FigureMeasure.Count), group.Projects, MeasureUnit.Piece)}");
        return Phrase.Join("，",
        [
            Phrase.Of($"{group.Name}{value}"), projects, ShareRule.Say(figures, fact, group), GrowthRule.Say(figures, fact, group),
            .. group.Targets.Select(target => CompletionRule.Say(figures, fact, group, target)),
        ]);
    }
}
