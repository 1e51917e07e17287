using System.Text;
using System.Text.Json;
using Bridgehead.Commands;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Ledger;

/// <summary>Two published notices go in by the import page as their cities printed them; every percentage comes out again, and the publisher's own error as a difference (domain rule 4.7).</summary>
[Trait("needs", "database")]
public sealed class EnteringPublishedBulletins(TestApp app) : IClassFixture<TestApp>
{
    // 攀枝花, January to October 2006 (domain.md G4–G10); the targets of the branches are those of the notice, 800,000 together
    private const string Panzhihua = """
        指标,类别,分组,数值,计量单位
        到位资金,实际,,1005136,万元
        到位资金,年度目标,,800000,万元
        到位资金,公布完成率,,125.64,
        到位资金,公布超序时,,42.31,
        到位资金,公布同比,,125,
        到位资金,实际,国内省外,412678,万元
        到位资金,实际,市外省内,176031,万元
        到位资金,实际,市内县际,416427,万元
        到位资金,公布占比,国内省外,41.06,
        到位资金,公布占比,市外省内,17.51,
        到位资金,公布占比,市内县际,41.43,
        到位资金,实际,农业,32824,万元
        到位资金,实际,工业,657465,万元
        到位资金,实际,三产,314847,万元
        到位资金,目标,农业,40000,万元
        到位资金,目标,工业,500000,万元
        到位资金,目标,三产,260000,万元
        到位资金,公布占比,农业,3.27,
        到位资金,公布占比,工业,65.41,
        到位资金,公布占比,三产,31.32,
        到位资金,公布完成率,农业,82.06,
        到位资金,公布完成率,工业,131.49,
        到位资金,公布完成率,三产,121.1,
        到位资金,省定目标,国内省外,83253,万元
        到位资金,公布省定完成率,国内省外,495.69,
        到位资金,公布省定超序时,国内省外,412.36,
        到位资金,实际,亿元以上,626207,万元
        到位资金,公布占比,亿元以上,62.3,
        履约项目,实际,,422,个
        新签约项目,实际,,233,个
        """;

    // 眉山, first half of 2018 (G14–G17)
    private const string Meishan = """
        指标,类别,分组,数值,计量单位
        到位资金,实际,,339.05,亿元
        到位资金,目标,,660,亿元
        到位资金,公布完成率,,51.37,
        到位资金,公布同比,,5.95,
        到位资金,实际,国内省外,303.94,亿元
        到位资金,公布同比,国内省外,13.15,
        到位资金,省定目标,国内省外,460,亿元
        到位资金,公布省定完成率,国内省外,66.07,
        到位资金,公布省定超序时,国内省外,16.07,
        到位资金,市定目标,国内省外,590,亿元
        到位资金,公布市定完成率,国内省外,51.52,
        新签约项目,实际,,80,个
        合同投资额,实际,,3176.61,亿元
        新签约项目,公布占比,一产,0,
        新签约项目,公布占比,二产,73.42,
        新签约项目,公布占比,三产,26.58,
        履约项目,实际,,65,个
        履约项目投资额,实际,,2633.9,亿元
        开工项目,实际,,12,个
        开工项目投资额,实际,,103.84,亿元
        """;

