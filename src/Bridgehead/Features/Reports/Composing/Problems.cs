namespace Bridgehead.Features.Reports;

/// <summary>三、存在问题: only what the figures show, each by its rule and threshold, the largest first.</summary>
internal sealed class Problems(WorkReportFacts facts, Figures figures)
{
    public Part Write()
    {
        var draft = new Draft();
        foreach (var problem in Find()) draft.Section(problem.Title, Draft.Sentences(problem.Evidence));
        draft.Notes(facts, ReportPart.Problems);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"对照目标任务和项目记录，按现行口径未发现应当列报的问题"));
        return draft.As(ReportPart.Problems);
    }

    /// <summary>The problems in the order of their size; of one size, in the order of the rules.</summary>
    public IReadOnlyList<FoundProblem> Find() =>
        [.. Targets().Concat(Projects()).Concat(new WeakPoints(facts, figures).Find()).Where(problem => problem.Evidence.Any(sentence => !sentence.IsNothing)).OrderByDescending(problem => problem.Size)];

    private IEnumerable<FoundProblem> Targets()
    {
        var gaps = facts.Indicators.SelectMany(fact => fact.Targets.Select(target => fact.Gap(fact.Completion(target), facts.Months) ?? 0)).ToList();
        yield return new FoundProblem("behind", Telling.Behind, gaps.DefaultIfEmpty().Max(), [.. facts.Indicators.SelectMany(Behind)]);
        var shares = facts.Indicators.Select(fact => (All: fact.By(GroupKind.Unit).Count, Late: fact.By(GroupKind.Unit).Count(unit => IsBehind(fact, unit)))).Select(u => Ratio.Percent(u.Late, u.All) ?? 0).ToList();
        yield return new FoundProblem("units", "各单位推进不平衡", shares.DefaultIfEmpty().Max(), [.. facts.Indicators.Select(UnitsBehind)]);
        yield return new FoundProblem("fallen", Telling.Fallen, -facts.Indicators.Where(fact => !fact.LowerIsBetter).Select(fact => fact.Growth ?? 0).DefaultIfEmpty().Min(), [.. facts.Indicators.Where(fact => !fact.LowerIsBetter && fact.Growth < 0).Select(Fallen)]);
        var concentrated = facts.Indicators.SelectMany(fact => fact.Groups.Where(group => IsConcentrated(fact, group)).Select(group => (Fact: fact, Group: group))).ToList();
        yield return new FoundProblem("concentrated", "结构较为集中", concentrated.Select(c => Ratio.Percent(c.Group.Value, c.Fact.Value) ?? 0).DefaultIfEmpty().Max() - facts.Thresholds.Concentration,
            [.. concentrated.GroupBy(c => c.Group.By).Select(by => Phrase.Of($"{Phrase.Join("、", by.Select(c => Phrase.Of($"{c.Fact.Name}中{c.Group.Name}{ShareRule.Say(figures, c.Fact, c.Group)}")))}，{Bound(by.Key)}较为集中"))]);
    }

    private IEnumerable<FoundProblem> Projects()
    {
        if (facts.Projects is not { } projects) yield break;
        var rates = projects.Tallies.Where(tally => tally.RateName is not null).Select(tally => facts.Thresholds.ProjectRate - (Ratio.Percent(tally.Count, projects.NewlySigned?.Count) ?? facts.Thresholds.ProjectRate)).DefaultIfEmpty().Max();
        yield return new FoundProblem("conversion", Telling.Conversion, rates, [.. projects.Tallies.Select(tally => LowRate(projects, tally))]);
        var stalled = projects.Stalled.Where(stalled => stalled.Count is null or > 0).ToList();
        var share = stalled.Select(s => Ratio.Percent(s.Count, projects.Pipeline ?? projects.Stages.Sum(stage => stage.Count)) ?? 0).DefaultIfEmpty().Max();
        yield return new FoundProblem("stalled", "部分项目推进缓慢", share, [.. stalled.SelectMany(Stalled)]);
        yield return new FoundProblem("arrival", Telling.Arrival, facts.Thresholds.ArrivalRate - (projects.ArrivalRate ?? facts.Thresholds.ArrivalRate), [LowArrival(projects)]);
    }

    private bool IsBehind(IndicatorFact fact, GroupFact unit) => fact.IsBehind(unit.Completion, facts.Months);

    private IEnumerable<Phrase> Behind(IndicatorFact fact) => fact.Targets
        .Where(target => fact.IsBehind(fact.Completion(target), facts.Months))
        .Select(target => Phrase.Of($"{fact.Name}{CompletionRule.Say(figures, fact, target)}"));

    private Phrase UnitsBehind(IndicatorFact fact)
    {
        var behind = fact.By(GroupKind.Unit).Where(unit => IsBehind(fact, unit)).ToList();
        if (behind.Count == 0) return Phrase.Nothing;
        var count = figures.Amount(figures.Key(fact.Code, FigureMeasure.Count, "units-behind"), behind.Count, MeasureUnit.Piece, figures.Key(fact.Code).Address + "&by=unit");
        var measure = new TextRun((facts.Months == 12, fact.LowerIsBetter) switch { (true, true) => "超出目标任务", (true, _) => "未完成目标任务", (_, true) => "高于序时进度", _ => "低于序时进度" });
        var named = new TextRun(behind.Count == 1 ? "为" : "分别为");
        return Phrase.Of($"{fact.Name}{measure}的单位有{count}，{named}{Phrase.Join("、", Placing.ByCompletion(behind, fact.LowerIsBetter).Select(line => Lagging(fact, line.Group)))}");
    }

    private Phrase Lagging(IndicatorFact fact, GroupFact unit)
    {
        var code = unit.Targets[0].Code;
        return Phrase.Of($"{Named.Unit(unit.Name)}（{CompletionRule.Against(figures, figures.Key(fact, unit, FigureMeasure.Pace, code), unit.Completion, fact.LowerIsBetter)}）");
    }

    private Phrase Fallen(IndicatorFact fact) => Phrase.Of($"{fact.Name}{GrowthRule.Say(figures, fact)}");

    /// <summary>More than the threshold, and not the whole: what has one part only is so by its definition (foreign capital is from abroad).</summary>
    private bool IsConcentrated(IndicatorFact fact, GroupFact group) =>
        group.By is GroupKind.Origin or GroupKind.Industry && Ratio.Percent(group.Value, fact.Value) is < 100 and var share && share > facts.Thresholds.Concentration;

    private static TextRun Bound(GroupKind by) => new(by == GroupKind.Origin ? "来源" : "产业");

    private Phrase LowRate(ProjectFacts projects, ProjectTally tally)
    {
        var rate = Ratio.Percent(tally.Count, projects.NewlySigned?.Count);
        if (tally.RateName is null || !(rate < facts.Thresholds.ProjectRate)) return Phrase.Nothing;
        return Phrase.Of($"新签约项目{tally.RateName}为{figures.Percent(figures.Key(tally.Code, FigureMeasure.Share), rate)}，低于预警值");
    }

    private IEnumerable<Phrase> Stalled(StalledFact stalled)
    {
        var count = figures.Amount(figures.Key("stalled-" + stalled.Code, FigureMeasure.Count), stalled.Count, MeasureUnit.Piece, stalled.Address);
        yield return stalled.Reasons.Count == 0 ? Phrase.Of($"{PeriodWords.Standing(facts)}{stalled.Name}{count}，原因暂无记录")
            : Phrase.Of($"{PeriodWords.Standing(facts)}{stalled.Name}{count}，按{new TextRun(stalled.By)}分：{Phrase.Join("、", stalled.Reasons.Select(reason => Reason(stalled, reason)))}");
    }

    private Phrase Reason(StalledFact stalled, StallReason reason) => Phrase.Of(
        $"{reason.Name}{figures.Amount(figures.Key("stalled-" + stalled.Code, FigureMeasure.Count, "reason:" + reason.Code), reason.Count, MeasureUnit.Piece, stalled.Address)}");

    private Phrase LowArrival(ProjectFacts projects) => projects.ArrivalRate < facts.Thresholds.ArrivalRate
        ? Phrase.Of($"履约项目资金到位率为{figures.Percent(figures.Key(projects.ArrivedCode, FigureMeasure.Completion, null, projects.ContractedCode), projects.ArrivalRate)}，低于预警值")
        : Phrase.Nothing;
}
