namespace Bridgehead.Features.Reports;

/// <summary>一、基本情况: what was reached, of what it consists, who reached it, who came, and where the projects stand.</summary>
internal sealed class Situation(WorkReportFacts facts, Figures figures)
{
    private static readonly (string Kind, string Name)[] Lists =
    [
        ("fortune-500", "世界500强企业"), ("china-500", "中国企业500强"), ("private-500", "中国民营企业500强"), ("manufacturing-500", "中国制造业企业500强"),
        ("service-500", "中国服务业企业500强"), ("listed", "上市公司"), ("central-soe", "中央企业"),
    ];

    public Part Write()
    {
        var draft = new Draft();
        draft.Section("目标任务完成情况", [.. facts.Indicators.Select(Achieved), Draft.Sentences(Overall())]);
        draft.Section("结构情况", facts.Indicators.SelectMany(Structure));
        var units = new UnitComparison(facts, figures);
        draft.Section("各单位完成情况", facts.Indicators.SelectMany(units.Write));
        draft.Section("引进企业和产业领域", Draft.Sentences(Introduced(), Fields()));
        if (facts.Projects is { } projects) draft.Section("项目推进情况", new ProjectProgress(facts, projects, figures).Write());
        draft.Notes(facts, ReportPart.Situation);
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

    /// <summary>How many of the indicators with a target are where they should be: all, most, half or few of them.</summary>
    private Phrase Overall()
    {
        var judged = facts.Indicators.Where(fact => fact.Targets.Count > 0 && fact.Completion(fact.Targets[0]) is not null).ToList();
        if (judged.Count < 2) return Phrase.Nothing;
        var good = judged.Count(fact => !fact.IsBehind(fact.Completion(fact.Targets[0]), facts.Months));
        var all = figures.Count("judged", judged.Count, "项", "/targets");
        var met = figures.Count("judged-good", good, "项", "/targets");
        var done = new TextRun(facts.Months == 12 ? "完成年度目标任务" : judged.Exists(fact => fact.LowerIsBetter) ? "符合序时进度" : "达到或高于序时进度");
        var head = Phrase.Of($"纳入考核的{all}指标中");
        if (good == judged.Count) return Phrase.Of($"{head}，{met}全部{done}");
        if (good == 0) return Phrase.Of($"{head}，{done}的有{met}，需要全面加力");
        return good * 2 >= judged.Count
            ? Phrase.Of($"{head}，{met}{done}，{figures.Count("judged-short", judged.Count - good, "项", "/targets")}存在差距")
            : Phrase.Of($"{head}，仅{met}{done}，{figures.Count("judged-short", judged.Count - good, "项", "/targets")}存在差距");
    }

    private IEnumerable<Block> Structure(IndicatorFact fact)
    {
        foreach (var (kind, view) in new[] { (GroupKind.Origin, "来源"), (GroupKind.Industry, "产业"), (GroupKind.Band, "规模") })
        {
            var groups = fact.By(kind);
            // one group that is the whole tells nothing: foreign capital is from abroad
            if (groups.Count > 1 || (groups.Count == 1 && groups[0].Value != fact.Value)) yield return Draft.Sentences(Phrase.Of(
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

    private Phrase Introduced()
    {
        if (facts.Count("introduced") is not { Value: not 0 } all) return Phrase.Nothing;
        var head = Phrase.Of($"新签约项目引进企业{figures.Count(all.Code, all.Value, "家", all.Address)}");
        if (facts.Count("introduced-known") is not { Value: > 0 } known) return head;
        var lists = Lists.Where(list => facts.Count("introduced-" + list.Kind)?.Value > 0)
            .Select(list => Phrase.Of($"{list.Name}{figures.Count("introduced-" + list.Kind, facts.Count("introduced-" + list.Kind)!.Value, "家", known.Address)}"));
        return Phrase.Of($"{head}，其中列入各类名录的知名企业{figures.Count(known.Code, known.Value, "家", known.Address)}（{Phrase.Join("、", lists)}）");
    }

    private Phrase Fields()
    {
        if (facts.Fields.Count == 0) return Phrase.Nothing;
        return Phrase.Of($"从产业领域看，新签约项目主要分布在{Phrase.Join("、", facts.Fields.Take(4).Select(Field))}");
    }

    private Phrase Field(FieldFact field)
    {
        var count = figures.Count("field-" + field.Code, field.Count, "个", $"/projects?industry={Uri.EscapeDataString(field.Name)}");
        return Phrase.Of($"{field.Name}（{count}，协议总投资{figures.Amount(figures.Key("field-" + field.Code), field.Amount, MeasureUnit.Yuan, $"/projects?industry={Uri.EscapeDataString(field.Name)}")}）");
    }
}