    [Fact]
    public async Task Gives_every_published_percentage_back_and_shows_the_publishers_error()
    {
        var clerk = await app.SignedInAs("reviewer");
        await Enter(clerk, Table(Panzhihua, "东江区", "2006-01", "2006-10"));
        await Enter(clerk, Table(Meishan, "西岭县", "2018-01", "2018-06"));
        // growth was printed without the year before: nothing to compute it from, which is not the same as agreeing
        Assert.Equal([("YearOnYear", "", "125", "NotComputable")], await NotAgreeing(clerk, "east", "arrived-funds", "2006-01", "2006-10"));
        Assert.Equal([("YearOnYear", "", "5.95", "NotComputable"), ("YearOnYear", "OtherProvince", "13.15", "NotComputable")], await NotAgreeing(clerk, "west", "arrived-funds", "2018-01", "2018-06"));
        var page = await clerk.Open("/figures?unit=west&indicator=arrived-funds&from=2018-01&to=2018-06");
        Assert.Equal(["一致", "一致", "一致", "一致", "无法重算", "无法重算"], page.Document.QuerySelectorAll("[aria-label='与公布数核对'] tbody tr").Select(r => r.Children[^1].TextContent.Trim()).Order(StringComparer.Ordinal));
        // the year before as the growth leaves it: 1,005,136 ÷ 2.25; 339.05 ÷ 1.0595; 303.94 ÷ 1.1315
        await Enter(clerk, "单位,指标,起,止,类别,分组,数值,计量单位,来源\n东江区,到位资金,2005-01,2005-10,实际,,446727,万元,推算\n西岭县,到位资金,2017-01,2017-06,实际,,320.01,亿元,推算\n西岭县,到位资金,2017-01,2017-06,实际,国内省外,268.62,亿元,推算\n");
        Assert.Empty(await NotAgreeing(clerk, "east", "arrived-funds", "2006-01", "2006-10"));
        Assert.Empty(await NotAgreeing(clerk, "west", "arrived-funds", "2018-01", "2018-06"));
        Assert.Equal([("Share", "Primary", "0", "NotComputable"), ("Share", "Secondary", "73.42", "Differs"), ("Share", "Tertiary", "26.58", "Differs")], await NotAgreeing(clerk, "west", "signed-projects", "2018-01", "2018-06"));
        // no whole number of 80 is 73.42 %: 59 of 80 is 73.75 %, 58 of 79 is 73.42 %
        Assert.Contains("80个中没有整数个恰为73.42％：59/80＝73.75％；73.42％是58/79，公布数有误", (await clerk.Open("/figures?unit=west&indicator=signed-projects&from=2018-01&to=2018-06")).Text, StringComparison.Ordinal);
        await app.Inside(async services =>
        {
            var answer = await services.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = "west", Indicator = "signed-projects", From = "2018-01", To = "2018-06" });
            var lines = FiguresVerb.Text(FigureDocument.Of(answer, services.GetRequiredService<Words>()), Words.In("zh")).Split('\n').Select(l => l.TrimEnd()).ToList();
            Assert.Contains("占比 一产 公布 0％，无法重算", lines);
            Assert.Contains(lines, l => l.StartsWith("占比 二产 公布 73.42％，不一致 80个中没有整数个恰为73.42％", StringComparison.Ordinal));
        });
    }

    private static string Table(string rows, string unit, string from, string to)
    {
        var lines = rows.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Skip(1).Select(l => $"{l},{unit},{from},{to},{unit}通报").Prepend(lines[0] + ",单位,起,止,来源"));
    }

    private static async Task Enter(Visitor clerk, string table)
    {
        var check = await (await clerk.Open("/imports")).Submit("main form[enctype]", [("Kind", "Figures")], [("Upload", "通报.csv", Encoding.UTF8.GetBytes(table))]);
        // all rows are taken, none is to be mended
        Assert.Equal([(table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), "0"], [check.Of(".verdict dd"), check.Document.QuerySelectorAll(".verdict dd")[^1].TextContent.Trim()]);
        await check.Submit("form[action*='Apply']");
    }

    private static async Task<List<(string, string, string, string)>> NotAgreeing(Visitor reader, string unit, string indicator, string from, string to)
    {
        using var answer = JsonDocument.Parse(await reader.Http.GetStringAsync($"/api/figures?unit={unit}&indicator={indicator}&from={from}&to={to}"));
        return [.. answer.RootElement.GetProperty("published").EnumerateArray().Select(p => (p.GetProperty("kind").GetString()!, p.GetProperty("group").GetString()!, p.GetProperty("printed").GetString()!, p.GetProperty("verdict").GetString()!))
            .Where(p => p.Item4 != "Agrees").OrderBy(p => p.Item2, StringComparer.Ordinal)];
    }
}
