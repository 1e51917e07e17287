using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Api;

[Trait("needs", "database")]
public sealed class TheUsesOfTheApi(TestApp app) : IClassFixture<TestApp>
{
    private const string Ledger = "单位,指标,起,止,类别,分组,数值,计量单位,来源\n东江区,新签约项目数,2026-01,2026-03,实际,,12,个,简报第1期\n东江区,新签约项目数,2026-04,2026-06,实际,,八,个,简报第2期\n";

    [Fact]
    public async Task An_enterprise_is_registered_read_changed_and_listed()
    {
        var program = await AProgram.Of(app, "clerk");
        var made = await program.Write("POST", "/api/enterprises", new JsonObject { ["name"] = "云山精密机械有限公司", ["capitalWan"] = 500.5m, ["capitalCurrency"] = "CNY" });
        Assert.Equal(201, made.Status);
        var address = made.Response.Headers.Location!.ToString();
        Assert.Equal("5005000", (await program.Get(address)).Of("capital"));
        var changed = await program.Write("PUT", address, new JsonObject { ["name"] = "云山精密机械股份有限公司" }, made.Tag);
        Assert.Equal("\"2\"", changed.Tag);
        Assert.Equal(412, (await program.Write("PUT", address, new JsonObject { ["name"] = "另一个名称" }, made.Tag)).Status);
        Assert.Equal("云山精密机械股份有限公司", (await program.Get("/api/enterprises?q=yunshan")).Body!["items"]![0]!["name"]!.ToString());
    }

    [Fact]
    public async Task A_project_is_opened_moved_thrown_away_and_brought_back()
    {
        var program = await AProgram.Of(app, "district-clerk");
        var east = await Unit("east");
        var made = await program.Write("POST", "/api/projects", new JsonObject { ["name"] = "接口项目", ["unitId"] = east, ["amount"] = "1.2亿", ["origin"] = "OtherProvince" });
        Assert.Equal((201, "120000000"), (made.Status, made.Of("amountYuan").Split('.')[0]));
        var address = made.Response.Headers.Location!.ToString();
        var refused = await program.Write("POST", address + "/stage", new JsonObject { ["stage"] = "signed" }, made.Tag);
        Assert.Equal(409, refused.Status);
        Assert.Equal("接口项目", (await program.Get("/api/search?q=jkxm")).Body!["items"]![0]!["title"]!.ToString());
        Assert.Equal(204, (await program.Write("DELETE", address, version: made.Tag)).Status);
        Assert.Equal(404, (await program.Get(address)).Status);
        var trashed = (await program.Get("/api/trash?limit=200")).Body!["items"]!.AsArray().Single(t => t!["id"]!.ToString() == made.Of("id"))!;
        Assert.Equal(200, (await program.Write("POST", $"/api/trash/project/{made.Of("id")}/restore", version: $"\"{trashed["version"]}\"")).Status);
        Assert.Equal(200, (await program.Get(address)).Status);
    }

