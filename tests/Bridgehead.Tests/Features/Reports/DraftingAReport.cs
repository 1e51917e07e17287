using System.Net;
using System.Text.Json;
using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>A kept report through its pages: begun from figures, edited around its numbers, brought up to date, read by a second person.</summary>
[Trait("needs", "database")]
public sealed class DraftingAReport(ReportCity city) : IClassFixture<ReportCity>
{
    [Fact]
    public async Task Begins_from_the_figures_and_keeps_each_bound()
    {
        var clerk = await city.SignedInAs("clerk");
        var page = await (await clerk.Open("/reports/work?unit=city&year=2025&months=12")).Submit("form[action*='Begin']", ("Input.Reporter", "测试市经济合作局局长"));
        Assert.StartsWith("/reports/", page.Address, StringComparison.Ordinal);
        Assert.Contains("2025年，全市累计到位资金12亿元，同比增长20%，居全省第*位。完成年度目标任务12亿元的100%，全面完成目标任务。", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("/figures/arrived-funds?unit=city&from=2025-01&to=2025-12", page.Document.QuerySelectorAll("a.bh-figure").Select(a => a.GetAttribute("href")));
        Assert.Contains("主任、各位副主任、秘书长、各位委员：", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_every_number_of_the_file_in_the_description_and_in_the_figures()
    {
        var (id, clerk) = (await city.Begun(), await city.SignedInAs("clerk"));
        using var described = JsonDocument.Parse(await clerk.Http.GetStringAsync($"/api/reports/{id}"));
        var figures = described.RootElement.GetProperty("document").GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("blocks").EnumerateArray()).SelectMany(b => b.GetProperty("figures").EnumerateArray()).ToList();
        Assert.True(figures.Count > 30, $"{figures.Count}");
        using var package = WordprocessingDocument.Open(new MemoryStream(await clerk.Http.GetByteArrayAsync($"/api/reports/{id}/word")), false);
        var printed = package.MainDocumentPart!.Document!.Body!.Descendants<SdtRun>().Select(c => (c.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, c.InnerText)).ToHashSet();
        Assert.Equal([], printed.Except(figures.Select(f => (f.GetProperty("tag").GetString()!, f.GetProperty("display").GetString()!))));
        var asked = 0;
        foreach (var figure in figures.Where(f => f.GetProperty("indicator").GetString() == "arrived-funds" && f.GetProperty("measure").GetString() is "value" or "completion" or "yoy"))
        {
            using var answer = JsonDocument.Parse(await clerk.Http.GetStringAsync($"/api/figures?indicator=arrived-funds&unit={figure.GetProperty("unit").GetString()}&from=2025-01&to=2025-12&group={Uri.EscapeDataString(figure.GetProperty("group").GetString() ?? "")}"));
            var whole = answer.RootElement;
            // /api/figures gives 亿元 and percentages to two digits, the report 元 and exact percentages
            var expected = figure.GetProperty("measure").GetString() switch { "value" => whole.GetProperty("value").GetDecimal() * 100_000_000, "completion" => whole.GetProperty("completion").GetDecimal(), _ => whole.GetProperty("yearOnYear").GetDecimal() };
            Assert.Equal(expected, Math.Round(figure.GetProperty("value").GetDecimal(), 2, MidpointRounding.AwayFromZero));
            asked++;
        }
        Assert.True(asked >= 6, $"{asked}");
    }

    [Fact]
    public async Task Keeps_a_number_from_being_typed_over_but_lets_it_move_and_go()
    {
        var (id, clerk) = (await city.Begun(), await city.SignedInAs("clerk"));
        var block = (await city.Parts(id)).Blocks.First(b => b.Text.Contains(":12]]亿元", StringComparison.Ordinal));
        var page = await clerk.Open($"/reports/{id}?edit={block.Id}");
        var refused = await page.Submit("form.block-form", ("Text", block.Text.Replace(":12]]", ":13]]", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“12”是绑定的数据，不能改写成“13”", refused.Text, StringComparison.Ordinal);
        Assert.Contains(":13]]", refused.Field("Text"), StringComparison.Ordinal);
        var mark = System.Text.RegularExpressions.Regex.Match(block.Text, @"\[\[[0-9]+:12\]\]").Value;
        var moved = await refused.Submit("form.block-form", ("Text", $"到位资金{mark}亿元，创历史新高。"));
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Contains("到位资金12亿元，创历史新高。", moved.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var gone = await (await clerk.Open($"/reports/{id}?edit={block.Id}")).Submit("form.block-form", ("Text", "到位资金创历史新高。"));
        Assert.Contains("到位资金创历史新高。", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_figure_in_where_it_is_asked_for()
    {
        var (id, clerk) = (await city.Begun(), await city.SignedInAs("clerk"));
        var block = (await city.Parts(id)).Blocks.First(b => b.Part == 4 && b.Kind == BlockKind.Paragraph);
        var edited = await clerk.Http.PostAsync($"/api/reports/{id}/blocks/{block.Id}/figures", Body(("indicator", "到位资金"), ("unit", "east"), ("from", "2025-01"), ("to", "2025-06"), ("text", "东江区上半年到位资金[[+]]，继续加力。")), block.Version);
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Contains("东江区上半年到位资金5亿元，继续加力。", (await city.Parts(id)).Document.Parts[3].Blocks.OfType<Bridgehead.Features.Reports.Paragraph>().Select(p => p.Text));
        using var unknown = await clerk.Http.PostAsync($"/api/reports/{id}/blocks/{block.Id}/figures", Body(("indicator", "没有的指标"), ("unit", "east"), ("from", "2025-01"), ("to", "2025-06")), block.Version + 1);
        Assert.Contains("没有指标“没有的指标”", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_handed_in_with_a_number_from_nowhere()
    {
        var (id, clerk) = (await city.Begun(), await city.SignedInAs("clerk"));
        var block = (await city.Parts(id)).Blocks.First(b => b.Part == 2 && b.Kind == BlockKind.Paragraph);
        var written = await (await clerk.Open($"/reports/{id}?edit={block.Id}")).Submit("form.block-form", ("Text", "盘活闲置厂房5万平方米。"));
        var refused = await written.Submit("form[action*='Submit']");
        Assert.Contains("数字“5”（盘活闲置厂房5万平方米。）没有绑定数据，也没有写明来源", refused.Alert, StringComparison.Ordinal);
        written = await (await clerk.Open($"/reports/{id}?edit={block.Id}")).Submit("form.block-form", ("Text", "盘活闲置厂房[[数:5|来源：市自然资源局函〔2025〕8号]]万平方米。"));
        Assert.Contains("已提交，等待第二人复核", (await written.Submit("form[action*='Submit']")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_no_number_off_as_a_name()
    {
        var (id, clerk) = (await city.Begun(), await city.SignedInAs("clerk"));
        var block = (await city.Parts(id)).Blocks.First(b => b.Part == 2 && b.Kind == BlockKind.Paragraph);
        var refused = await (await clerk.Open($"/reports/{id}?edit={block.Id}")).Submit("form.block-form", ("Text", "完成投资[[项目:88亿元]]。"));
        Assert.Contains("登记册中没有名称“88亿元”", refused.Text, StringComparison.Ordinal);
        var known = await (await clerk.Open($"/reports/{id}?edit={block.Id}")).Submit("form.block-form", ("Text", "推动[[项目:年产10GWh动力电池项目]]开工。"));
        Assert.Equal(HttpStatusCode.OK, known.Status);
    }

    [Fact]
    public async Task Marks_what_moved_since_and_takes_it_over_with_its_direction()
    {
        var (id, clerk) = (await city.Begun(2024), await city.SignedInAs("clerk"));
        await city.Enter("west", 202407, 500);      // 100,000 + 500 万元: 10亿元 becomes 10.05亿元
        try
        {
            var page = await clerk.Open($"/reports/{id}");
            Assert.Contains("现为10.05", page.Text, StringComparison.Ordinal);
            var stale = page.Document.QuerySelectorAll(".stale-sheet tbody tr").Length;
            Assert.True(stale >= 2, $"{stale}");
            var one = await page.Submit(".stale-sheet tbody form");
            Assert.Contains("已采用1个新数", one.Text, StringComparison.Ordinal);
            var all = await one.Submit(".stale-sheet > form");
            Assert.Contains("已采用", all.Text, StringComparison.Ordinal);
            Assert.Empty(all.Document.QuerySelectorAll(".stale"));
            Assert.Contains("到位资金10.05亿元", all.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        finally
        {
            await city.Enter("west", 202407, -500);
        }
    }

    [Fact]
    public async Task Is_read_by_a_second_person_before_it_is_released()
    {
        var (id, clerk, reviewer) = (Guid.Empty, await city.SignedInAs("clerk"), await city.SignedInAs("reviewer"));
        var begun = await (await reviewer.Open("/reports/work?unit=city&year=2025&months=12")).Submit("form[action*='Begin']");
        id = Guid.Parse(begun.Address.Split('/', '?')[2]);
        await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Submit']");
        var own = await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Decide']:has(input[value=Approve])");
        Assert.Contains("起草、修改和提交报告的人不能复核自己的报告", own.Alert, StringComparison.Ordinal);
        await (await reviewer.Open($"/reports/{id}")).Submit("form[action*='Decide']:has(input[value=Return])", ("reason", "补充园区情况"));
        Assert.Contains("已退回修改，原因：补充园区情况", (await clerk.Open($"/reports/{id}")).Text, StringComparison.Ordinal);
        Assert.Empty((await clerk.Open($"/reports/{id}")).Document.QuerySelectorAll("form[action*='Decide']"));
        using var forbidden = await clerk.Http.PostAsync($"/api/reports/{id}/decision", Body(("decision", "Release")), 3);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Is_not_there_for_another_district()
    {
        var id = await city.Begun(2025, "east");
        Assert.Equal(HttpStatusCode.NotFound, (await (await city.SignedInAs("other-district-clerk")).Open($"/reports/{id}")).Status);
        Assert.DoesNotContain(id.ToString(), (await (await city.SignedInAs("other-district-clerk")).Open("/reports")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await city.SignedInAs("district-clerk")).Open($"/reports/{id}")).Status);
    }

    internal static HttpContent Body(params (string Name, object Value)[] fields) => System.Net.Http.Json.JsonContent.Create(fields.ToDictionary(f => f.Name, f => f.Value));
}

/// <summary>Sending a change of a version through the API.</summary>
internal static class AtVersion
{
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient http, string address, HttpContent content, long version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await http.SendAsync(request);
    }
}
