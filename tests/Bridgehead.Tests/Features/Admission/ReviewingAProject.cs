using System.Net;
using Bridgehead.Features.Admission;
using Bridgehead.Tests.Doors;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Admission;

[Trait("needs", "database")]
public sealed class ReviewingAProject(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Goes_from_opinions_and_scores_to_a_conclusion_that_closes_it()
    {
        var scene = new Scene(app);
        var (reviewer, project) = (await app.SignedInAs("district-reviewer"), await scene.Project());
        var tab = await reviewer.Open($"/projects/{project}/review");
        Assert.Contains("缺审查结论", tab.Text, StringComparison.Ordinal);
        var shown = await tab.Submit("form[action*='Open']", ("Input.Class", "Land"), ("Input.Departments", "自然资源\n生态环境"), ("Input.MeetingOn", "2026-03-01"), ("Input.Chair", "王主任"));
        Assert.StartsWith("/reviews/", shown.Address, StringComparison.Ordinal);
        Assert.Contains("2个部门，还差2个", shown.Text, StringComparison.Ordinal);
        Assert.Contains("供地会", shown.Text, StringComparison.Ordinal);

        shown = await shown.Submit("form[action*='Conclude']", ("Conclusion.Conclusion", "Passed"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "还有2个部门没有出具意见，不能通过"), (shown.Status, shown.Alert));
        for (var i = 0; i < 2; i++)
        {
            shown = await reviewer.Open(shown.Address.Split('?')[0]);
            shown.Document.QuerySelectorAll("form[action*='Give']")[i].Id = "give";
            shown = await shown.Submit("#give", ("Opinion.Verdict", i == 0 ? "Agree" : "AgreeWithConditions"), ("Opinion.Text", i == 0 ? "" : "环评批复前不得开工"), ("Opinion.Giver", "李科"));
        }
        decimal[] points = [5, 4, 14, 13, 7, 3, 5, 8, 3, 11, 3.5m];
        shown = await shown.Submit("form[action*='Score']", [.. points.Select((p, i) => ($"Scores[{i}].Points", p.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
        Assert.Contains("5 + 4 + 14 + 13 + 7 + 3 + 5 + 8 + 3 + 11 + 3.5 = 76.5", shown.Text, StringComparison.Ordinal);
        Assert.Contains("达到及格线60分", shown.Text, StringComparison.Ordinal);
        shown = await shown.Submit("form[action*='Conclude']", ("Conclusion.Conclusion", "PassedWithConditions"), ("Conclusion.Terms", "环评批复前不得开工"), ("Conclusion.Minutes", "会议纪要"));
        Assert.Contains("有条件通过", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("main form"));
        Assert.Contains("有条件通过", (await reviewer.Open("/reviews?state=Concluded")).Text, StringComparison.Ordinal);
        // another round is another review
        tab = await (await reviewer.Open($"/projects/{project}/review")).Submit("form[action*='Open']");
        Assert.Contains("第2轮准入评审", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_its_compliance_reviews_recorded_and_the_agreement_says_what_is_missing()
    {
        var (scene, clerk) = (new Scene(app), await app.SignedInAs("district-clerk"));
        var project = await scene.Project();
        Assert.Contains("缺审查结论", (await clerk.Open($"/projects/{project}/agreement")).Text, StringComparison.Ordinal);
        foreach (var kind in new[] { "FairCompetition", "Legality" })
        {
            var tab = await (await clerk.Open($"/projects/{project}/review")).Submit("form[action*='Comply']", ("Compliance.Kind", kind), ("Compliance.Conclusion", "Conforms"), ("Compliance.Document", "审〔2026〕1号"));
            Assert.Equal(HttpStatusCode.OK, tab.Status);
        }
        Assert.DoesNotContain("缺审查结论", (await clerk.Open($"/projects/{project}/agreement")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.Reading(db => db.Set<ComplianceNote>().CountAsync(n => n.ProjectId == project)));
    }
}
