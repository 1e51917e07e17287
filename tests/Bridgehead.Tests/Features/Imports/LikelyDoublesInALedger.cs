using System.Text;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Api;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>
/// Rows that may be there already under another name are told before the import, imported, and queued for a person. Levels after the four of the trade:
/// the same name is 1, a name alike from 85 per cent on with the same investor 2.
/// </summary>
[Trait("needs", "database")]
public sealed class LikelyDoublesInALedger(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Are_told_with_level_and_reason_queued_with_the_import_and_gone_with_its_undoing()
    {
        await app.Inside(async services =>
        {
            var (open, scope) = (services.GetRequiredService<OpenProject>(), services.GetRequiredService<ScopedUnits>());
            foreach (var (name, unit, investor) in new[] { ("疑甲十万吨锂电正极材料生产线", "east", "疑甲控股有限公司"), ("疑乙智能终端产业园", "west", "疑乙控股有限公司") })
                await open.Run(new ProjectInput { Name = name, UnitId = (await scope.Named(unit))!.Id, Investor = investor }.Facts(), Stage.Called("lead")!);
        });
        var clerk = await app.SignedInAs("district-clerk");
        // 14 and 15 characters, one of them added: 93 per cent alike. The second is named like another unit's; the last two are one in the ledger itself
        var page = await AtTheWizard.Upload(clerk, "Projects", "疑似.csv", Encoding.UTF8.GetBytes(
            "项目名称,落地区县,投资方\n疑甲二十万吨锂电正极材料生产线,东江区,疑甲控股有限公司\n疑乙智能终端产业园,东江区,\n疑丁全新项目甲乙丙,东江区,\n疑戊物流枢纽基地,东江区,\n疑戊物流枢纽基地项目,东江区,\n"));
        Assert.Equal([5, 0, 0, 0], AtTheWizard.Counts(page));
        var rows = page.Document.QuerySelectorAll("[aria-label=可能重复的新记录] tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();
        Assert.Equal(["疑甲二十万吨锂电正极材料生产线|2|疑甲十万吨锂电正极材料生产线|2级|名称相近、同一投资方", "疑乙智能终端产业园|3|另一单位的记录|1级|名称相同", "疑戊物流枢纽基地项目|6|疑戊物流枢纽基地 第5行|1级|名称相同"], rows);
        var batch = await page.Submit("form[action*='handler=Apply']");
        Assert.Equal([1, 1, 2], await Queued());
        await batch.Submit("main form[method=post]");
        Assert.Empty(await Queued());
    }

    [Fact]
    public async Task Are_told_of_enterprises_too_and_to_programs()
    {
        var program = await AProgram.Of(app, "clerk");
        var first = await program.Upload("/api/imports/checks?kind=Enterprises", "疑一.csv", Encoding.UTF8.GetBytes("企业名称,法定代表人\n疑己新型建材有限公司,某甲\n"));
        await program.Write("POST", $"/api/imports/checks/{first.Of("id")}/apply", version: first.Tag);
        Assert.Equal(1, await app.Reading(db => db.Set<Enterprise>().CountAsync(e => e.Name == "疑己新型建材有限公司")));
        var check = await program.Upload("/api/imports/checks?kind=Enterprises", "疑二.csv", Encoding.UTF8.GetBytes("企业名称,法定代表人\n疑己新型建材股份有限公司,某乙\n"));
        Assert.Equal("1", check.Body!["outcome"]!["added"]!.ToString());
        Assert.Contains("与疑己新型建材有限公司疑似重复（1级，名称相同）", check.Body["outcome"]!["sheets"]![0]!["findings"]!.ToJsonString(Plain), StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<List<int>> Queued() => app.Reading(db => db.Set<DuplicatePair>().Where(p => p.Found == FoundAt.Import && p.Kind == RecordKind.Project).OrderBy(p => p.Level).Select(p => p.Level).ToListAsync());
}
