using System.Net;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Views;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Recognised money goes where its project goes, is taken back where it was decided and nowhere else, and keeps its project out of the trash.</summary>
[Trait("needs", "database")]
public sealed class MoneyOfAMovedProject(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    [Fact]
    public async Task Goes_with_its_project_to_the_other_district_and_the_city_keeps_its_sum()
    {
        var (id, project) = await Recognised();
        var before = (await Formed("east"), await Formed("west"), await Formed("city"));
        var city = await app.SignedInAs("reviewer");
        var form = await city.Open($"/projects/{project}/edit");
        var west = await app.Reading(db => db.Set<Unit>().Where(u => u.Code == "west").Select(u => u.Id).SingleAsync());
        var saved = await form.Submit("main form", ("Input.UnitId", west.ToString()), ("Input.Origin", "OtherCity"), ("Input.AsNew", "各是各的项目"));
        Assert.Equal(("", HttpStatusCode.OK), (saved.Alert, saved.Status));
        // one million yuan, as the invoice of the scene says
        Assert.Equal((before.Item1 - 100_000_000, before.Item2 + 100_000_000, before.Item3), (await Formed("east"), await Formed("west"), await Formed("city")));
        var entries = await app.Reading(db => db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ProjectId == project && (e.Value == 100_000_000 || e.Value == -100_000_000)).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["OtherProvince", "OtherProvince", "OtherCity"], entries.Select(e => e.Origin));
        // the new district opens the voucher; the one before still sees what its entries rested on
        Assert.Equal($"/funds/vouchers/{id}", (await (await app.SignedInAs("other-district-clerk")).Open($"/evidence/{entries[2].EvidenceId}")).Address);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAs("district-clerk")).Open($"/evidence/{entries[0].EvidenceId}")).Status);
        await Proves();
    }

    [Fact]
    public async Task Is_not_taken_back_by_hand_in_the_ledger()
    {
        var (_, project) = await Recognised();
        var entry = await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.ProjectId == project && e.Value == 100_000_000).Select(e => e.Sequence).SingleAsync());
        using var answer = await Post(await app.SignedInAs("district-clerk"), $"/api/entries/{entry}/reversal", new { reason = "不想要了" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("来自已认定的凭证", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Proves();
    }

    [Fact]
    public async Task Keeps_its_project_out_of_the_trash()
    {
        var (_, project) = await Recognised();
        var page = await (await app.SignedInAs("district-clerk")).Open($"/projects/{project}");
        var refused = await page.Submit("form[action*='ThrowAway']");
        Assert.Contains("项目已有认定的资金", refused.Alert, StringComparison.Ordinal);
        Assert.Null(await app.Reading(db => db.Set<Project>().Where(p => p.Id == project).Select(p => p.DeletedAt).SingleAsync()));
    }

    /// <summary>Reliability goal 33: projects are moved on one node while their vouchers are recognised and revoked on the other; whoever comes first, every fen stands once, where its project is.</summary>
    [Fact]
    public async Task Is_conserved_when_projects_move_while_vouchers_are_decided_on_two_nodes()
    {
        await using var other = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddBridgehead(app.Services.GetRequiredService<Installation>()).BuildServiceProvider();
        var (clerk, district, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"));
        var west = await app.Reading(db => db.Set<Unit>().Where(u => u.Code == "west").Select(u => u.Id).SingleAsync());
        var (before, gate) = (await Formed("city"), new TaskCompletionSource());
        var cases = new List<(Guid Voucher, Guid Project, bool Revoke)>();
        for (var i = 0; i < 8; i++)
            if (i % 2 == 0)
            {
                var (voucher, project) = await Recognised();
                cases.Add((voucher, project, true));
            }
            else
            {
                var project = await scene.Project();
                cases.Add(((await scene.Accepted(clerk, district, project)).Id, project, false));
            }
        var deciding = cases.Select(async one =>
        {
            await gate.Task;
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var version = (await Get(city, one.Voucher)).GetProperty("version").GetInt64();
                using var answer = one.Revoke ? await Post(city, $"/api/vouchers/{one.Voucher}/revocation", new { reason = "RoundTrip", bring = "核查", confirm = "市局审核" }, version)
                    : await Post(city, $"/api/vouchers/{one.Voucher}/decision", new { accept = true, confirm = "市局审核" }, version);
                // moved to the other district meanwhile: read again and decide again
                if (answer.IsSuccessStatusCode) return;
                Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
            Assert.Fail("never decided");
        });
        var moving = cases.Select(async one =>
        {
            await gate.Task;
            await using var node = other.CreateAsyncScope();
            node.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
            var project = await node.ServiceProvider.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == one.Project);
            await node.ServiceProvider.GetRequiredService<OpenProject>().Change(project, StatedFacts.Of(project) with { UnitId = west });
            await node.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("test.node");
        });
        var all = Task.WhenAll(deciding.Concat(moving));
        gate.SetResult();
        await all;
        // half were revoked, half recognised with one million yuan each
        Assert.Equal(before + 4 * 100_000_000L, await Formed("city"));
        var ids = cases.ConvertAll(c => (Guid?)c.Project);
        var standing = await app.Reading(db => db.Set<LedgerEntry>().Where(e => ids.Contains(e.ProjectId) && e.Value == 100_000_000 && e.ReversesSequence == null && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence)).Select(e => e.UnitId).ToListAsync());
        Assert.Equal([west, west, west, west], standing);
        await Proves();
    }

    /// <summary>Two entries of one project turn out to be one: the money counts for the one that stays, where that one stands, and everything is as before once the merge is undone.</summary>
    [Fact]
    public async Task Goes_over_to_the_project_it_is_merged_with_and_back_when_the_merge_is_undone()
    {
        var (voucher, goes) = await Recognised();
        var stays = await scene.Project("west");
        var before = (await Formed("east"), await Formed("west"), await Formed("city"));
        var (pair, merge) = (new DuplicatePair(goes, stays, RecordKind.Project, new Suspicion(2, MatchReasons.Similar, 90), FoundAt.Scan, DateTime.UtcNow), Guid.Empty);
        await app.Inside(async services =>
        {
            services.GetRequiredService<BridgeheadDb>().Add(pair);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            merge = (await services.GetRequiredService<MergeRecords>().Run(pair, new MergeChoice(stays, null))).Id;
        });
        // one million yuan, as the invoice of the scene says
        Assert.Equal((before.Item1 - 100_000_000, before.Item2 + 100_000_000, before.Item3), (await Formed("east"), await Formed("west"), await Formed("city")));
        Assert.Equal((1, 0), (await Standing(stays), await Standing(goes)));
        Assert.Equal([stays], await app.Reading(db => db.Set<Allocation>().Where(a => a.VoucherId == voucher).Select(a => a.ProjectId).ToListAsync()));
        await Proves();
        await app.Inside(async services => await services.GetRequiredService<UndoMerge>().Run(await services.GetRequiredService<BridgeheadDb>().Set<RecordMerge>().SingleAsync(m => m.Id == merge)));
        Assert.Equal(before, (await Formed("east"), await Formed("west"), await Formed("city")));
        Assert.Equal((0, 1), (await Standing(stays), await Standing(goes)));
        await Proves();
        // and what was recognised can still be revoked as a whole
        var version = (await Get(await app.SignedInAs("reviewer"), voucher)).GetProperty("version").GetInt64();
        using var revoked = await Post(await app.SignedInAs("reviewer"), $"/api/vouchers/{voucher}/revocation", new { reason = "RoundTrip", bring = "核查", confirm = "市局审核" }, version);
        await Json(revoked);
        Assert.Equal((0, 0), (await Standing(stays), await Standing(goes)));
        Assert.Equal(before.Item3 - 100_000_000, await Formed("city"));
        await Proves();
    }

    private async Task<(Guid Voucher, Guid Project)> Recognised()
    {
        var project = await scene.Project();
        var (id, version) = await scene.Accepted(await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), project);
        using var answer = await Post(await app.SignedInAs("reviewer"), $"/api/vouchers/{id}/decision", new { accept = true, confirm = "市局审核" }, version);
        await Json(answer);
        return (id, project);
    }

    private Task<int> Standing(Guid project) => app.Reading(db => db.Set<LedgerEntry>().CountAsync(e => e.ProjectId == project && e.Value == 100_000_000 && e.ReversesSequence == null
        && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence)));

    private async Task<long> Formed(string unit)
    {
        var value = 0L;
        await app.Inside(async services =>
        {
            var (figures, of) = (services.GetRequiredService<Figures>(), (await services.GetRequiredService<ScopedUnits>().Named(unit))!);
            value = (await figures.Answer(new FigureQuestion((await figures.Named("formed-investment", new DateOnly(2026, 3, 31)))!, of, new Months(202603, 202603)))).Whole.Value ?? 0;
        });
        return value;
    }

    private Task Proves() => app.Inside(async services =>
    {
        Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run());
        Assert.Empty(await services.GetRequiredService<Bridgehead.Features.Funds.VerifyFunds>().Run());
    });
}
