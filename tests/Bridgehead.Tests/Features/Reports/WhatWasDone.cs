using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports;
using Bridgehead.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>Part two of the report is told from the registers: what the outposts brought, what moved on, what the parks took in. Counted by hand.</summary>
[Trait("needs", "database")]
public sealed class WhatWasDone(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_counted_from_projects_and_their_steps()
    {
        IReadOnlyList<ActionFact> done = [];
        await app.Inside(async services =>
        {
            var (units, open) = (services.GetRequiredService<ScopedUnits>(), services.GetRequiredService<OpenProject>());
            var (east, park, outpost) = ((await units.Named("east"))!, (await units.Named("east-park"))!, (await units.Named("shenzhen"))!);
            var brought = await open.Run(Facts("驻外引荐", east, 1_0000_0000) with { SourceUnitId = outpost.Id, ParkId = park.Id }, Stage.Called("talks")!);
            await open.Move(brought, Stage.Called("signed")!, null);
            await open.Move(brought, Stage.Called("preparing")!, null);
            await open.Move(brought, Stage.Called("signed")!, "手续退回");
            await open.Run(Facts("自行引进", east, 2_0000_0000) with { ParkId = park.Id }, Stage.Called("signed")!);
            var removed = await open.Run(Facts("退库", east, 9_0000_0000) with { SourceUnitId = outpost.Id, ParkId = park.Id }, Stage.Called("signed")!);
            await open.Move(removed, Stage.Called("removed")!, "不予确认");
            var city = (await units.Named("city"))!;
            done = (await services.GetRequiredService<CollectFacts>().Run(city, open.Today.Year)).Actions;
        });
        Assert.Equal(
            [
                ("outposts", 1), ("outposts-signed", 1), ("outposts-amount", 1_0000_0000_00L), ("entered-signed", 1), ("entered-preparing", 1),
                ("parks", 1), ("parks-signed", 2), ("parks-amount", 3_0000_0000_00L), ("treated-ended", 1),
            ], done.Select(a => (a.Code, a.Count!.Value)));
    }

    private static Bridgehead.Features.Projects.ProjectFacts Facts(string name, Unit unit, long yuan) => new()
    {
        Name = name, UnitId = unit.Id, Investor = "某公司", Company = "某项目公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromYuan(yuan), SignedOn = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)),
    };
}
