using System.Net;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Access;
using Bridgehead.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Duplicates;

[Trait("needs", "database")]
public sealed class MergingTwoRecords(TestApp app) : IClassFixture<TestApp>
{
    private static int counter;

    // what is only ever added to, or made again: the trail, the ledger with the declarations it rests on, the index, the books of merging itself
    private static readonly string[] Growing = ["AuditEntries", "ChainHeads", "LedgerEntries", "Evidence", "SearchEntries", "RecordMerges", "DuplicatePairs", "UserSessions", "ApiTokens", "Contradictions"];

    [Theory]
    [InlineData(RecordKind.Project)]
    [InlineData(RecordKind.Enterprise)]
    public async Task Knows_every_column_that_refers_to_a_record(RecordKind kind)
    {
        await app.Reading(db =>
        {
            Assert.True(References.Of(db.Model, kind).Count() > 5);
            Assert.Equal([], References.Unknown(db.Model, kind).Select(c => $"{c}: say in References.cs what a merge does with it"));
            Assert.Equal([], References.Spare(db.Model, kind).Select(c => $"{c} is gone"));
            Assert.Equal([], RecordFields.Unnamed(db.Model, kind).Select(f => $"{kind}.{f}: give it a name in RecordFields.cs"));
            return Task.FromResult(true);
        });
    }

