using Bridgehead.Features.Admission;

namespace Bridgehead.Tests.Features.Admission;

/// <summary>The score sheet of domain.md 6.7 and what a review may come to; sums worked out by hand.</summary>
public sealed class AReview
{
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly ScoreSheet Sheet = new(1, DefaultSheet.Items, DefaultSheet.Vetoes, DefaultSheet.PassMark, "系统", Now);

    [Fact]
    public void Is_scored_by_eleven_items_of_a_hundred_points()
    {
        Assert.Equal([("产业类别", 5), ("科技水平", 5), ("投资规模", 17), ("投资强度", 17), ("投资主体", 10), ("环境影响", 5), ("安全生产", 5), ("土地利用", 10), ("规划设计", 5), ("税收", 16), ("就业", 5)],
            DefaultSheet.Items.Select(i => (i.Name, i.Weight)));
        Assert.Equal(100, DefaultSheet.Items.Sum(i => i.Weight));
        Assert.Equal("各项分值合计为99分，应为100分", Assert.Throws<Refusal>(() => new ScoreSheet(2, [.. DefaultSheet.Items.Take(10), new ScoreItem("就业", 4, "")], [], 60, "何", Now)).Message);
    }

    // 5+4+14+13+7+3+5+8+3+11+3.5 = 76.5
    private static readonly decimal[] Points = [5, 4, 14, 13, 7, 3, 5, 8, 3, 11, 3.5m];

    [Fact]
    public void Adds_up_in_plain_sight()
    {
        var (review, scores) = Scored(Points);
        var assessment = Assessment.Of(Sheet, scores, review.VetoList.Count);
        Assert.Equal(("5 + 4 + 14 + 13 + 7 + 3 + 5 + 8 + 3 + 11 + 3.5", 76.5m, true), (assessment.Arithmetic, assessment.Total, assessment.Passes));
        Assert.Equal("“产业类别”应在0到5分之间", Assert.Throws<Refusal>(() => scores[0].Give(review, Sheet.Items[0], 5.1m, null)).Message);
    }

    [Fact]
    public void Is_refused_by_a_veto_whatever_the_score()
    {
        var (review, scores) = Scored([.. DefaultSheet.Items.Select(i => (decimal)i.Weight)]);
        review.Find(["投资方或实际控制人为失信被执行人"], Sheet);
        var assessment = Assessment.Of(Sheet, scores, review.VetoList.Count);
        Assert.Equal((100m, false), (assessment.Total, assessment.Passes));
        Assert.Contains("不论得分多少都不能通过", Assert.Throws<Refusal>(() => review.Conclude(ReviewConclusion.PassedWithConditions, assessment, false, "条件", null, Today, "何")).Message, StringComparison.Ordinal);
        review.Conclude(ReviewConclusion.Rejected, assessment, false, "失信被执行人", null, Today, "何");
        Assert.Equal(ReviewState.Concluded, review.State);
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(0, 59.9, false)]
    [InlineData(1, 60, false)]
    public void Passes_with_every_opinion_and_the_pass_mark(int missing, double total, bool passes)
    {
        // 60 = 5+4+13+8+6+3+3+6+3+8+1; a tenth less at the end
        var (review, scores) = Scored([5, 4, 13, 8, 6, 3, 3, 6, 3, 8, 1 - (60 - (decimal)total)]);
        review.Await(missing);
        var assessment = Assessment.Of(Sheet, scores, 0);
        Assert.Equal((decimal)total, assessment.Total);
        var refusal = Record.Exception(() => review.Conclude(ReviewConclusion.Passed, assessment, false, null, null, Today, "何"));
        Assert.Equal(passes, refusal is null);
    }

    [Fact]
    public void Is_closed_by_its_conclusion()
    {
        var (review, scores) = Scored(Points);
        Assert.Contains("只能有条件通过", Assert.Throws<Refusal>(() => review.Conclude(ReviewConclusion.Passed, Assessment.Of(Sheet, scores, 0), true, null, null, Today, "何")).Message, StringComparison.Ordinal);
        review.Conclude(ReviewConclusion.PassedWithConditions, Assessment.Of(Sheet, scores, 0), true, "环评批复前不得开工", null, Today, "何");
        const string Closed = "本轮评审已有结论，不能再改；需要重新评审请开新的一轮";
        Assert.Equal(Closed, Assert.Throws<Refusal>(() => review.Meet(Today, null, null)).Message);
        Assert.Equal(Closed, Assert.Throws<Refusal>(() => scores[0].Give(review, Sheet.Items[0], 1, null)).Message);
        Assert.Equal(Closed, Assert.Throws<Refusal>(() => review.Find([], Sheet)).Message);
    }

    [Fact]
    public void Goes_through_the_bodies_of_its_class()
    {
        Assert.Equal(["投委会", "常务会"], DecisionNodes.Of(ProjectClass.Policy));
        Assert.Equal(["投委会", "常务会", "供地会"], DecisionNodes.Of(ProjectClass.Land));
        Assert.Equal(["国企投决会", "投委会", "常务会"], DecisionNodes.Of(ProjectClass.LargeInvestment));
    }

    [Fact]
    public void Of_compliance_is_missing_until_the_latest_conforms()
    {
        var project = Guid.NewGuid();
        ComplianceNote Note(ComplianceKind kind, ComplianceConclusion conclusion, string? note = null) => new(project, kind, conclusion, "1号", Today, note, Today, "唐");
        Assert.Equal([ComplianceKind.FairCompetition, ComplianceKind.Legality], CheckCompliance.Missing([]));
        Assert.Equal([ComplianceKind.FairCompetition], CheckCompliance.Missing([Note(ComplianceKind.FairCompetition, ComplianceConclusion.DoesNot), Note(ComplianceKind.FairCompetition, ComplianceConclusion.Conforms), Note(ComplianceKind.Legality, ComplianceConclusion.Conforms)]));
        Assert.Contains("第十二条", Assert.Throws<Refusal>(() => Note(ComplianceKind.FairCompetition, ComplianceConclusion.Exception)).Message, StringComparison.Ordinal);
        Assert.Empty(CheckCompliance.Missing([Note(ComplianceKind.FairCompetition, ComplianceConclusion.Exception, "三年"), Note(ComplianceKind.Legality, ComplianceConclusion.Conforms)]));
    }

    private static (Review Review, List<ReviewScore> Scores) Scored(decimal[] points)
    {
        var review = new Review(Guid.NewGuid(), 1, Sheet.Id, ProjectClass.Policy, 0, Now);
        return (review, [.. Sheet.Items.Select((item, i) => new ReviewScore(review, item, points[i], null))]);
    }
}
