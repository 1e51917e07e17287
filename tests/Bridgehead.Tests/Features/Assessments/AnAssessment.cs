using System.Net;
using Bridgehead.Features.Assessments;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Features.Targets;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Assessments;

/// <summary>An assessment from the first number to the day it stands: frozen, shown, appealed against, scored again.</summary>
[Trait("needs", "database")]
public sealed class AnAssessment(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task Is_frozen_shown_appealed_against_and_scored_again()
    {
        await Ground(2021);
        var reviewer = await app.SignedInAs("reviewer");
        var page = await (await reviewer.Open("/assessments/new")).Submit("main form", ("Input.Scheme", "basic-to-production"), ("Input.Name", "2021年考核"), ("Input.FromMonth", "2021-01"), ("Input.ToMonth", "2021-12"), ("Input.AsOf", Day(Today)));
        var id = Guid.Parse(page.Address.Split('/')[^1]);
        var early = await page.Submit("form[action*=Freeze]");
        // three given by hand; the west has nothing in production, the park nothing at all: not known, and not 0 %
        Assert.Contains("还缺7个数，如东江区“基础工作：基础工作”", early.Text, StringComparison.Ordinal);
        page = await (await reviewer.Open($"/assessments/{id}/given")).Submit("form.target-sheet",
            ("Input.Cells[east/1/1]", "9"), ("Input.Cells[west/1/1]", "8.5"), ("Input.Cells[east-park/1/1]", "10"), ("Input.Cells[west/6/1]", "1"), ("Input.Cells[east-park/7/1]", "1"),
            ("Input.Cells[west/4/1]", "0"), ("Input.Cells[east-park/2/1]", "0"), ("Input.Cells[east-park/3/1]", "0"), ("Input.Cells[east-park/4/1]", "0"), ("Input.Document", "考办1号"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await Frozen(page);
        // by hand, the east: 9 given; arrived 12 of 10: 120 % × 20 = 24; started 3 of 4: 75 % × 30 = 22.5; producing 1 of 2: 50 % × 40 = 20; together 75.5
        // the west: 8.5; arrived 5 of 10: 10; started 4 of 4: 30; producing 0 of 2: 0; one red card −1; together 47.5
        Assert.Equal([("东江区", "1", "75.5"), ("西岭县", "2", "47.5")], (await Totals(reviewer, id)).Take(2));
        // ruled out: no place whatever the total
        Assert.Equal(("东江经开区", "不排位次"), (await Totals(reviewer, id)).Select(t => (t.Unit, t.Rank)).Last());
        await LedgerScene.Record(app, "west", "arrived-funds", 202112, Money.FromYi(100).Fen);
        Assert.Equal("47.5", (await Totals(reviewer, id))[1].Total);
        var district = await app.SignedInAs("other-district-clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await district.Open($"/assessments/{id}")).Status);

        page = await (await reviewer.Open($"/assessments/{id}")).Submit("form[action*=Publish]", ("publicTo", Day(Today.AddDays(1))));
        Assert.Contains("公示期至少三天", page.Text, StringComparison.Ordinal);
        page = await (await reviewer.Open($"/assessments/{id}")).Submit("form[action*=Publish]", ("publicTo", Day(Today.AddDays(4))));
        Assert.Contains("公示中", page.Text, StringComparison.Ordinal);
        var filed = await (await district.Open($"/assessments/{id}")).Submit("form[action*=Appeal]", ("Appeal.Unit", "west"), ("Appeal.Text", "12月到位资金未计"), ("Appeal.Document", "西财函1号"));
        Assert.Contains("待答复", filed.Text, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromDays(6));
        reviewer = await app.SignedInAs("reviewer");
        page = await (await reviewer.Open($"/assessments/{id}")).Submit("form[action*=Conclude]");
        Assert.Contains("还有1件申诉没有答复", page.Text, StringComparison.Ordinal);
        page = await (await reviewer.Open($"/assessments/{id}")).Submit("form[action*=Decide]", ("Decision.Upheld", "true"), ("Decision.Answer", "补计"));
        page = await page.Submit("form[action*=Conclude]");
        Assert.Contains("申诉成立，请重新计分", page.Text, StringComparison.Ordinal);

        page = await (await reviewer.Open($"/assessments/{id}")).Submit("form[action*=Rescore]", ("asOf", Day(Today)));
        var again = Guid.Parse(page.Address.Split('/')[^1]);
        page = await page.Submit("form[action*=Freeze]");
        // arrived 105 of 10, capped at 120 %: 24 instead of 10; what was given stays
        Assert.Equal("61.5", (await Totals(reviewer, again))[1].Total);
        Assert.Equal("47.5", (await Totals(reviewer, id))[1].Total);
        page = await page.Submit("form[action*=Publish]", ("publicTo", Day(Today.AddDays(4))));
        Assert.Contains("已由重新计分取代", (await reviewer.Open($"/assessments/{id}")).Text, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromDays(6));
        reviewer = await app.SignedInAs("reviewer");
        page = await (await reviewer.Open($"/assessments/{again}")).Submit("form[action*=Conclude]");
        Assert.Contains("已生效", page.Text, StringComparison.Ordinal);
        await app.Inside(async services => Assert.Empty(await VerifyAssessments.Run(services.GetRequiredService<BridgeheadDb>(), default)));
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<AssessedUnit>().Where(u => u.AssessmentId == again).ExecuteUpdateAsync(set => set.SetProperty(u => u.Total, u => u.Total + 1)));
        await app.Inside(async services => Assert.Equal(3, (await VerifyAssessments.Run(services.GetRequiredService<BridgeheadDb>(), default)).Count));
    }

    [Fact]
    public async Task Opens_every_number_to_its_figure_and_its_arithmetic()
    {
        await Ground(2022);
        var reviewer = await app.SignedInAs("reviewer");
        var page = await (await reviewer.Open("/assessments/new")).Submit("main form", ("Input.Scheme", "four-rates"), ("Input.Name", "2022年四率"), ("Input.FromMonth", "2022-01"), ("Input.ToMonth", "2022-12"), ("Input.AsOf", Day(Today)));
        var unit = await reviewer.Open(page.Document.QuerySelectorAll("tbody th a").First(a => a.TextContent == "东江区").GetAttribute("href")!);
        // 12 of 10: 120 %, counted as 100 %
        Assert.Contains("12亿元 ÷ 10 × 100＝120%", unit.Text, StringComparison.Ordinal);
        Assert.Contains("“当年到位资金”120%超过上限，按100%计", unit.Text, StringComparison.Ordinal);
        Assert.Contains("35×100%＝35分", unit.Text, StringComparison.Ordinal);
        Assert.Contains("“履约率”的分母为0或没有数据，本项缺数", unit.Text, StringComparison.Ordinal);
        var figure = await reviewer.Open(unit.Document.QuerySelectorAll("#item-4 a")[0].GetAttribute("href")!);
        Assert.Equal("12", figure.Of(".hero-value .num"));
        var english = await reviewer.Open(unit.Address + "?lang=en");
        Assert.Contains("counted as 100%", english.Text, StringComparison.Ordinal);
        await reviewer.Open("/assessments?lang=zh");
    }

    [Fact]
    public async Task Leaves_a_missing_number_missing_until_a_document_gives_it_or_exempts_the_unit()
    {
        await Ground(2023);
        var reviewer = await app.SignedInAs("reviewer");
        var page = await (await reviewer.Open("/assessments/new")).Submit("main form", ("Input.Scheme", "four-rates"), ("Input.Name", "2023年四率"), ("Input.FromMonth", "2023-01"), ("Input.ToMonth", "2023-12"), ("Input.AsOf", Day(Today)));
        var id = Guid.Parse(page.Address.Split('/')[^1]);
        // nothing was signed that year: three rates of the east are missing, the funds bring 35; no place
        var east = page.Document.QuerySelectorAll("main table tbody tr").Single(r => r.Children[0].TextContent.Trim() == "东江区");
        Assert.Equal(["东江区", "不排位次", "35 不完整", "缺数", "缺数", "缺数", "35"], east.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        using (var told = System.Text.Json.JsonDocument.Parse(await reviewer.Http.GetStringAsync($"/api/assessments/{id}")))
            Assert.All(told.RootElement.GetProperty("results").EnumerateArray(), r => Assert.Equal((true, System.Text.Json.JsonValueKind.Null, true), (r.GetProperty("incomplete").GetBoolean(), r.GetProperty("rank").ValueKind, r.GetProperty("items")[0].GetProperty("missing").GetBoolean())));
        var early = await page.Submit("form[action*=Freeze]");
        Assert.Contains("还缺6个数，如东江区“履约率：履约率”；补齐数据或目标，或在“填报”中凭文件填数、写“免”后再冻结", early.Text, StringComparison.Ordinal);
        var sheet = await reviewer.Open($"/assessments/{id}/given");
        Assert.Null(sheet.Document.QuerySelector("[name='Input.Cells[east/4/1]']"));
        var refused = await sheet.Submit("form.target-sheet", ("Input.Cells[east/4/1]", "90"), ("Input.Document", "考办1号"));
        Assert.Contains("由台账取数，东江区已有数，不能填报", refused.Text, StringComparison.Ordinal);
        await sheet.Submit("form.target-sheet", ("Input.Cells[east/1/1]", "80"), ("Input.Cells[east/2/1]", "免"), ("Input.Cells[east/3/1]", "50"),
            ("Input.Cells[west/1/1]", "100"), ("Input.Cells[west/2/1]", "50"), ("Input.Cells[west/3/1]", "20"), ("Input.Document", "考办1号"));
        await Frozen(await reviewer.Open($"/assessments/{id}"));
        // the east: 10×80 % + 35×50 % + 35 = 60.5, exempt from 20: 60.5×100÷80 = 75.625; the west: 10 + 10 + 7 + 35×50 % = 44.5
        Assert.Equal([("东江区", "1", "75.63"), ("西岭县", "2", "44.5")], await Totals(reviewer, id));
        var unit = await reviewer.Open((await reviewer.Open($"/assessments/{id}")).Document.QuerySelectorAll("tbody th a").First(a => a.TextContent == "东江区").GetAttribute("href")!);
        Assert.Contains("免考20分，其余项目按比例折算：60.5×100÷80＝75.625分", unit.Text, StringComparison.Ordinal);
        Assert.Contains("免考考办1号", unit.Of("#item-2").Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await app.Inside(async services => Assert.DoesNotContain(await VerifyAssessments.Run(services.GetRequiredService<BridgeheadDb>(), default), w => w.ToString(System.Globalization.CultureInfo.InvariantCulture).Contains("2023", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task By_annual_targets_needs_a_span_from_January_on()
    {
        var page = await (await (await app.SignedInAs("reviewer")).Open("/assessments/new")).Submit("main form", ("Input.Scheme", "four-rates"), ("Input.Name", "季度"), ("Input.FromMonth", "2022-04"), ("Input.ToMonth", "2022-06"), ("Input.AsOf", Day(Today)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("考核期须从1月起", page.Text, StringComparison.Ordinal);
        Assert.Equal("2022-04", page.Field("Input.FromMonth"));
    }

    [Fact]
    public async Task Keeps_the_version_of_the_scheme_it_was_begun_by()
    {
        var reviewer = await app.SignedInAs("reviewer");
        var edit = await reviewer.Open("/assessments/schemes/edit");
        var made = await edit.Submit("main form", ("Input.Code", "own"), ("Input.Name", "自定"), ("Input.Groups[0].Name", "区县"), ("Input.Groups[0].Kind", "District"), ("Input.Items[0].Name", "走访"), ("Input.Items[0].Method", "PerUnit"), ("Input.Items[0].Weight", "10"), ("Input.Items[0].Inputs", "走访：填报 ×2"));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var begun = await (await reviewer.Open("/assessments/new?scheme=own")).Submit("main form", ("Input.Name", "一"));
        var again = await reviewer.Open("/assessments/schemes/edit?code=own");
        Assert.Equal("走访：填报 ×2", again.Field("Input.Items[0].Inputs"));
        await again.Submit("main form", ("Input.Items[0].Weight", "20"));
        Assert.Contains("满分10分", (await reviewer.Open(begun.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("满分20分", (await reviewer.Open("/assessments/schemes/own")).Text, StringComparison.Ordinal);
        var wrong = await (await reviewer.Open("/assessments/schemes/edit?code=own")).Submit("main form", ("Input.Items[0].Inputs", "走访：数值 no-such-indicator"));
        Assert.Contains("没有指标“no-such-indicator”", wrong.Text, StringComparison.Ordinal);
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Frozen(Shown page)
    {
        var frozen = await page.Submit("form[action*=Freeze]");
        Assert.Contains("已冻结", frozen.Text, StringComparison.Ordinal);
    }

    private static async Task<List<(string Unit, string Rank, string Total)>> Totals(Visitor visitor, Guid id) =>
        [.. (await visitor.Open($"/assessments/{id}")).Document.QuerySelectorAll("main table tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[1].TextContent.Trim(), r.Children[2].TextContent.Trim()))];

    // a year in which the east has 12 亿元 of 10, 3 of 4 started, 1 of 2 producing; the west 5 of 10, 4 of 4, none of 2; the park targets and nothing done
    private async Task Ground(int year)
    {
        await app.Inside(async services =>
        {
            var set = services.GetRequiredService<SetTarget>();
            foreach (var unit in new[] { "east", "west", "east-park" })
                foreach (var (indicator, value) in new[] { ("arrived-funds", 10m), ("started-projects", 4m), ("producing-projects", 2m) })
                    await set.Add(new TargetInput { Indicator = indicator, Unit = unit, Year = year, Value = value, Source = "文1号" });
        });
        foreach (var (unit, arrived, started, producing) in new[] { ("east", 12, 3, 1), ("west", 5, 4, 0) })
        {
            await LedgerScene.Record(app, unit, "arrived-funds", year * 100 + 3, Money.FromYi(arrived).Fen);
            await LedgerScene.Record(app, unit, "started-projects", year * 100 + 4, started);
            if (producing > 0) await LedgerScene.Record(app, unit, "producing-projects", year * 100 + 5, producing);
        }
    }
}