    [Fact]
    public async Task A_ledger_is_checked_applied_answered_for_and_undone()
    {
        var program = await AProgram.Of(app, "reviewer");
        var check = await program.Upload("/api/imports/checks?kind=Figures", "简报.csv", Encoding.UTF8.GetBytes(Ledger));
        Assert.True(check.Status == 201, check.Text);
        Assert.Equal((201, "1", "1"), (check.Status, check.Body!["outcome"]!["accepted"]!.ToString(), check.Body["outcome"]!["refused"]!.ToString()));
        var name = check.Of("id");
        var refused = await program.Get($"/api/imports/checks/{name}/refused");
        Assert.Equal("PK", Encoding.ASCII.GetString(refused.Bytes[..2]));
        Assert.Equal(409, (await program.Get($"/api/imports/checks/{name}/refused?sheet=7")).Status);
        var applied = await program.Write("POST", $"/api/imports/checks/{name}/apply", version: check.Tag);
        Assert.Equal((200, "Done"), (applied.Status, applied.Of("state")));
        var figure = await program.Get("/api/figures?unit=east&indicator=signed-projects&from=2026-01&to=2026-03");
        Assert.Equal("12", figure.Of("value"));
        Assert.True(JsonNode.DeepEquals(figure.Body, JsonNode.Parse(await AtTheCommandLine("east", "signed-projects", "2026-01", "2026-03"))));
        var entry = (await program.Get("/api/entries?unit=city&indicator=signed-projects&from=2026-02&to=2026-02")).Body!["items"]!.AsArray()[^1]!;
        Assert.Equal(("12", "简报第1期"), (entry["value"]!.ToString(), entry["evidence"]!["title"]!.ToString()));
        var batch = await program.Get("/api/imports/" + applied.Of("batch"));
        Assert.Equal(batch.Of("id"), (await program.Get("/api/imports?limit=1")).Body!["items"]![0]!["id"]!.ToString());
        Assert.Equal(("1", "0"), (await program.Get($"/api/imports/{applied.Of("batch")}/undo")) is var preview ? (preview.Of("entries"), preview.Of("changedCount")) : default);
        Assert.Equal(200, (await program.Write("POST", batch.Response.RequestMessage!.RequestUri!.AbsolutePath + "/undo", version: batch.Tag)).Status);
        Assert.Equal("0", (await program.Get("/api/figures?unit=east&indicator=signed-projects&from=2026-01&to=2026-03")).Body!["value"]?.ToString() ?? "0");
        Assert.True((await program.Get($"/api/entries/{entry["sequence"]}")).Body!["takenBack"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_entry_is_reversed_once_with_its_reason()
    {
        var program = await AProgram.Of(app, "reviewer");
        var check = await program.Upload("/api/imports/checks?kind=Figures", "简报.csv", Encoding.UTF8.GetBytes(Ledger.Replace("2026", "2025", StringComparison.Ordinal)));
        await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: check.Tag);
        var entry = (await program.Get("/api/entries?unit=east&from=2025-01&to=2025-03")).Body!["items"]![0]!["sequence"]!.ToString();
        Assert.Equal(400, (await program.Write("POST", $"/api/entries/{entry}/reversal", new JsonObject { ["reason"] = "" })).Status);
        var opposite = await program.Write("POST", $"/api/entries/{entry}/reversal", new JsonObject { ["reason"] = "简报有误" });
        Assert.Equal((201, "-12", entry), (opposite.Status, opposite.Of("value"), opposite.Of("reverses")));
        Assert.Equal(409, (await program.Write("POST", $"/api/entries/{entry}/reversal", new JsonObject { ["reason"] = "再冲一次" })).Status);
        Assert.Equal(409, (await program.Write("POST", $"/api/entries/{opposite.Of("sequence")}/reversal", new JsonObject { ["reason"] = "冲冲销" })).Status);
        Assert.Equal(404, (await (await AProgram.Of(app, "other-district-clerk")).Write("POST", $"/api/entries/{entry}/reversal", new JsonObject { ["reason"] = "别的区县" })).Status);
    }

    [Fact]
    public async Task A_target_is_set_once_and_changed_as_it_was_read_by_those_in_whose_scope_it_lies()
    {
        var (program, other) = (await AProgram.Of(app, "reviewer"), await AProgram.Of(app, "district-reviewer"));
        var target = new JsonObject { ["indicator"] = "signed-projects", ["unit"] = "west", ["year"] = 2026, ["value"] = 40 };
        var made = await program.Write("POST", "/api/targets", target.DeepClone());
        Assert.Equal((201, "40"), (made.Status, made.Of("value")));
        Assert.Equal(409, (await program.Write("POST", "/api/targets", target.DeepClone())).Status);
        var address = made.Response.Headers.Location!.ToString();
        Assert.Equal(428, (await program.Write("PUT", address, new JsonObject { ["value"] = 50, ["source"] = "青政发〔2026〕3号", ["reason"] = "年中调整" })).Status);
        var changed = await program.Write("PUT", address, new JsonObject { ["value"] = 50, ["source"] = "青政发〔2026〕3号", ["reason"] = "年中调整" }, made.Tag);
        Assert.Equal((200, "50", "\"2\""), (changed.Status, changed.Of("value"), changed.Tag));
        Assert.Equal(412, (await program.Write("PUT", address, new JsonObject { ["value"] = 60, ["source"] = "青政发〔2026〕4号", ["reason"] = "年中调整" }, made.Tag)).Status);
        Assert.Equal((404, 404, 409), ((await other.Get(address)).Status, (await other.Write("PUT", address, new JsonObject { ["value"] = 1, ["source"] = "青政发〔2026〕4号", ["reason"] = "年中调整" }, changed.Tag)).Status, (await other.Write("POST", "/api/targets", target.DeepClone())).Status));
        Assert.DoesNotContain((await other.Get("/api/targets?limit=200")).Body!["items"]!.AsArray(), t => t!["unit"]!.ToString() == "west");
        Assert.Contains((await program.Get("/api/targets?year=2026&unit=city&indicator=signed-projects")).Body!["items"]!.AsArray(), t => t!["value"]!.ToString() == "50");
    }

    [Fact]
    public async Task An_indicator_is_defined_and_given_its_next_version()
    {
        var program = await AProgram.Of(app, "reviewer");
        var made = await program.Write("POST", "/api/indicators", new JsonObject { ["code"] = "api-things", ["name"] = "接口事项", ["display"] = "个" });
        Assert.Equal((201, "1"), (made.Status, made.Of("scopeVersion")));
        Assert.Equal("接口事项", (await program.Get(made.Response.Headers.Location!.ToString())).Of("name"));
        Assert.Equal("validFrom", (await program.Write("POST", "/api/indicators", new JsonObject { ["code"] = "api-things", ["name"] = "接口事项", ["display"] = "个" })).Of("field"));
        Assert.Equal("2", (await program.Write("POST", "/api/indicators", new JsonObject { ["code"] = "api-things", ["name"] = "接口事项", ["display"] = "个", ["validFrom"] = "2026-01-01" })).Of("scopeVersion"));
    }

    [Fact]
    public async Task The_trail_the_report_and_the_units_are_read()
    {
        var (auditor, clerk) = (await AProgram.Of(app, "auditor"), await AProgram.Of(app, "clerk"));
        var newest = (await auditor.Get("/api/audit?limit=1")).Body!["items"]![0]!["sequence"]!.ToString();
        Assert.True((await auditor.Get("/api/audit/" + newest)).Body!["holds"]!.GetValue<bool>());
        Assert.Contains("一、", (await clerk.Get("/api/reports/work?unit=city&year=2026&months=6")).Body!["parts"]![0]!["heading"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("PK", Encoding.ASCII.GetString((await clerk.Get("/api/reports/work/word?unit=city&year=2026&masked=true")).Bytes[..2]));
        Assert.Equal("ok", (await clerk.Get("/api/health")).Of("status"));
    }

    [Theory]
    [InlineData("/api/units")]
    [InlineData("/api/indicators")]
    [InlineData("/api/audit")]
    public async Task A_list_is_read_page_by_page_without_a_gap_or_a_repetition(string address)
    {
        var program = await AProgram.Of(app, address == "/api/audit" ? "auditor" : "reviewer");
        string Key(JsonNode row) => row["sequence"]?.ToString() ?? row["id"]!.ToString();
        var whole = (await program.Get(address + "?limit=200")).Body!["items"]!.AsArray().Select(r => Key(r!)).ToList();
        var (pages, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await program.Get($"{address}?limit=3{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            pages.AddRange(page.Body!["items"]!.AsArray().Select(r => Key(r!)));
            after = page.Body["next"]?.ToString();
        }
        while (after is not null && pages.Count < 500);
        Assert.True(whole.Count > 6);
        Assert.Equal(whole, address == "/api/audit" ? pages.Take(whole.Count) : pages);
    }

    private async Task<string> Unit(string code) => (await app.Reading(db => db.Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync())).ToString();

    private async Task<string> AtTheCommandLine(string unit, string indicator, string from, string to)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        var answer = await scope.ServiceProvider.GetRequiredService<AskFigure>().Run(new FigureInput { Unit = unit, Indicator = indicator, From = from, To = to });
        return JsonSerializer.Serialize(FigureDocument.Of(answer, Words.In("zh")), JsonSerializerOptions.Web);
    }
}
