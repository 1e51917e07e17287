namespace Bridgehead.Features.Reports;

/// <summary>Where the projects stand: signed and what became of them, by stage, and the largest by name.</summary>
internal sealed class ProjectProgress(WorkReportFacts facts, ProjectFacts projects, Figures figures)
{
    public IEnumerable<Block> Write()
    {
        yield return Draft.Sentences(Signed(), BySigning(), Stages(), Arrival());
        if (projects.Major.Count > 0)
            yield return new NamedProjects(figures).Tabulate(Phrase.Of($"{PeriodWords.Of(facts)}重大项目情况"), projects.MajorBy, projects.Major, project => Phrase.Of($"{project.Stage}"));
    }

    private Phrase Signed()
    {
        var tallies = projects.Tallies.Select(Tally);
        if (projects.NewlySigned is not { } signed) return Phrase.Join("；", tallies);
        return Phrase.Join("；", [Phrase.Of($"{PeriodWords.Of(facts)}，{new TextRun(facts.Whole)}{Tally(signed)}"), .. tallies]);
    }

    /// <summary>Said where the two ways to count give two numbers, so that who lays the ledger beside the report need not ask.</summary>
    private Phrase BySigning() => projects.SignedInPeriod is not { } signed || projects.NewlySigned?.Count is null || projects.NewlySigned.Count == signed ? Phrase.Nothing
        : Phrase.Of($"新签约项目按入账月份统计，其中签约日期在本期、仍在册的项目{figures.Count("signed-in-period", signed, "个", $"/projects?signedFrom={facts.From:yyyy-MM-dd}&signedTo={facts.AsOf:yyyy-MM-dd}")}，差额为补录以前时期的项目和退出的项目");

    private Phrase Tally(ProjectTally tally)
    {
        var count = figures.Amount(figures.Key(tally.Code), tally.Count, MeasureUnit.Piece, tally.Address);
        var amount = tally.HasAmount
            ? Phrase.Of($"协议总投资{figures.Amount(figures.Key(tally.AmountCode ?? tally.Code), tally.Amount, MeasureUnit.Yuan, tally.Address)}")
            : Phrase.Nothing;
        return Phrase.Join("，", [Phrase.Of($"{tally.Name}{count}"), amount, Rate(tally)]);
    }

    /// <summary>A count that holds projects of earlier years may be more than the newly signed ones; it is then no rate among them.</summary>
    private Phrase Rate(ProjectTally tally) =>
        tally.RateName is null || projects.NewlySigned?.Count is null or 0 || tally.Count > projects.NewlySigned.Count ? Phrase.Nothing
            : Phrase.Of($"{tally.RateName}{figures.Percent(figures.Key(tally.Code, FigureMeasure.Share), Ratio.Percent(tally.Count, projects.NewlySigned.Count))}");

    private Phrase Stages() => projects.Stages.Count == 0 ? Phrase.Nothing
        : Phrase.Of($"截至{PeriodWords.Day(facts.StandsOn ?? facts.AsOf)}，在册项目中{Phrase.Join("、", projects.Stages.Select(Stage))}");

    private Phrase Stage(ProjectTally stage) => Phrase.Of(
        $"{stage.Name}{figures.Amount(figures.Key("stage-" + stage.Code, FigureMeasure.Count), stage.Count, MeasureUnit.Piece, stage.Address)}");

    private Phrase Arrival() => projects.Contracted is null or 0 ? Phrase.Nothing : Phrase.Of(
        $"履约项目协议总投资{figures.Amount(figures.Key(projects.ContractedCode), projects.Contracted, MeasureUnit.Yuan)}，累计到位{figures.Amount(figures.Key(projects.ArrivedCode), projects.Arrived, MeasureUnit.Yuan)}，资金到位率{figures.Percent(figures.Key(projects.ArrivedCode, FigureMeasure.Completion, null, projects.ContractedCode), projects.ArrivalRate)}");
}
