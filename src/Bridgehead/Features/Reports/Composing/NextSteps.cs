namespace Bridgehead.Features.Reports;

/// <summary>四、下一步工作打算: what is still missing this year, next year's targets, a measure for each problem with owner and day, and the projects that are due.</summary>
internal sealed class NextSteps(WorkReportFacts facts, Figures figures)
{
    public Part Write()
    {
        var draft = new Draft();
        if (facts.Months < 12) draft.Section("年内尚需完成的目标任务", Draft.Sentences(Phrase.Join("；", facts.Indicators.SelectMany(Missing))));
        if (facts.Plans is { } plans)
        {
            draft.Section("下年度目标任务", Draft.Sentences(Targets(plans)));
            draft.Section("计划开工项目", Due("计划开工", "to-start", plans.ToStart, "开工时限"));
            draft.Section("计划投产项目", Due("计划投产", "to-produce", plans.ToProduce, "投产时限"));
        }
        draft.Section("针对问题的举措", Measures());
        draft.Section("结转处置事项", Draft.Sentences(CarriedOver()));
        draft.Notes(facts, ReportPart.NextSteps);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"{PeriodWords.Year(facts.Year + 1)}目标任务和项目计划暂无记录"));
        return draft.As(ReportPart.NextSteps);
    }

    /// <summary>Each measure with the problem it answers; what last year's report promised and is not done is said to go on.</summary>
    private IEnumerable<Block> Measures()
    {
        var problems = new Problems(facts, figures).Find();
        foreach (var measure in MeasureRule.Propose(facts, problems))
        {
            var title = problems.FirstOrDefault(problem => problem.Code == measure.Problem)?.Title;
            var before = facts.LastMeasures?.FirstOrDefault(last => last.Text == measure.Text)?.State;
            var head = before is MeasureState.Planned or MeasureState.Underway ? "继续落实上年提出的举措，" : title is null ? "" : $"针对{title}的{(title.Contains("问题", StringComparison.Ordinal) ? "情况" : "问题")}，{(before is MeasureState.Done ? "在上年工作基础上，" : "")}";
            yield return Draft.Sentences(new Phrase([new TextRun($"{head}{measure.Text}，由{measure.Owner}负责，{PeriodWords.Day(measure.Due).Text}前完成")]));
        }
    }

    private IEnumerable<Phrase> Missing(IndicatorFact fact) => fact.Targets
        .Where(target => target.Value > fact.Value)
        .Select(target => Phrase.Of(
            $"{fact.Name}距{new TextRun(target.SetBy ?? "年度")}目标任务尚差{figures.Amount(figures.Key(fact.Code, FigureMeasure.Gap, null, target.Code), target.Value - fact.Value, fact.Unit)}"));

    private Phrase Targets(PlanFacts plans) => plans.Targets.Count == 0 ? Phrase.Nothing
        : Phrase.Of($"{PeriodWords.Year(facts.Year + 1)}目标任务为：{Phrase.Join("；", plans.Targets.Select(Target))}");

    private Phrase Target(IndicatorFact plan)
    {
        var amount = Phrase.Of($"{plan.Name}{figures.Amount(figures.NextYear(plan.Code, FigureMeasure.Target), plan.Value, plan.Unit)}");
        if (facts.Months < 12 || plan.Growth is not { } growth) return amount;
        if (growth == 0) return Phrase.Of($"{amount}，与{PeriodWords.Year(facts.Year)}实绩持平");
        var size = figures.Size(figures.NextYear(plan.Code, FigureMeasure.Yoy), growth);
        var word = growth < 0 ? "减少" : "增加";
        return Phrase.Of($"{amount}，较{PeriodWords.Year(facts.Year)}实绩{new TextRun(word)}{size}%");
    }

    private IEnumerable<Block> Due(string deed, string code, IReadOnlyList<NamedProject> projects, string column)
    {
        if (projects.Count == 0) yield break;
        var count = figures.Amount(figures.NextYear(code, FigureMeasure.Count), projects.Count, MeasureUnit.Piece);
        var total = projects.Any(project => project.Amount is null) ? null : projects.Sum(project => project.Amount);
        yield return Draft.Sentences(Phrase.Of(
            $"{PeriodWords.Year(facts.Year + 1)}{new TextRun(deed)}项目{count}，协议总投资{figures.Amount(figures.NextYear(code, FigureMeasure.Value), total, MeasureUnit.Yuan)}"));
        yield return new NamedProjects(figures).Tabulate(Phrase.Of($"{PeriodWords.Year(facts.Year + 1)}{new TextRun(deed)}项目"), column, projects, When);
    }

    private static Phrase When(NamedProject project) => project.Due is { } due ? new Phrase([PeriodWords.Month(due)]) : Phrase.Of($"—");

    private Phrase CarriedOver()
    {
        var stalled = facts.Projects?.Stalled.Where(stalled => stalled.Count is null or > 0).ToList() ?? [];
        return stalled.Count == 0 ? Phrase.Nothing : Phrase.Of(
            $"结转下一步继续处置的有{Phrase.Join("、", stalled.Select(Carried))}");
    }

    private Phrase Carried(StalledFact stalled) => Phrase.Of(
        $"{stalled.Name}{figures.Amount(figures.Key("stalled-" + stalled.Code, FigureMeasure.Count), stalled.Count, MeasureUnit.Piece, stalled.Address)}");
}
