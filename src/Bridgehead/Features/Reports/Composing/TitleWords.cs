namespace Bridgehead.Features.Reports;

/// <summary>The title in the words between which a line may break.</summary>
public static class TitleWords
{
    /// <summary>关于××市2022年招商引资工作情况的报告.</summary>
    public static IReadOnlyList<string> Of(WorkReportFacts facts) =>
        ["关于", facts.UnitName, PeriodWords.Of(facts).Text, "招商引资", "工作情况的", "报告"];
}
