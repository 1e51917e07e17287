using System.Net;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>The stages are data in versions: drafted, looked at, put in force from a day on; what was passed stays passed.</summary>
[Trait("needs", "database")]
public sealed class VersionsOfStages(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Are_drafted_looked_at_and_hold_from_their_day_on()
    {
        await app.Inside(async services =>
        {
            var (open, unit) = (services.GetRequiredService<OpenProject>(), (await services.GetRequiredService<ScopedUnits>().Named("east"))!.Id);
            var facts = AGate.Full("", unit) with { StartedOn = null, ProducedOn = null, CompletedOn = null };
            await open.Run(facts with { Name = "谈着缺联系人" }, Stage.Called("talks")!);
            await open.Run(facts with { Name = "谈着有联系人", Contact = "王经理" }, Stage.Called("talks")!);
            await open.Run(facts with { Name = "已签缺联系人" }, Stage.Called("signed")!);
            await open.Run(facts with { Name = "外资缺联系人", Origin = Origin.Abroad }, Stage.Called("talks")!);
        });
        var reviewer = await app.SignedInAs("reviewer");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("district-reviewer")).Open("/stages/edit?track=Domestic")).Status);
        var form = await reviewer.Open("/stages/edit?track=Domestic");
        var index = Stage.All.ToList().FindIndex(s => s.Code == "signed");
        var unchanged = await form.Submit("main form");
        Assert.Contains("内容与现行第1版相同", unchanged.Alert, StringComparison.Ordinal);
        var seen = await (await reviewer.Open("/stages/edit?track=Domestic")).Submit("main form",
            ("Input.Note", "签约须有联系人"), ($"Input.Rules[{index}].Days", "33"), ($"Input.Rules[{index}].Conditions[0].When", "FromOneYi"), ($"Input.Rules[{index}].Conditions[0].Asks", "Contact"));
        Assert.True(seen.Status == HttpStatusCode.OK, seen.Alert);
        // counted by hand: one talks without a contact has the gate ahead; one has passed it; the foreign one runs on another track
        Assert.Equal(["2", "1", "1"], seen.Document.QuerySelectorAll(".figures .value").Select(v => v.TextContent.Trim().Split(' ')[0]));
        Assert.Contains("谈着缺联系人", seen.Of("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("已签缺联系人", seen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Number(0));
        await seen.Submit("form[action*='Apply']");
        Assert.Equal((1, 2), (await Number(-1), await Number(0)));
        await app.Inside(async services =>
        {
            var (move, db) = (services.GetRequiredService<StageRules>(), services.GetRequiredService<BridgeheadDb>());
            var force = await move.On(services.GetRequiredService<OpenProject>().Today);
            Assert.Equal(33, force[Track.Domestic].Rule(4)!.Days);
            var talking = await db.Set<Project>().SingleAsync(p => p.Name == "谈着缺联系人");
            Assert.Contains(force.Missing(talking, Papers.None, Stage.Called("signed")!), g => g.What.Field == StageNeed.Contact);
            var signed = await db.Set<Project>().SingleAsync(p => p.Name == "已签缺联系人");
            signed.Owes(false);
            Assert.DoesNotContain(force.Missing(signed, Papers.None, Stage.Called("registered")!), g => g.What.Field == StageNeed.Contact);
        });
    }

    [Fact]
    public async Task Cannot_begin_in_the_past_nor_be_decided_twice()
    {
        await app.Inside(async services =>
        {
            var (propose, rules, today) = (services.GetRequiredService<ProposeStages>(), services.GetRequiredService<StageRules>(), services.GetRequiredService<OpenProject>().Today);
            var force = (await rules.On(today))[Track.CapitalIncrease];
            StageSetInput Draft(DateOnly from, int days) => new()
            {
                Track = Track.CapitalIncrease, ValidFrom = from, Rules = [.. force.Rules.Where(r => !r.Stage.IsSide).Select(r => { var input = StageRuleInput.Of(r.Stage, r); if (r.Order == 0) input.Days = days; return input; })],
            };
            await Assert.ThrowsAsync<Refusal>(() => propose.Run(Draft(today.AddDays(-1), 5)));
            var later = await propose.Run(Draft(today.AddDays(10), 6));
            await propose.Apply(later);
            Assert.Equal(force.Number, (await rules.On(today))[Track.CapitalIncrease].Number);
            Assert.Equal(later.Number, (await rules.On(today.AddDays(10)))[Track.CapitalIncrease].Number);
            // the side states come along though nobody typed them
            Assert.Equal(Approver.Reviewer, later.Rule(90)!.Approver);
            await Assert.ThrowsAsync<Refusal>(() => propose.Drop(later));
        });
    }

    private async Task<int> Number(int days)
    {
        var number = 0;
        await app.Inside(async services => number = (await services.GetRequiredService<StageRules>().On(services.GetRequiredService<OpenProject>().Today.AddDays(days)))[Track.Domestic].Number);
        return number;
    }
}
