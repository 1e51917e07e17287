namespace Bridgehead.Features.Reports;

/// <summary>
/// Writes the work report from its facts by fixed phrase rules: no sentence stands without a fact behind it, an unknown number is
/// starred, and the masked edition stars every figure and takes neutral words where the direction would tell it.
/// </summary>
public sealed class ComposeWorkReport
{
    /// <summary>Composes the report.</summary>
    /// <param name="facts">Everything it may say.</param>
    /// <param name="edition">With its numbers, or masked.</param>
    /// <param name="style">How numbers are printed; the published bulletins' style when null.</param>
    public WorkReport Run(WorkReportFacts facts, Edition edition = Edition.Full, NumberStyle? style = null)
    {
        Refusal.Unless(facts.Months is >= 1 and <= 12, $"报告期应为1至12个月，现为{facts.Months}个月，请重新选择截止月份", nameof(facts.Months));
        Refusal.When(string.IsNullOrWhiteSpace(facts.UnitName), $"报告缺少单位名称，请先在组织机构中填写", nameof(facts.UnitName));
        var figures = new Figures(facts, style ?? new NumberStyle());
        var report = new WorkReport
        {
            TitleWords = TitleWords.Of(facts),
            Edition = Edition.Full,
            UnitCode = facts.UnitCode,
            From = facts.From,
            To = facts.To,
            AsOf = facts.AsOf,
            Occasion = facts.Hearing?.Occasion,
            Reporter = facts.Hearing?.Reporter,
            Addressee = facts.Hearing is { } hearing ? hearing.Salutation + "：" : null,
            Opening = Opening(facts),
            Parts =
            [
                new Situation(facts, figures).Write(),
                new MainMeasures(facts, figures).Write(),
                new Problems(facts, figures).Write(),
                new NextSteps(facts, figures).Write(),
            ],
            SignedBy = facts.SignedBy,
            IssuedOn = facts.IssuedOn,
        };
        return edition == Edition.Masked ? Mask.Of(report) : report;
    }

    /// <summary>The measures the report proposes, for the problems it found.</summary>
    public static IReadOnlyList<MeasureFact> Proposals(WorkReportFacts facts) =>
        MeasureRule.Propose(facts, new Problems(facts, new Figures(facts, new NumberStyle())).Find());

    private static Paragraph Opening(WorkReportFacts facts)
    {
        var what = Phrase.Of($"现将{Named.Unit(facts.UnitName)}{PeriodWords.Of(facts)}招商引资工作情况报告如下");
        var until = Phrase.Of($"本报告数据截至{PeriodWords.Day(facts.AsOf)}，为部门调度数据");
        return facts.Hearing switch
        {
            { OnBehalfOf: { } sender } => Draft.Sentences(Phrase.Of($"受{sender}委托，{what}，请予审议"), until),
            { } => Draft.Sentences(Phrase.Of($"{what}，请予审议"), until),
            null => Draft.Sentences(what, until),
        };
    }
}
