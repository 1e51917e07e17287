namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Writes the monthly bulletin (通报) from its facts by fixed rules, every number bound; equal facts give the same document.</summary>
public static class ComposeBulletin
{
    /// <summary>Composes it.</summary>
    public static WorkReport Run(BulletinFacts bulletin)
    {
        var facts = bulletin.Report;
        var figures = new Figures(facts, new NumberStyle());
        IReadOnlyList<Block>[] blocks = [Progress(bulletin, figures), Units(bulletin, figures), new Ranking(bulletin, figures).Write(), new Problems(facts, figures).Write().Blocks, Demands(facts, figures)];
        return new WorkReport
        {
            TitleWords = ["关于", facts.UnitName, PeriodWords.Of(facts).Text, "招商引资", "工作情况的", "通报"],
            Edition = Edition.Full, UnitCode = facts.UnitCode, From = facts.From, To = facts.To, AsOf = facts.AsOf,
            Addressee = bulletin.Addressee is { } to ? to + "：" : null,
            Opening = Draft.Sentences(Phrase.Of($"现将{Named.Unit(facts.UnitName)}{PeriodWords.Of(facts)}招商引资工作情况通报如下"), Phrase.Of($"本通报数据截至{PeriodWords.Day(facts.AsOf)}，为部门调度数据")),
            Parts = BulletinParts.Of(slot => blocks[slot]), SignedBy = facts.SignedBy, IssuedOn = facts.IssuedOn,
        };
    }

    /// <summary>一、: each indicator with what is done, how far its target is reached, and the growth; then all in one table.</summary>
    private static IReadOnlyList<Block> Progress(BulletinFacts bulletin, Figures figures)
    {
        var facts = bulletin.Report;
        if (bulletin.Indicators.Count == 0) return [Draft.Sentences(Phrase.Of($"{PeriodWords.Of(facts)}，{new TextRun(facts.Whole)}指标暂无记录"))];
        var sentences = bulletin.Indicators.Select(fact => Draft.Sentences(
            Phrase.Join("，", [Phrase.Of($"{fact.Name}累计{figures.Said(fact)}"), GrowthRule.Say(figures, fact)]), Phrase.Join("；", fact.Targets.Select(target => CompletionRule.Say(figures, fact, target)))));
        TableColumn[] columns = [new("指标", 28, false), new("累计", 15, true), new("年度目标", 15, true), new("完成率", 14, true), new("超欠序时", 15, true), new("同比", 13, true)];
        var table = new Tabulation(Phrase.Of($"{PeriodWords.Of(facts)}主要指标进展"), "单位：见指标栏，完成率和同比为%，超欠序时为百分点", columns,
            [.. bulletin.Indicators.Select(fact => (IReadOnlyList<Phrase>)[Phrase.Of($"{fact.Name}{new TextRun($"（{Scale.OfColumn(fact.Unit).Word}）")}"), .. Cells(figures, fact.Unit, fact.Value, fact.Growth, fact.Targets, measure => figures.Key(fact.Code, measure, null, Against(fact.Targets, measure)))])]);
        return [.. sentences, table];
    }

    /// <summary>二、: a section for each indicator, districts and parks in the fixed administrative order.</summary>
    private static IReadOnlyList<Block> Units(BulletinFacts bulletin, Figures figures)
    {
        var (draft, facts) = (new Draft(), bulletin.Report);
        foreach (var fact in bulletin.Indicators)
        {
            var (districts, parks) = (fact.By(GroupKind.Unit), bulletin.Parks.GetValueOrDefault(fact.Code) ?? []);
            draft.Section(fact.Name, Summary(fact, figures), districts.Count > 0 ? Table(fact, "各单位", districts, facts, figures) : null, parks.Count > 0 ? Table(fact, "各园区", parks, facts, figures) : null);
        }
        if (draft.IsEmpty) draft.Say(Phrase.Of($"各单位指标暂无记录"));
        return draft.As(ReportPart.Situation).Blocks;
    }

