using System.Text.Json.Nodes;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Api;
using Bridgehead.Tests.Features.Imports.Reading;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>Ledgers somebody really kept go in as they are, through page and API. Expected numbers were counted in the files with another program.</summary>
[Trait("needs", "database")]
public sealed class RealLedgersAsTheyAre(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Seven_sheets_with_titles_and_merged_cells()
    {
        var program = await AProgram.Of(app, "district-clerk");
        var check = await program.Upload("/api/imports/checks", "项目清单.xlsx", await File.ReadAllBytesAsync(SharedLedgers.Path("项目清单_多表合并单元格.xlsx")));
        Assert.Equal(("Projects", "项目总表"), (check.Of("kind"), check.Body!["outcome"]!["sheets"]![0]!["name"]!.ToString()));
        var decided = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", new JsonObject
        {
            ["sheets"] = new JsonArray(Sheet("OA系统", 1, "C"), Sheet("集团研发部提成核算系统", 2, "C"), Sheet("奥特莱斯系列报备功能", 1, "C"), Sheet("产品智能识别系统", 1, "C"), Sheet("OA功能清单", 2, "C")),
        }, check.Tag);
        Assert.Equal(200, decided.Status);
        var sheets = decided.Body!["outcome"]!["sheets"]!.AsArray().ToDictionary(s => s!["name"]!.ToString(), s => (Read: (int)s!["read"]!, Added: (int)s["added"]!));
        // the seventh sheet is a list of priorities and stays out
        Assert.Equal(["OA功能清单", "OA系统", "产品智能识别系统", "奥特莱斯系列报备功能", "集团研发部提成核算系统", "项目总表"], sheets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((28, 4, 6, 19), (sheets["集团研发部提成核算系统"].Read, sheets["奥特莱斯系列报备功能"].Read, sheets["产品智能识别系统"].Read, sheets["OA功能清单"].Read));
        // the nineteen functions of the short list are all in the long one before it, and are not entered twice
        Assert.Equal(["OA功能清单"], sheets.Where(s => s.Value.Added == 0).Select(s => s.Key));
        var applied = await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: decided.Tag);
        Assert.Equal("Done", applied.Of("state"));
        Assert.Equal(sheets.Values.Sum(s => s.Added), await app.Reading(db => db.Set<Project>().CountAsync(p => p.BatchId != null)));
        // the next month the same file needs no decision about columns
        var again = await program.Upload("/api/imports/checks?kind=Projects", "项目清单.xlsx", await File.ReadAllBytesAsync(SharedLedgers.Path("项目清单_多表合并单元格.xlsx")));
        Assert.Equal("0", again.Body!["outcome"]!["added"]!.ToString());
    }

    [Fact]
    public async Task Years_across_in_an_old_binary_workbook()
    {
        var program = await AProgram.Of(app, "reviewer");
        var file = await File.ReadAllBytesAsync(SharedLedgers.Path("主要城市年度数据_宽表.xls"));
        var check = await program.Upload("/api/imports/checks", "主要城市年度数据.xls", file);
        Assert.Equal("Figures", check.Of("kind"));
        Assert.Equal("true", check.Body!["outcome"]!["sheets"]![0]!["yearsAcross"]!.ToJsonString());
        var decided = await program.Write("PUT", $"/api/imports/checks/{check.Of("id")}", new JsonObject { ["addMissing"] = true }, check.Tag);
        var sheet = decided.Body!["outcome"]!["sheets"]![0]!;
        // one row for each figure of the 36 cities, none refused
        Assert.Equal(("0", sheet["read"]!.ToString()), (sheet["refused"]!.ToString(), sheet["added"]!.ToString()));
        Assert.Equal("Done", (await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: decided.Tag)).Of("state"));
        // Beijing in 2017: 28,014.94 hundred million yuan, in fen
        Assert.Equal(280_149_400_000_000, await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.FromMonth == 201701 && db.Set<Bridgehead.Features.Organisations.Unit>().Any(u => u.Id == e.UnitId && u.Name == "北京")).Select(e => e.Value).SingleAsync()));
        var again = await program.Upload("/api/imports/checks?kind=Figures", "主要城市年度数据.xls", file);
        Assert.Equal(("0", sheet["added"]!.ToString()), (again.Body!["outcome"]!["added"]!.ToString(), again.Body["outcome"]!["unchanged"]!.ToString()));
    }

    [Fact]
    public async Task Three_thousand_companies_in_the_national_encoding()
    {
        var program = await AProgram.Of(app, "clerk");
        var check = await program.Upload("/api/imports/checks?kind=Enterprises", "公司名单.csv", await File.ReadAllBytesAsync(SharedLedgers.Path("公司名单_GBK.csv")));
        Assert.Equal(("3373", "0"), (check.Body!["outcome"]!["read"]!.ToString(), check.Body["outcome"]!["refused"]!.ToString()));
        var state = await program.Write("POST", $"/api/imports/checks/{check.Of("id")}/apply", version: check.Tag);
        // more than two thousand: in the background
        Assert.Equal("Applying", state.Of("state"));
        for (var tries = 0; tries < 120 && state.Of("state") == "Applying"; tries++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            state = await program.Get($"/api/imports/checks/{check.Of("id")}");
        }
        Assert.Equal(("Done", "100"), (state.Of("state"), state.Of("percent")));
        Assert.Equal((int)check.Body["outcome"]!["added"]!, await app.Reading(db => db.Set<Enterprise>().CountAsync(e => e.BatchId != null)));
    }

    private static JsonObject Sheet(string name, int header, string column) => new()
    {
        ["name"] = name, ["skip"] = false, ["headerRow"] = header, ["year"] = null, ["moneyUnit"] = null, ["indicator"] = null, ["measure"] = null,
        ["columns"] = new JsonArray(new JsonObject { ["column"] = column, ["key"] = "name" }),
    };
}
