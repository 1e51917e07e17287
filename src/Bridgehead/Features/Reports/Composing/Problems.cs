namespace Bridgehead.Features.Reports;

/// <summary>三、存在问题: only what the figures show, each by its rule and threshold.</summary>
internal sealed class Problems(WorkReportFacts facts, Figures figures, Edition edition)
{
    public Part Write()
    {
        var draft = new Draft();
        draft.Section("部分目标任务进度滞后", Draft.Sentences(facts.Indicators.SelectMany(Behind)));
        draft.Section("各单位推进不平衡", Draft.Sentences(facts.Indicators.Select(UnitsBehind)));
        draft.Section("部分指标同比下降", Draft.Sentences(facts.Indicators.Where(fact => fact.Growth < 0).Select(Fallen)));
        draft.Section("结构较为集中", Draft.Sentences(facts.Indicators.SelectMany(Concentrated)));
        if (facts.Projects is { } projects)
        {
            draft.Section("签约项目转化不足", Draft.Sentences(projects.Tallies.Select(tally => LowRate(projects, tally))));
            draft.Section("部分项目推进缓慢", Draft.Sentences(projects.Stalled.Where(stalled => stalled.Count is null or > 0).SelectMany(Stalled)));
            draft.Section("资金到位率偏低", Draft.Sentences(LowArrival(projects)));
        }
        draft.Notes(facts, ReportPart.Problems, edition);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"对照目标任务和项目记录，按现行口径未发现应当列报的问题"));
        return draft.As(ReportPart.Problems);
    }

    private IEnumerable<Phrase> Behind(IndicatorFact fact) => fact.Targets
        .Where(target => Ratio.PaceGap(fact.Completion(target), facts.Months) < 0)
        .Select(target => Phrase.Of($"{fact.Name}{CompletionRule.Say(figures, fact, target)}"));

    private Phrase UnitsBehind(IndicatorFact fact)
    {
        var behind = fact.By(GroupKind.Unit).Where(unit => Ratio.PaceGap(unit.Completion, facts.Months) < 0).ToList();
        if (behind.Count == 0) return Phrase.Nothing;
        var count = figures.Amount(figures.Key(fact.Code, FigureMeasure.Count, "units-behind"), behind.Count, MeasureUnit.Piece, figures.Key(fact.Code).Address + "&by=unit");
        var measure = new TextRun(facts.Months == 12 ? "未完成目标任务" : "低于序时进度");
        var names = figures.Masked ? Phrase.Nothing
            : Phrase.Of($"，分别为{Phrase.Join("、", Placing.ByCompletion(behind).Select(line => Lagging(fact, line.Group)))}");
        return Phrase.Of($"{fact.Name}{measure}的单位有{count}{names}");
    }

    private Phrase Lagging(IndicatorFact fact, GroupFact unit)
    {
        var code = unit.Targets[0].Code;
        return Phrase.Of($"{unit.Name}（{CompletionRule.Against(figures, figures.Key(fact, unit, FigureMeasure.Pace, code), unit.Completion)}）");
    }

    private Phrase Fallen(IndicatorFact fact) => Phrase.Of($"{fact.Name}{GrowthRule.Say(figures, fact)}");

    private IEnumerable<Phrase> Concentrated(IndicatorFact fact) => fact.Groups
        .Where(group => group.By is GroupKind.Origin or GroupKind.Industry && Ratio.Percent(group.Value, fact.Value) > facts.Thresholds.Concentration)
        .Select(group => Phrase.Of($"{fact.Name}中，{group.Name}{ShareRule.Say(figures, fact, group)}，{Bound(group)}较为集中"));

    private static TextRun Bound(GroupFact group) => new(group.By == GroupKind.Origin ? "来源" : "产业");

    private Phrase LowRate(ProjectFacts projects, ProjectTally tally)
    {
        var rate = Ratio.Percent(tally.Count, projects.NewlySigned?.Count);
        if (tally.RateName is null || !(rate < facts.Thresholds.ProjectRate)) return Phrase.Nothing;
        return Phrase.Of($"新签约项目{tally.RateName}为{figures.Percent(figures.Key(tally.Code, FigureMeasure.Share), rate)}，低于预警值");
    }

    private IEnumerable<Phrase> Stalled(StalledFact stalled)
    {
        var count = figures.Amount(figures.Key("stalled-" + stalled.Code, FigureMeasure.Count), stalled.Count, MeasureUnit.Piece, stalled.Address);
        yield return stalled.Reasons.Count == 0 ? Phrase.Of($"{stalled.Name}{count}，原因暂无记录")
            : Phrase.Of($"{stalled.Name}{count}，按原因分：{Phrase.Join("、", stalled.Reasons.Select(reason => Reason(stalled, reason)))}");
    }

    private Phrase Reason(StalledFact stalled, StallReason reason) => Phrase.Of(
        $"{reason.Name}{figures.Amount(figures.Key("stalled-" + stalled.Code, FigureMeasure.Count, "reason:" + reason.Code), reason.Count, MeasureUnit.Piece, stalled.Address)}");

    private Phrase LowArrival(ProjectFacts projects) => projects.ArrivalRate < facts.Thresholds.ArrivalRate
        ? Phrase.Of($"履约项目资金到位率为{figures.Percent(figures.Key(projects.ArrivedCode, FigureMeasure.Completion, null, projects.ContractedCode), projects.ArrivalRate)}，低于预警值")
        : Phrase.Nothing;
}
