using System.Text.Json;
using Bridgehead.Features.Assessments;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Assessments;

/// <summary>
/// 履约率, 开竣工率 and 资金到位率 of an assessment are those of the projects signed in its months, as the five rates count them (domain rules 4.6 and 9.4): by hand, four signed of
/// 1.2亿 each, one only signed, one registered, one building, one completed: 3/4, 2/4; arrived 1.2亿 of 4.8亿.
/// </summary>
[Trait("needs", "database")]
public sealed class RatesOfACohort(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Score_a_unit_by_what_became_of_the_projects_it_signed()
    {
        await Sign("east", "签约", "signed", null);
        await Sign("east", "注册", "registered", null);
        await Sign("east", "在建", "building", new DateOnly(2024, 5, 1));
        var funded = await Sign("east-park", "竣工", "completed", new DateOnly(2024, 5, 1));
        await app.Inside(services => LedgerScene.Enter(services, "east", new DateOnly(2024, 6, 1), 12_000_000_000, project: funded));
        // arrived for a project signed before: counts for the year and not for the cohort
        await app.Enter("east", new DateOnly(2024, 6, 1), 50_000_000_000);
        await app.Inside(services => services.GetRequiredService<SetTarget>().Add(new TargetInput { Indicator = "arrived-funds", Unit = "east", Year = 2024, Value = 6.2m, Source = "文1号" }));
        var reviewer = await app.SignedInAs("reviewer");
        var page = await (await reviewer.Open("/assessments/new")).Submit("main form", ("Input.Scheme", "four-rates"), ("Input.Name", "2024年四率"), ("Input.FromMonth", "2024-01"), ("Input.ToMonth", "2024-12"), ("Input.AsOf", DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        using var told = JsonDocument.Parse(await reviewer.Http.GetStringAsync($"/api/assessments/{page.Address.Split('/')[^1]}"));
        var east = told.RootElement.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("unit").GetString() == "east");
        // 10 × 75 %, 20 × 50 %, 35 × 25 %; arrived in the year 6.2 of 6.2亿
        Assert.Equal([7.5m, 10m, 8.75m, 35m], east.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("points").GetDecimal()));
        var unit = await reviewer.Open(page.Document.QuerySelectorAll("tbody th a").First(a => a.TextContent == "东江区").GetAttribute("href")!);
        Assert.Contains("3个 ÷ 4 × 100＝75%", unit.Text, StringComparison.Ordinal);
        var rates = await reviewer.Open(unit.Document.QuerySelector("#item-1 a")!.GetAttribute("href")!);
        Assert.Contains("75.00%", rates.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_named_in_a_line_and_others_refused()
    {
        Assert.Equal("开竣工率：批次率 start", Assert.Single(ItemInput.Read("开竣工率：批次率 start")).Line(ScoreMethod.Ratio));
        Assert.Empty(Assert.Single(ItemInput.Read("开竣工率：批次率 start")).Codes);
        Assert.Contains("没有批次率", Assert.Throws<Refusal>(() => ItemInput.Read("开竣工率：批次率 started")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stand_in_the_schemes_cities_have_published()
    {
        var schemes = await app.Reading(db => db.Set<Scheme>().AsNoTracking().ToListAsync());
        // 漯河 60 for performance with 10, 20 and 25 inside; a city of 2023 50, 30, 20; 温州 50 and 50, ten a project and more is more; outposts of 9.5: 100
        Assert.Equal([10m, 10m, 10m, 20m, 25m, 5m, 20m], Weights("capital-and-performance"));
        Assert.Equal([50m, 30m, 20m], Weights("signing-and-leaders"));
        Assert.Equal([50m, 50m], Weights("chambers"));
        Assert.Equal(70m, Scoring.Score(schemes.Single(s => s.Code == "chambers").Definition.Items[0], [7m], []).Score);
        foreach (var code in new[] { "capital-and-performance", "signing-and-leaders", "effective-leads", "outpost-duties", "chambers", "outpost-hundred", "four-rates" }) Assert.Equal(100m, schemes.Single(s => s.Code == code).Definition.Full);

        IEnumerable<decimal> Weights(string code) => schemes.Single(s => s.Code == code).Definition.Items.Select(i => i.Weight);
    }

    private async Task<Guid> Sign(string unit, string name, string stage, DateOnly? started)
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var units = services.GetRequiredService<BridgeheadDb>().Set<Unit>();
            var (owner, park) = (await units.SingleAsync(u => u.Code == "east"), unit == "east" ? null : await units.SingleOrDefaultAsync(u => u.Code == unit));
            id = (await services.GetRequiredService<OpenProject>().Run(new ProjectFacts
            {
                Name = name, UnitId = owner.Id, ParkId = park?.Id, Investor = name + "公司", Company = name + "项目公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(12_000),
                SignedOn = new DateOnly(2024, 3, 1), StartedOn = started,
            }, Stage.Called(stage)!)).Id;
        });
        return id;
    }
}
