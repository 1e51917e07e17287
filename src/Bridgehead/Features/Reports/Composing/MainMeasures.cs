namespace Bridgehead.Features.Reports;

/// <summary>二、主要举措: what was done and recorded, a section for each field of work.</summary>
internal sealed class MainMeasures(WorkReportFacts facts, Figures figures, Edition edition)
{
    public Part Write()
    {
        var draft = new Draft();
        foreach (var topic in facts.Actions.GroupBy(action => action.Topic))
            draft.Section(topic.Key, Draft.Sentences(Done(topic)));
        draft.Notes(facts, ReportPart.Measures, edition);
        if (draft.IsEmpty) draft.Say(Phrase.Of($"{PeriodWords.Of(facts)}主要举措暂无记录"));
        return draft.As(ReportPart.Measures);
    }

    private Phrase Done(IEnumerable<ActionFact> topic) => Phrase.Join("，", topic.Select(action => Phrase.Of(
        $"{action.Deed}{figures.Amount(figures.Key(action.Code, FigureMeasure.Count), action.Count, action.Unit, action.Address)}{Names(action)}")));

    private static Phrase Names(ActionFact action) => action.Named.Count == 0 ? Phrase.Nothing
        : Phrase.Of($"（{Phrase.Join("、", action.Named.Select(name => Phrase.Of($"{name}")))}）");
}