    /// <summary>Merge then undo is identity on every table but those that only grow; and the books stay proved in between.</summary>
    [Fact]
    public async Task Is_undone_exactly()
    {
        var gen = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 4095], Gen.Bool).Array[1, 3];
        await gen.SampleAsync(async cases =>
        {
            foreach (var (moves, files, keepFirst, taken, overwrite) in cases)
            {
                var pair = await Pair(moves, files);
                var before = await app.Reading(Dump.Of);
                var merge = Guid.Empty;
                await app.Inside(async services =>
                {
                    var db = services.GetRequiredService<BridgeheadDb>();
                    var row = await db.Set<DuplicatePair>().SingleAsync(p => p.Id == pair);
                    var fields = RecordFields.Of(db.Model, RecordKind.Project).Where(f => f.Name is "Investor" or "Industry" or "Contact" or "Description" or "Land" or "OriginPlace" or "Name" or "AmountFen").ToList();
                    merge = (await services.GetRequiredService<MergeRecords>().Run(row, new MergeChoice(keepFirst ? row.FirstId : row.SecondId, [.. fields.Where((_, i) => (taken >> i & 1) == 1).Select(f => f.Name)], overwrite))).Id;
                });
                Assert.Equal([], await Proof());
                var between = await app.Reading(Dump.Of);
                Assert.NotEqual(before["Projects"], between["Projects"]);
                await app.Inside(async services =>
                    await services.GetRequiredService<UndoMerge>().Run(await services.GetRequiredService<BridgeheadDb>().Set<RecordMerge>().SingleAsync(m => m.Id == merge)));
                Assert.Equal([], await Proof());
                var after = await app.Reading(Dump.Of);
                foreach (var table in before.Keys.Except(Growing)) Assert.Equal(Comparable(table, before[table]), Comparable(table, after[table]));
            }
        }, iter: 6, threads: 1);
    }

    [Fact]
    public async Task Tells_two_of_one_name_apart_by_their_numbers()
    {
        var pair = await Pair(0, 0);
        var (stays, goes) = (await Side(p => p.FirstId), await Side(p => p.SecondId));
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<Project>().Where(p => p.Id == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, stays.Name)));
        var page = await (await app.SignedInAs("district-clerk")).Open($"/duplicates/{pair}/merge");
        Assert.Contains($"“{stays.Name}（{goes.Number}）”移入回收站；它的旧地址转到“{stays.Name}（{stays.Number}）”", page.Text, StringComparison.Ordinal);

        Task<Project> Side(System.Linq.Expressions.Expression<Func<DuplicatePair, Guid>> of) => app.Reading(async db =>
        {
            var id = await db.Set<DuplicatePair>().Where(p => p.Id == pair).Select(of).SingleAsync();
            return await db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == id);
        });
    }

    [Fact]
    public async Task Counts_once_what_was_counted_twice_and_follows_old_addresses()
    {
        var pair = await Pair(1, 1, stage: "signed");
        var both = await app.Reading(async db => await db.Set<DuplicatePair>().Where(p => p.Id == pair).Select(p => new { p.FirstId, p.SecondId }).SingleAsync());
        var (first, second) = (both.FirstId, both.SecondId);
        var (clerk, signed) = (await app.SignedInAs("district-clerk"), await Sum("signed-projects"));
        var page = await clerk.Open($"/duplicates/{pair}/merge");
        Assert.Contains("申报的（签约、开工、投产）冲销", page.Text, StringComparison.Ordinal);
        var done = await page.Submit("main form[method=post]");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.StartsWith("/duplicates/merged/", done.Address, StringComparison.Ordinal);
        Assert.Equal(signed - 1, await Sum("signed-projects"));
        Assert.Equal($"/projects/{first}", (await clerk.Open($"/projects/{second}")).Address);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("other-district-clerk")).Open($"/projects/{second}")).Status);
        Assert.Equal(0, await app.Reading(db => db.Set<ProjectStep>().CountAsync(s => s.ProjectId == second)));
        var name = await app.Reading(db => db.Set<Project>().Where(p => p.Id == second).Select(p => p.Number).SingleAsync());
        Assert.Contains($"/projects/{first}", (await clerk.Open("/search?q=" + name)).Html, StringComparison.Ordinal);
        // it cannot be brought back past the merge, and the merge is undone on its page
        var trash = await clerk.Open("/trash");
        var form = trash.Document.QuerySelectorAll("main form").ToList().FindIndex(f => f.InnerHtml.Contains(second.ToString(), StringComparison.Ordinal));
        trash.Document.QuerySelectorAll("main form")[form].Id = "chosen";
        Assert.StartsWith("这条记录已并入", (await trash.Submit("#chosen")).Alert, StringComparison.Ordinal);
        await (await clerk.Open(done.Address)).Submit("main form[method=post]");
        Assert.Equal(signed, await Sum("signed-projects"));
        Assert.Equal($"/projects/{second}", (await clerk.Open($"/projects/{second}")).Address);
        Assert.False((await app.Reading(db => db.Set<DuplicatePair>().SingleAsync(p => p.Id == pair))).IsDecided);
    }

    [Fact]
    public async Task Of_enterprises_moves_all_that_refers_to_the_other_and_keeps_every_name()
    {
        var (stays, goes, project, pair) = (Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty);
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var first = "91999999MA0000088";
            var one = new Enterprise("云杉机械有限公司", new EnterpriseFacts());
            var other = new Enterprise("云杉机械制造厂", new EnterpriseFacts { CreditCode = CreditCode.Create(first + CreditCode.CheckCharacter(first + "0")), Phone = "13800000088" });
            var kind = await db.Set<ClassKind>().OrderBy(k => k.Code).FirstAsync();
            db.AddRange(one, other, new OtherName(one.Id, "云杉", OtherNameKind.Abbreviation), new OtherName(other.Id, "云杉", OtherNameKind.Abbreviation), new OtherName(other.Id, "老杉木厂", OtherNameKind.Former),
                // the one that goes holds a share in the one that stays: of itself it cannot
                new Shareholding(one.Id, new ShareholdingFacts { Owner = other.Name, OwnerId = other.Id, Percent = 60 }), new Shareholding(other.Id, new ShareholdingFacts { Kind = OwnerKind.Person, Owner = "周某", Percent = 100 }),
                new EnterpriseClass(one.Id, kind, 2024, new DateOnly(2024, 1, 1)), new EnterpriseClass(other.Id, kind, 2024, new DateOnly(2024, 3, 1)), new EnterpriseClass(other.Id, kind, 2025, new DateOnly(2025, 1, 1)));
            await db.SaveChangesAsync();
            var unit = (await services.GetRequiredService<ScopedUnits>().Named("east"))!;
            project = (await services.GetRequiredService<OpenProject>().Run(new ProjectFacts { Name = "云杉机械臂项目", UnitId = unit.Id, Investor = "云杉机械制造厂", InvestorId = other.Id }, Stage.Called("lead")!)).Id;
            (stays, goes) = (one.Id, other.Id);
            var found = new DuplicatePair(stays, goes, RecordKind.Enterprise, new Suspicion(1, MatchReasons.Name, 90), FoundAt.Scan, DateTime.UtcNow);
            db.Add(found);
            await db.SaveChangesAsync();
            pair = found.Id;
        });
        var before = await app.Reading(Dump.Of);
        var clerk = await app.SignedInAs("clerk");
        var page = await clerk.Open($"/duplicates/{pair}/merge");
        Assert.Contains("138****0088", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000088", page.Html, StringComparison.Ordinal);
        var done = await page.Submit("main form[method=post]");
        Assert.StartsWith("/duplicates/merged/", done.Address, StringComparison.Ordinal);
        var kept = await app.Reading(db => db.Set<Enterprise>().SingleAsync(e => e.Id == stays));
        Assert.Equal(("91999999MA0000088", "云杉机械制造厂", "13800000088"), (kept.CreditCode?.Value[..17], kept.OtherNames, kept.Phone));
        Assert.Equal(["云杉", "云杉机械制造厂", "老杉木厂"], (await Names(stays)).Order(StringComparer.Ordinal));
        Assert.Equal(stays, await app.Reading(db => db.Set<Project>().Where(p => p.Id == project).Select(p => p.InvestorId!.Value).SingleAsync()));
        // the list of 2024 it had itself; the share in itself is left with the one that is gone
        Assert.Equal([2024, 2025], await app.Reading(db => db.Set<EnterpriseClass>().Where(c => c.EnterpriseId == stays).OrderBy(c => c.ListYear).Select(c => c.ListYear).ToListAsync()));
        Assert.Equal(0, await app.Reading(db => db.Set<Shareholding>().CountAsync(h => h.EnterpriseId == stays && h.OwnerId == stays)));
        Assert.Equal(1, await app.Reading(db => db.Set<Shareholding>().CountAsync(h => h.EnterpriseId == stays && h.Owner == "周某")));
        Assert.Equal($"/enterprises/{stays}", (await clerk.Open($"/enterprises/{goes}")).Address);
        await (await clerk.Open(done.Address)).Submit("main form[method=post]");
        var after = await app.Reading(Dump.Of);
        foreach (var table in before.Keys.Except([.. Growing, "StoredReplies"])) Assert.Equal(Comparable(table, before[table]), Comparable(table, after[table]));
    }

    private Task<List<string>> Names(Guid enterprise) => app.Reading(db => db.Set<OtherName>().Where(n => n.EnterpriseId == enterprise).Select(n => n.Name).ToListAsync());

    [Fact]
    public async Task Is_not_undone_over_a_later_change()
    {
        var pair = await Pair(0, 0);
        var clerk = await app.SignedInAs("district-clerk");
        var done = await (await clerk.Open($"/duplicates/{pair}/merge")).Submit("main form[method=post]", ("choice[Contact]", "goes"));
        var survivor = await app.Reading(db => db.Set<DuplicatePair>().Where(p => p.Id == pair).Select(p => p.FirstId).SingleAsync());
        await (await clerk.Open($"/projects/{survivor}/edit")).Submit("main form", ("Input.Description", "合并以后改的"));
        var refused = await (await clerk.Open(done.Address)).Submit("main form[method=post]");
        Assert.Contains("又被修改过，撤销会丢失这些修改", refused.Alert, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> Proof()
    {
        var wrong = new List<string>();
        await app.Inside(async services => wrong.AddRange((await services.GetRequiredService<RunChecks>().Run(default)).SelectMany(c => c.Findings).Select(f => f.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return wrong;
    }

    private Task<long> Sum(string indicator) => app.Reading(db => db.Set<Rollup>().Where(r => r.Dimension == Dimension.None && db.Set<Indicator>().Any(i => i.Id == r.IndicatorId && i.Code == indicator)).SumAsync(r => r.Value));

    /// <summary>Versions only rise, and a sum that was taken back to nothing is as good as none.</summary>
    private static List<string> Comparable(string table, List<string> rows) =>
    [
        .. rows.Where(r => table != "Rollups" || !r.Contains("|Value=0|", StringComparison.Ordinal) && !r.EndsWith("|Value=0", StringComparison.Ordinal))
            .Select(r => table is "Projects" or "Enterprises" ? System.Text.RegularExpressions.Regex.Replace(r, @"(^|\|)Version=\d+", "") : r),
    ];

    /// <summary>Two projects of the eastern district with moves and files, suspected of being one.</summary>
    private async Task<Guid> Pair(int moves, int files, string stage = "talks")
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var (db, open) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<OpenProject>());
            var unit = (await services.GetRequiredService<ScopedUnits>().Named("east"))!;
            var sides = new List<Guid>();
            for (var side = 0; side < 2; side++)
            {
                var n = ++counter;
                // entered beyond its first stage, a project has a step of its own
                var at = stage == "signed" ? "signed" : moves % 2 == 1 ? "talks" : "lead";
                var project = await open.Run(new ProjectFacts
                {
                    Name = $"合并样例{n:0000}号", UnitId = unit.Id, Investor = n % 3 == 0 && at == "lead" ? null : $"投资方{n}", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Industry = n % 2 == 0 ? "食品制造业" : null,
                    Amount = Money.FromWan(1000 + n), SignedOn = at == "lead" ? null : open.Today.AddDays(-40 - n % 7), Contact = $"联系人{n}", Land = n % 4 == 0 ? Land.FromMu(12.34m) : null,
                }, Stage.Called(at)!);
                for (var i = 0; i < files; i++)
                {
                    await using var content = new MemoryStream([.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()]);
                    await services.GetRequiredService<Bridgehead.Attachments>().Attach("project", project.Id, $"附件{i}.pdf", content);
                }
                sides.Add(project.Id);
            }
            var pair = new DuplicatePair(sides[0], sides[1], RecordKind.Project, new Suspicion(2, MatchReasons.Similar, 90), FoundAt.Scan, DateTime.UtcNow);
            db.Add(pair);
            await db.SaveChangesAsync();
            id = pair.Id;
        });
        return id;
    }
}
