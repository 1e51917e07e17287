using System.Text.Json.Nodes;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Search;

/// <summary>A project is found by exactly those in whose list it stands: the district it lands in, the park, the office that found it.</summary>
[Trait("needs", "database")]
public sealed class FindingWhatTheListShows(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly string[] Names = ["岚溪储能一号", "岚溪储能二号", "岚溪储能三号", "岚溪储能四号"];

    // one lands in the east and its park, two in the east and came from Shenzhen, three in the east alone, four in the west
    [Theory]
    [InlineData("clerk", "一号 二号 三号 四号")]
    [InlineData("district-clerk", "一号 二号 三号")]
    [InlineData("park-clerk", "一号")]
    [InlineData("cadre", "二号")]
    [InlineData("other-district-clerk", "四号")]
    public async Task Is_the_same_for_every_kind_of_reader(string persona, string expected)
    {
        var names = expected.Split(' ').Select(n => "岚溪储能" + n).ToHashSet();
        var visitor = await app.SignedInAs(persona);
        Assert.Equal(names, Shown(await visitor.Open("/projects?q=" + Uri.EscapeDataString("岚溪储能"))));
        Assert.Equal(names, Shown(await visitor.Open("/search?q=" + Uri.EscapeDataString("岚溪储能"))));
        Assert.Equal(names, Shown(await visitor.Open("/search?q=lxcn")));
        // the last digits of the contact's telephone, which stands on the project's page
        Assert.Equal(names, Shown(await visitor.Open("/search?q=6688")));
        Assert.DoesNotContain("岚溪储能", (await visitor.Open("/search?q=" + Uri.EscapeDataString("赵联系"))).Html, StringComparison.Ordinal);
        var found = JsonNode.Parse(await visitor.Http.GetStringAsync(new Uri("/api/search?q=lxcn", UriKind.Relative), TestContext.Current.CancellationToken))!;
        Assert.Equal(names, found["items"]!.AsArray().Where(i => (string)i!["kind"]! == "project").Select(i => (string)i!["title"]!).ToHashSet());
    }

    [Fact]
    public async Task Stays_so_when_another_park_or_office_has_the_like()
    {
        var cadre = await app.SignedInAs("cadre");
        Assert.Contains("没有找到", (await cadre.Open("/search?q=" + Uri.EscapeDataString("岚溪储能三号"))).Text, StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (await app.Reading(db => db.Set<Project>().AnyAsync())) return;
        await app.Inside(async services =>
        {
            var units = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().ToDictionaryAsync(u => u.Code, u => u.Id);
            var open = services.GetRequiredService<OpenProject>();
            foreach (var facts in new[]
            {
                new ProjectFacts { Name = Names[0], UnitId = units["east"], ParkId = units["east-park"] }, new ProjectFacts { Name = Names[1], UnitId = units["east"], SourceUnitId = units["shenzhen"] },
                new ProjectFacts { Name = Names[2], UnitId = units["east"] }, new ProjectFacts { Name = Names[3], UnitId = units["west"] },
            })
                await open.Run(facts with { Contact = "赵联系 0833-2210-6688" }, Stage.Called("lead")!);
        });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static HashSet<string> Shown(Shown page) => [.. page.Document.QuerySelectorAll("main a").Select(a => a.TextContent.Trim()).Where(Names.Contains)];
}