    private static Paragraph Summary(IndicatorFact fact, Figures figures)
    {
        var judged = fact.By(GroupKind.Unit).Where(unit => unit.Completion is not null).ToList();
        if (judged.Count == 0) return Draft.Sentences(Phrase.Nothing);
        var good = judged.Count(unit => !fact.IsBehind(unit.Completion, figures.Months));
        var word = new TextRun((figures.Months == 12, fact.LowerIsBetter) switch { (true, true) => "控制在年度目标任务以内", (true, _) => "完成年度目标任务", (_, true) => "不高于序时进度", _ => "达到或高于序时进度" });
        var place = figures.Key(fact.Code).Address + "&by=unit";
        return Draft.Sentences(Phrase.Of($"下达目标的单位{figures.Count("judged-units-" + fact.Code, judged.Count, "个", place)}，其中{word}的{figures.Count("good-units-" + fact.Code, good, "个", place)}"));
    }

    private static Tabulation Table(IndicatorFact fact, string who, IReadOnlyList<GroupFact> units, WorkReportFacts facts, Figures figures)
    {
        var scale = Scale.OfColumn(fact.Unit);
        TableColumn[] columns = [new("单位", 28, false), new("累计", 15, true), new("年度目标", 15, true), new("完成率", 14, true), new("超欠序时", 15, true), new("同比", 13, true)];
        return new Tabulation(Phrase.Of($"{PeriodWords.Of(facts)}{new TextRun(who)}{fact.Name}进展"), $"单位：{scale.Word}、%、百分点", columns,
            [.. units.Select(unit => (IReadOnlyList<Phrase>)[new Phrase([Named.Unit(unit.Name)]), .. Cells(figures, fact.Unit, unit.Value, unit.Growth, unit.Targets, measure => figures.Key(fact, unit, measure, Against(unit.Targets, measure)))])]);
    }

    private static IEnumerable<Phrase> Cells(Figures figures, MeasureUnit unit, long? value, decimal? growth, IReadOnlyList<TargetFact> targets, Func<FigureMeasure, FigureKey> key)
    {
        var scale = Scale.OfColumn(unit);
        var target = targets.Count > 0 ? targets[0] : null;
        var done = target is null ? null : Ratio.Percent(value, target.Value);
        yield return value is null ? Dash : Phrase.Of($"{figures.InColumn(key(FigureMeasure.Value), value, unit, scale)}");
        yield return target is null ? Dash : Phrase.Of($"{figures.InColumn(key(FigureMeasure.Target), target.Value, unit, scale)}");
        yield return done is null ? Dash : Phrase.Of($"{figures.PercentInColumn(key(FigureMeasure.Completion), done)}");
        yield return done is null ? Dash : Phrase.Of($"{figures.PercentInColumn(key(FigureMeasure.Pace), Ratio.PaceGap(done, figures.Months))}");
        yield return growth is null ? Dash : Phrase.Of($"{figures.PercentInColumn(key(FigureMeasure.Yoy), growth)}");
    }

    private static string? Against(IReadOnlyList<TargetFact> targets, FigureMeasure measure) =>
        targets.Count > 0 && measure is FigureMeasure.Target or FigureMeasure.Completion or FigureMeasure.Pace ? targets[0].Code : null;

    /// <summary>五、: what is asked for against each problem, by whom.</summary>
    private static IReadOnlyList<Block> Demands(WorkReportFacts facts, Figures figures)
    {
        var problems = new Problems(facts, figures).Find();
        var measures = MeasureRule.Propose(facts with { LastMeasures = null }, problems).ToList();
        if (measures.Count == 0) return [Draft.Sentences(Phrase.Of($"请各单位对照年度目标任务，保持进度，按时报送进展"))];
        return [.. measures.Select(measure => (Block)Draft.Sentences(new Phrase([new TextRun($"{measure.Text}，由{measure.Owner}负责")])))];
    }

    private static Phrase Dash => Phrase.Of($"—");
}
