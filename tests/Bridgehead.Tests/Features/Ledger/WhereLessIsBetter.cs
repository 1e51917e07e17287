using System.Net;
using System.Text.Json;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Features.Funds;
using Bridgehead.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>
/// Of complaints less is better. By June (pace 50 %) of at most 60 each: the east 5, 8.33 %; the west 40, 66.67 %, 16.67 points too many; the city 45 of 120, 37.5 %.
/// So the east is first, and it is the west that is behind.
/// </summary>
[Trait("needs", "database")]
public sealed class WhereLessIsBetter(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Ranks_colours_and_finds_behind_the_other_way_round()
    {
        var year = DateTime.UtcNow.AddHours(8).Year - 3;
        var reviewer = await app.SignedInAs("reviewer");
        using (var defined = await FundsScene.Post(reviewer, "/api/indicators", new { code = "complaints", name = "企业投诉", display = "个", direction = "Lower" })) Assert.Equal(HttpStatusCode.Created, defined.StatusCode);
        foreach (var (unit, count, most) in new[] { ("east", 5, 60m), ("west", 40, 60m), ("city", 0, 120m) })
        {
            if (count > 0) foreach (var back in new[] { 0, 1 }) await app.Enter(unit, new DateOnly(year - back, 3, 10), count, indicator: "complaints");
            await app.Inside(services => services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = "complaints", Unit = unit, Year = year, Value = most, Source = "文1号" }));
        }
        await app.Enter("east", new DateOnly(year, 3, 10), 1_000_000, indicator: "arrived-funds");
        // with targets by completion, the year before without any by value
        Assert.Equal([("east", 1), ("west", 2)], await Ranks(reviewer, year));
        Assert.Equal([("east", 1), ("west", 2)], await Ranks(reviewer, year - 1));
        var cockpit = await reviewer.Open($"/?unit=city&to={year}-06&compare=complaints&by=unit");
        Assert.Equal("低于序时12.5个百分点", cockpit.Of("#f-complaints .good-text"));
        Assert.Empty(cockpit.Document.QuerySelectorAll("#f-complaints .bar.behind"));
        Assert.Equal(["good-text", "warn-text"], cockpit.Document.QuerySelectorAll(".columns > .table-responsive tbody tr").Select(r => r.Children[4].ClassList[^1]));
        Assert.Contains("1个单位高于序时", cockpit.Text, StringComparison.Ordinal);
        var wall = await reviewer.Open($"/wall?unit=city&to={year}-06&compare=complaints&show=2");
        Assert.Equal(["低41.67个百分点", "高16.67个百分点"], wall.Document.QuerySelectorAll("tbody tr").Select(r => r.Children[3].TextContent.Trim()));
        var targets = await reviewer.Open($"/targets?unit=city&year={year}");
        Assert.Contains("good-text", targets.Html, StringComparison.Ordinal);
        var bulletin = (await reviewer.Open($"/reports/bulletins/new?unit=city&year={year}&month=6")).Text.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("下达目标的单位2个，其中不高于序时进度的1个", bulletin, StringComparison.Ordinal);
        Assert.Contains("企业投诉高于序时进度的单位有1个，为西岭县", bulletin, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_the_lowest_completion_first_in_a_bulletin_and_on_its_boards()
    {
        var units = new[] { ("a", "甲区", 60), ("b", "乙区", 30), ("c", "丙区", 30), ("d", "丁区", 80) };
        var fact = new IndicatorFact("complaints", "企业投诉", MeasureUnit.Piece, 200)
        {
            LowerIsBetter = true, Targets = [new TargetFact(null, 400)], Groups = [.. units.Select(u => new GroupFact(GroupKind.Unit, u.Item1, u.Item2, u.Item3) { Targets = [new TargetFact(null, 100)] })],
        };
        var facts = new WorkReportFacts { UnitCode = "city", UnitName = "测试市", Kind = UnitKind.City, Year = 2025, Months = 6, AsOf = new DateOnly(2025, 7, 5), Indicators = [fact] };
        var part = ComposeBulletin.Run(new BulletinFacts(facts)
        {
            Indicators = [fact], Parks = new Dictionary<string, IReadOnlyList<GroupFact>>(), Month = new Dictionary<(string, string), long?>(), Groups = [new RankGroup("A组", ["a", "b", "c", "d"])], BoardSize = 1,
        }).Parts.Single(p => p.Heading == "排名情况");
        Assert.Equal(["乙区 1", "丙区 1", "甲区 3", "丁区 4"], part.Blocks.OfType<Tabulation>().Single().Rows.Select(r => $"{r[0]} {r[1]}"));
        Assert.Equal("红榜：乙区、丙区。黑榜：丁区。", part.Blocks.OfType<Paragraph>().First().Text);
    }

    private static async Task<List<(string, int)>> Ranks(Visitor reader, int year)
    {
        using var answer = JsonDocument.Parse(await reader.Http.GetStringAsync($"/api/figures?unit=city&indicator=complaints&from={year}-01&to={year}-06&by=unit"));
        return [.. answer.RootElement.GetProperty("parts").EnumerateArray().Select(p => (p.GetProperty("key").GetString()!, p.GetProperty("rank").GetInt32()))];
    }
}
