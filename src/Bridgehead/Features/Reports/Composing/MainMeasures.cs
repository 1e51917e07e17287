namespace Bridgehead.Features.Reports;

/// <summary>二、主要举措: what was done and recorded, a section for each field of work, and what became of last year's measures.</summary>
internal sealed class MainMeasures(WorkReportFacts facts, Figures figures)
{
    public Part Write()
    {
        var draft = new Draft();
        foreach (var topic in facts.Actions.GroupBy(action => action.Topic))
            draft.Section(topic.Key, Draft.Sentences(Done(topic)));
        draft.Section("落实上年提出的举措", Draft.Sentences(Promised()));
        draft.Notes(facts, ReportPart.Measures);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"{PeriodWords.Of(facts)}主要举措暂无记录"));
        return draft.As(ReportPart.Measures);
    }

    private Phrase Done(IEnumerable<ActionFact> topic) => Phrase.Join("，", topic.Select(action => Phrase.Of(
        $"{action.Deed}{figures.Amount(figures.Key(action.Code, FigureMeasure.Count), action.Count, action.Unit, action.Address)}{Names(action)}")));

    private static Phrase Names(ActionFact action) => action.Named.Count == 0 ? Phrase.Nothing
        : Phrase.Of($"（{Phrase.Join("、", action.Named.Select(name => Phrase.Of($"{name}")))}）");

    /// <summary>All done, some still open, or none done: each in its own words.</summary>
    private Phrase Promised()
    {
        if (facts.LastMeasures is not { Count: > 0 } measures) return Phrase.Nothing;
        long Of(MeasureState state) => measures.LongCount(measure => measure.State == state);
        Phrase Count(string code, long count) => figures.Count(code, count, "项", "/reports");
        var all = Count("promised", measures.Count);
        var (done, open, planned) = (Of(MeasureState.Done), Of(MeasureState.Underway), Of(MeasureState.Planned));
        if (done == measures.Count) return Phrase.Of($"上年报告提出的举措{all}，已全部完成");
        return Phrase.Join("，",
        [
            done > 0 ? Phrase.Of($"上年报告提出的举措{all}，已完成{Count("promised-done", done)}") : Phrase.Of($"上年报告提出的举措{all}"),
            open > 0 ? Phrase.Of($"正在推进{Count("promised-open", open)}") : Phrase.Nothing,
            planned > 0 ? Phrase.Of($"尚未启动{Count("promised-planned", planned)}") : Phrase.Nothing,
            Of(MeasureState.Dropped) is > 0 and var dropped ? Phrase.Of($"因情况变化不再推进{Count("promised-dropped", dropped)}") : Phrase.Nothing,
        ]);
    }
}
