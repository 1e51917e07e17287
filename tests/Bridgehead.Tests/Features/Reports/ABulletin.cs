using System.Net;
using System.Text.Json;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Bulletins;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>The monthly bulletin: its numbers are the figures', its ranking is off until asked for, ties share a place, and nothing is published before the units have seen it.</summary>
[Trait("needs", "database")]
public sealed class ABulletin(ReportCity city) : IClassFixture<ReportCity>
{
    [Fact]
    public async Task Tells_done_completion_growth_and_the_units_in_their_order()
    {
        var clerk = await city.SignedInAs("clerk");
        var page = await clerk.Open("/reports/bulletins/new?unit=city&year=2025&month=12");
        var text = page.Text.Replace(" ", "", StringComparison.Ordinal);
        // 120,000 of 120,000 万元; 100,000 the year before; east 90,000 of 80,000, west 30,000 of 40,000
        Assert.Contains("到位资金累计12亿元，同比增长20%。", text, StringComparison.Ordinal);
        Assert.Contains("完成年度目标任务12亿元的100%，全面完成目标任务。", text, StringComparison.Ordinal);
        Assert.Contains("下达目标的单位2个，其中完成年度目标任务的1个。", text, StringComparison.Ordinal);
        var table = page.Document.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.Contains("各单位到位资金", StringComparison.Ordinal));
        Assert.Equal([["东江区", "9.00", "8.00", "112.50", "12.50", "50.00"], ["西岭县", "3.00", "4.00", "75.00", "-25.00", "-25.00"]],
            table.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()));
        Assert.DoesNotContain("排名", page.Document.QuerySelector("article.bh-report")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("三、存在问题", text, StringComparison.Ordinal);
        Assert.Contains("四、工作要求", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.Open("/reports/bulletins/new?unit=city&year=2099&month=1")).Status);
    }

    [Fact]
    public async Task Binds_every_number_to_the_figure_it_is()
    {
        var clerk = await city.SignedInAs("clerk");
        using var described = JsonDocument.Parse(await clerk.Http.GetStringAsync("/api/bulletins?unit=city&year=2025&month=12"));
        var figures = described.RootElement.GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("blocks").EnumerateArray()).SelectMany(b => b.GetProperty("figures").EnumerateArray()).ToList();
        var asked = 0;
        foreach (var figure in figures.Where(f => f.GetProperty("indicator").GetString() == "arrived-funds" && f.GetProperty("measure").GetString() is "value" or "completion" or "yoy"))
        {
            using var answer = JsonDocument.Parse(await clerk.Http.GetStringAsync($"/api/figures?indicator=arrived-funds&unit={figure.GetProperty("unit").GetString()}&from=2025-01&to=2025-12"));
            var whole = answer.RootElement;
            var expected = figure.GetProperty("measure").GetString() switch { "value" => whole.GetProperty("value").GetDecimal() * 100_000_000, "completion" => whole.GetProperty("completion").GetDecimal(), _ => whole.GetProperty("yearOnYear").GetDecimal() };
            Assert.Equal(expected, Math.Round(figure.GetProperty("value").GetDecimal(), 2, MidpointRounding.AwayFromZero));
            asked++;
        }
        Assert.True(asked >= 9, $"{asked}");
        using var package = WordprocessingDocument.Open(new MemoryStream(await clerk.Http.GetByteArrayAsync("/api/bulletins/word?unit=city&year=2025&month=12")), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Ranks_with_shared_places_in_each_group_and_takes_ties_onto_the_boards()
    {
        // completion of a month 6 (pace 50 %): 甲 60, 乙 55, 丙 55, 丁 40, 戊 40, 己 30; 庚 70 and 辛 20 are another group
        var report = Bulletin(new RankGroup("A组", ["a", "b", "c", "d", "e", "f"]), new RankGroup("B组", ["g", "h"]));
        var part = report.Parts.Single(p => p.Heading == "排名情况");
        Assert.Equal("三、排名情况", part.Text);
        var (first, second) = (part.Blocks.OfType<Tabulation>().First(), part.Blocks.OfType<Tabulation>().Last());
        Assert.Equal(["甲区 1", "乙区 2", "丙区 2", "丁区 4", "戊区 4", "己区 6"], first.Rows.Select(r => $"{r[0]} {r[1]}"));
        Assert.Equal(["庚区 1", "辛区 2"], second.Rows.Select(r => $"{r[0]} {r[1]}"));
        Assert.Equal(["60.00", "10.00", "0.60", "0.05"], first.Rows[0].Skip(2).Select(c => c.ToString()));
        // two on each board: 乙 and 丙 share the second place of the red one; 丁 and 戊 are level with the second from below
        var boards = part.Blocks.OfType<Paragraph>().First().Text;
        Assert.Equal("红榜：甲区、乙区、丙区。黑榜：丁区、戊区、己区。", boards);
        Assert.Equal(["一、目标任务进展", "二、各县（市）区和园区进展", "三、排名情况", "四、存在问题", "五、工作要求"], report.Parts.Select(p => p.Text));
        Assert.Equal(["一、目标任务进展", "二、各县（市）区和园区进展", "三、存在问题", "四、工作要求"], Bulletin().Parts.Select(p => p.Text));
    }

    /// <summary>A head of 12 pt takes 240 twips a character and 100 on either side, of the 8,845 of the type area.</summary>
    [Fact]
    public void Breaks_no_head_of_a_column()
    {
        var report = Bulletin(new RankGroup("A组", ["a", "b", "c", "d", "e", "f"]));
        var tables = report.Parts.SelectMany(part => part.Blocks).OfType<Tabulation>().ToList();
        Assert.True(tables.Count > 2, $"{tables.Count}");
        Assert.All(tables, table => Assert.All(table.Columns, column => Assert.True(column.Head.Length * 240 + 200 <= 8845 * column.Width / table.Columns.Sum(one => one.Width), column.Head)));
    }

    [Fact]
    public void Is_published_with_a_ranking_only_when_the_days_are_over_and_nobody_was_right_to_object()
    {
        var (day, at) = (new DateOnly(2026, 3, 2), new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc));
        var rank = new BulletinRank(Guid.NewGuid(), 5);
        Assert.Contains("须先向各单位公示", Refused(() => rank.RefuseUnlessSettled(day, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("须先复核通过", Refused(() => rank.Open(ReportState.Submitted, day, at)), StringComparison.Ordinal);
        rank.Open(ReportState.Reviewed, day, at);
        // five days: 2 to 6 March
        Assert.Equal(new DateOnly(2026, 3, 6), rank.PublicTo);
        Assert.Contains("公示到03/06/2026为止", Refused(() => rank.RefuseUnlessSettled(day.AddDays(4), 0, 0)), StringComparison.Ordinal);
        Assert.Contains("1件异议没有答复", Refused(() => rank.RefuseUnlessSettled(day.AddDays(5), 1, 0)), StringComparison.Ordinal);
        Assert.Contains("1件异议成立", Refused(() => rank.RefuseUnlessSettled(day.AddDays(5), 0, 1)), StringComparison.Ordinal);
        rank.RefuseUnlessSettled(day.AddDays(5), 0, 0);
        var (clerk, late) = (Guid.NewGuid(), at.AddDays(6));
        Assert.Contains("不在排名的公示期内", Refused(() => _ = new RankAppeal(rank, Guid.NewGuid(), "口径有误", clerk, "某", late)), StringComparison.Ordinal);
        var appeal = new RankAppeal(rank, Guid.NewGuid(), "口径有误", clerk, "某", at);
        Assert.Contains("不能答复自己提出的异议", Refused(() => appeal.Decide(false, "不成立", clerk, "某")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_the_units_from_draft_to_release()
    {
        var (clerk, reviewer, west) = (await city.SignedInAs("clerk"), await city.SignedInAs("reviewer"), await city.SignedInAs("other-district-clerk"));
        var rules = await (await reviewer.Open("/reports/bulletins/ranks")).Submit("main form", ("Input.IsOn", "true"), ("Input.BoardSize", "1"), ("Input.AppealDays", "3"));
        Assert.Contains("已保存排名规则", rules.Text, StringComparison.Ordinal);
        var draft = await (await clerk.Open("/reports/bulletins/new?unit=city&year=2025&month=12")).Submit("form[action*='Begin']");
        Assert.Contains("三、排名情况", draft.Text, StringComparison.Ordinal);
        var id = draft.Address.Split('/', '?')[2];
        Assert.Equal(HttpStatusCode.NotFound, (await west.Open($"/reports/bulletins/{id}/ranking")).Status);
        await draft.Submit("form[action*='Submit']");
        await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Decide']", ("decision", "Approve"));
        Assert.Contains("须先向各单位公示", (await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Decide']", ("decision", "Release"))).Alert, StringComparison.Ordinal);
        Assert.Contains("公示期", (await (await reviewer.Open($"/reports/bulletins/{id}/ranking")).Submit("form[action*='Open']")).Text, StringComparison.Ordinal);
        var objected = await (await west.Open($"/reports/bulletins/{id}/ranking")).Submit("form[action*='Object']", ("Appeal.Unit", "west"), ("Appeal.Text", "五月有一笔未计入"));
        Assert.Contains("五月有一笔未计入", objected.Text, StringComparison.Ordinal);
        var answered = await (await reviewer.Open($"/reports/bulletins/{id}/ranking")).Submit("form[action*='Answer']", ("Answer.Upheld", "true"), ("Answer.Answer", "属实，补记后重排"));
        Assert.Contains("成立", answered.Text, StringComparison.Ordinal);
        Assert.Contains("排名公示到", (await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Decide']", ("decision", "Release"))).Alert, StringComparison.Ordinal);
        await city.Inside(async services => await services.GetRequiredService<KeepRankSetting>().Set(new RankSettingInput { Version = (await services.GetRequiredService<KeepRankSetting>().Read()).Version }));
    }

    private static WorkReport Bulletin(params RankGroup[] groups)
    {
        const long Yi = 10_000_000_000;
        var units = new[] { ("a", "甲区", 60), ("b", "乙区", 55), ("c", "丙区", 55), ("d", "丁区", 40), ("e", "戊区", 40), ("f", "己区", 30), ("g", "庚区", 70), ("h", "辛区", 20) };
        var fact = new IndicatorFact("arrived-funds", "到位资金", MeasureUnit.Yuan, 4 * Yi)
        {
            Targets = [new TargetFact(null, 8 * Yi)], Groups = [.. units.Select(u => new GroupFact(GroupKind.Unit, u.Item1, u.Item2, u.Item3 * Yi / 100) { Targets = [new TargetFact(null, Yi)] })],
        };
        var facts = new WorkReportFacts { UnitCode = "city", UnitName = "测试市", Kind = UnitKind.City, Year = 2025, Months = 6, AsOf = new DateOnly(2025, 7, 5), Indicators = [fact] };
        return ComposeBulletin.Run(new BulletinFacts(facts)
        {
            Indicators = [fact], Parks = new Dictionary<string, IReadOnlyList<GroupFact>>(), Month = units.ToDictionary(u => ("arrived-funds", u.Item1), u => (long?)(Yi / 20)), Groups = groups, BoardSize = 2,
        });
    }

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Message;
}
