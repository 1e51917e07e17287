using System.Globalization;
using System.Text;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A batch is taken back as a whole; what somebody did to its records since is said, and the person decides.</summary>
[Trait("needs", "database")]
public sealed class UndoingAnImport(TestApp app) : IClassFixture<TestApp>
{
    // the program's own books: only ever added to, or made again from the rest
    private static readonly HashSet<string> Books = ["AuditEntries", "ChainHeads", "ImportBatches", "ImportChecks", "ImportedChanges", "StoredReplies", "LedgerEntries", "Evidence", "NumberSeries", "UserSessions", "RememberedChoices"];

    private static readonly Gen<string> Rows = Gen.Select(Gen.OneOfConst("撤甲", "撤乙", "撤丙", "撤丁", "撤戊"), Gen.OneOfConst("东江区", "西岭县"), Gen.OneOfConst("", "甲公司", "乙公司"), Gen.Int[0, 9000], Gen.OneOfConst("", "2023-03-05", "2024-07-01"), Gen.OneOfConst("", "省外", "境外"))
        .Select((name, unit, investor, amount, signed, origin) => string.Create(CultureInfo.InvariantCulture, $"{name},{unit},{investor},{(amount == 0 ? "" : amount)},{signed},{origin},工业")).Array[1, 12].Select(rows => string.Join('\n', rows));

    [Fact]
    public async Task Says_what_has_changed_since_and_leaves_or_takes_it_back_as_wished()
    {
        foreach (var (way, left) in new[] { ("Keep", 1), ("TakeBack", 0) })
        {
            var clerk = await app.SignedInAs("district-clerk");
            var page = await (await AtTheWizard.Upload(clerk, "Projects", $"{way}.csv", Encoding.UTF8.GetBytes($"项目名称,落地区县\n{way}留项目,东江区\n{way}走项目,东江区\n"))).Submit("form[action*='handler=Apply']");
            await app.Inside(async services =>
            {
                var project = await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Name == way + "留项目");
                await services.GetRequiredService<OpenProject>().Move(project, Stage.Called("suspended")!, "等待");
            });
            var batch = await clerk.Open(page.Address);
            Assert.Contains("有1条记录在导入后又被修改", batch.Text, StringComparison.Ordinal);
            Assert.Contains($"{way}留项目", batch.Document.QuerySelector("main ul.results")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("已转阶段", batch.Text, StringComparison.Ordinal);
            Assert.Contains("请选择保留这些还是一并撤销", (await batch.Submit("main form[method=post]")).Alert, StringComparison.Ordinal);
            await batch.Submit("main form[method=post]", ("changed", way));
            Assert.Equal(left, await app.Reading(db => db.Set<Project>().CountAsync(p => p.Name.StartsWith(way) && p.DeletedAt == null)));
            Assert.Equal(left, await app.Reading(db => db.Set<ImportBatch>().Where(b => b.File == way + ".csv").Select(b => b.LeftStanding).SingleAsync()));
        }
    }

    [Fact]
    public async Task Gives_changed_records_and_targets_their_former_values_back()
    {
        await Apply(ImportKind.Figures, "单位,指标,起,类别,数值,计量单位\n东江区,新签约项目数,2031,目标,40,个\n", new ImportOptions());
        var again = await Apply(ImportKind.Figures, "单位,指标,起,类别,数值,计量单位\n东江区,新签约项目数,2031,目标,55,个\n", new ImportOptions { OnExisting = OnExisting.Overwrite });
        Assert.Equal(55, await Target());
        await Undo(again!.Value);
        Assert.Equal(40, await Target());
        Task<long> Target() => app.Reading(db => db.Set<Target>().Where(t => t.Year == 2031).Select(t => t.Value).SingleAsync());
    }

    [Fact]
    public async Task Leaves_the_database_as_it_was()
    {
        await Apply(ImportKind.Projects, "项目名称,落地区县,投资方,总投资（万元）,签约日期,资金来源,产业类别\n撤甲,东江区,原公司,100,2022-01-02,省外,工业\n撤乙,西岭县,,,,,\n撤丙,东江区,丙公司,7000,,,\n", new ImportOptions());
        await Rows.SampleAsync(async rows =>
        {
            var before = await Standing();
            var policy = (OnExisting)(rows.Length % 3);
            if (await Apply(ImportKind.Projects, "项目名称,落地区县,投资方,总投资（万元）,签约日期,资金来源,产业类别\n" + rows, new ImportOptions { OnExisting = policy }) is not { } batch) return;
            await Undo(batch);
            var after = await Standing();
            Assert.Equal(before.Keys, after.Keys);
            foreach (var table in before.Keys) Assert.Equal(before[table], after[table]);
        }, iter: 25, threads: 1);
        await app.Inside(async services =>
        {
            Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run());
            Assert.Empty(await services.GetRequiredService<VerifySearch>().Run());
        });
    }

    private async Task<Guid?> Apply(ImportKind kind, string ledger, ImportOptions options)
    {
        Guid? batch = null;
        await app.Inside(async services =>
        {
            await using var content = new MemoryStream(Encoding.UTF8.GetBytes(ledger));
            using var file = LedgerFile.Open(content, "台账.csv");
            var judged = await services.GetRequiredService<JudgeLedger>().Run(kind, file, options);
            if (judged.Report.Added + judged.Report.Updated > 0) batch = (await services.GetRequiredService<ApplyCheck>().Write(judged, new string('0', 64), new ImportProgress(), default)).Id;
        });
        return batch;
    }

    private Task Undo(Guid batch) => app.Inside(async services => await services.GetRequiredService<UndoImport>().Run(batch));

    /// <summary>
    /// What stands: every row in use, without the count of its changes; sums that are not nothing; the search index without its row numbers. The step a project came with lies in
    /// the trash with it and is left out with it.
    /// </summary>
    private async Task<Dictionary<string, List<string>>> Standing()
    {
        var dump = await app.Reading(Dump.Of);
        var gone = dump["Projects"].Where(IsGone).Select(row => row.Split('|').First(cell => cell.StartsWith("Id=", StringComparison.Ordinal))["Id=".Length..]).ToHashSet();
        return dump.Where(t => !Books.Contains(t.Key)).ToDictionary(t => t.Key, t => t.Value
            .Where(row => !IsGone(row))
            .Where(row => t.Key != "ProjectSteps" || !row.Split('|').Any(cell => cell.StartsWith("ProjectId=", StringComparison.Ordinal) && gone.Contains(cell["ProjectId=".Length..])))
            .Where(row => t.Key != "Rollups" || !row.Contains("Entries=0", StringComparison.Ordinal))
            .Select(row => string.Join('|', row.Split('|').Where(cell => !cell.StartsWith("Version=", StringComparison.Ordinal) && !cell.StartsWith("Row=", StringComparison.Ordinal)))).Order(StringComparer.Ordinal).ToList());
    }

    private static bool IsGone(string row) => row.Contains("DeletedAt=", StringComparison.Ordinal) && !row.Contains("DeletedAt=|", StringComparison.Ordinal);
}
