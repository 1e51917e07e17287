using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>Last year's report beside this year's, worked out by hand.</summary>
public sealed class TwoReportsSideBySide
{
    private static WorkReport Report(int year, long value, long target, long? foreign) => new ComposeWorkReport().Run(new WorkReportFacts
    {
        UnitCode = "u", UnitName = "某市", Kind = UnitKind.City, Year = year, AsOf = new DateOnly(year, 12, 31),
        Indicators =
        [
            new IndicatorFact("arrived", "到位资金", MeasureUnit.Yuan, value * Facts.Yi) { Targets = [new TargetFact(null, target * Facts.Yi)] },
            .. foreign is { } dollars ? new[] { new IndicatorFact("fdi", "实际利用外资", MeasureUnit.Dollar, dollars) } : [],
        ],
    });

    [Fact]
    public void Show_each_number_against_the_same_of_the_year_before()
    {
        var found = CompareReports.Run(Report(2024, 100, 125, null), Report(2025, 120, 125, 5_000_000_00)).Numbers;
        // 100 → 120 亿元 is 2,000,000,000 元 more; the target stays; 80 % → 96 % is 16 more, 20 → 4 points short is 16 more; foreign capital is new
        Assert.Equal(
            [
                (DifferenceKind.Changed, "100", "120", 2_000_000_000m), (DifferenceKind.Same, "125", "125", 0m), (DifferenceKind.Changed, "80", "96", 16m), (DifferenceKind.Changed, "20", "4", 16m),
                (DifferenceKind.Added, "", "500", (decimal?)null),
            ],
            found.Take(5).Select(n => (n.Kind, n.Before?.Display ?? "", n.After?.Display ?? "", n.More)));
    }

    [Fact]
    public void Show_each_sentence_changed_added_or_gone()
    {
        var found = CompareReports.Run(Report(2024, 100, 125, 1_000_000_00), Report(2025, 130, 125, null)).Sentences.Where(s => s.Part == 1).ToList();
        Assert.Equal(
            [
                (DifferenceKind.Same, "目标任务完成情况", "目标任务完成情况"),
                (DifferenceKind.Changed, "2024年，全市累计到位资金100亿元。", "2025年，全市累计到位资金130亿元。"),
                (DifferenceKind.Changed, "完成年度目标任务125亿元的80%，距目标任务差20个百分点。", "完成年度目标任务125亿元的104%，超额完成4个百分点。"),
                (DifferenceKind.Removed, "2024年，全市累计实际利用外资100万美元。", ""),
            ],
            found.Select(s => (s.Kind, s.Before, s.After)));
    }

    [Fact]
    public void Find_nothing_between_a_report_and_itself()
    {
        var difference = CompareReports.Run(Report(2025, 1, 2, 3), Report(2025, 1, 2, 3));
        Assert.All(difference.Numbers, n => Assert.Equal(DifferenceKind.Same, n.Kind));
        Assert.All(difference.Sentences, s => Assert.Equal(DifferenceKind.Same, s.Kind));
    }
}
