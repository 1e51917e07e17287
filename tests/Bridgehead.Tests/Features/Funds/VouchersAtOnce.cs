using System.Net;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Many do the same at the same moment, or use the same document again: it counts once (reliability goals 33 and 34).</summary>
[Trait("needs", "database")]
public sealed class VouchersAtOnce(TestApp app) : IClassFixture<TestApp>
{
    private const int Tries = 20;
    private readonly FundsScene scene = new(app);

    [Fact]
    public async Task One_invoice_uploaded_by_many_is_one_voucher()
    {
        var project = await scene.Project();
        var (number, people) = (FreshNumber(), new[] { await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("clerk") });
        // each file is another file with the same invoice in it: only the number is the same
        var answers = await AtOnce(i => Upload(people[i % 3], VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number, Remark = $"第{i}份" }), "a.xml", project));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.Created));
        Assert.Equal(1, await app.Reading(db => db.Set<Voucher>().CountAsync(v => v.Number == number)));
        Assert.Equal(1, await app.Reading(db => db.Set<VoucherKey>().CountAsync(k => k.Kind == VoucherKeyKind.Invoice && k.Key == number)));
    }

    [Fact]
    public async Task One_file_uploaded_by_many_is_kept_once()
    {
        var project = await scene.Project();
        var file = VoucherFiles.Xml(new VoucherFiles.Invoice { Number = FreshNumber() });
        var clerk = await app.SignedInAs("district-clerk");
        var answers = await AtOnce(_ => Upload(clerk, file, "a.xml", project));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.Created));
        Assert.Equal(Tries - 1, answers.Count(a => a == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("district-clerk", "east", HttpStatusCode.OK)]
    [InlineData("other-district-clerk", "west", HttpStatusCode.Conflict)]
    public async Task The_same_number_joins_within_the_unit_and_is_refused_beyond_it(string persona, string unit, HttpStatusCode expected)
    {
        var number = FreshNumber();
        using var first = await Upload(await app.SignedInAs("district-clerk"), VoucherFiles.Xml(new VoucherFiles.Invoice { Number = number }), "a.xml", await scene.Project());
        await Json(first);
        using var second = await Upload(await app.SignedInAs(persona), VoucherFiles.InvoicePdf(new VoucherFiles.Invoice { Number = number }), "a.pdf", await scene.Project(unit));
        Assert.Equal(expected, second.StatusCode);
        if (expected == HttpStatusCode.OK) Assert.Equal(2, await app.Reading(db => db.Set<Attachment>().CountAsync(a => db.Set<Voucher>().Any(v => v.Number == number && v.Id == a.RecordId))));
    }

    [Fact]
    public async Task Parts_set_aside_by_many_never_exceed_the_net_amount()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var projects = new List<Guid>();
        for (var i = 0; i < Tries; i++) projects.Add(await scene.Project());
        var voucher = (await scene.Invoice(clerk, projects[0], complete: false)).GetProperty("id").GetGuid();
        // 20 times 150,000.00 of 1,000,000.00, each reading the voucher afresh and trying until it is taken or refused: 6 fit
        var answers = await AtOnce(async i =>
        {
            while (true)
            {
                var version = (await Get(clerk, voucher)).GetProperty("version").GetInt64();
                var answer = await Post(clerk, $"/api/vouchers/{voucher}/allocations", new { projectId = projects[i], amountYuan = 150_000m }, version);
                if (answer.StatusCode != HttpStatusCode.PreconditionFailed) return answer;
            }
        });
        Assert.Equal(6, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(14, answers.Count(a => a == HttpStatusCode.Conflict));
        var (allocated, parts) = await app.Reading(async db => ((await db.Set<Voucher>().SingleAsync(v => v.Id == voucher)).AllocatedFen, await db.Set<Allocation>().Where(a => a.VoucherId == voucher).SumAsync(a => a.Fen)));
        Assert.Equal((90_000_000, 90_000_000), (allocated, parts));
    }

    [Fact]
    public async Task The_database_itself_refuses_more_than_the_net_amount()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var voucher = (await scene.Invoice(clerk, await scene.Project(), complete: false)).GetProperty("id").GetGuid();
        await Assert.ThrowsAnyAsync<Exception>(() => app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<Voucher>().Where(v => v.Id == voucher).ExecuteUpdateAsync(set => set.SetProperty(v => v.AllocatedFen, 100_000_001))));
    }

    [Fact]
    public async Task Two_reviewers_at_once_make_one_decision()
    {
        var (clerk, district, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"));
        var project = await scene.Project();
        for (var round = 0; round < 3; round++)
        {
            var (id, version) = await scene.Submitted(clerk, project);
            var answers = await AtOnce(i => Post(i % 2 == 0 ? district : city, $"/api/vouchers/{id}/decision", i % 4 < 2 ? new { accept = true, reason = (string?)null, bring = (string?)null } : new { accept = false, reason = (string?)"Other", bring = (string?)"补件" }, version));
            Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
            Assert.Equal(1, await app.Reading(db => db.Set<VoucherDecision>().CountAsync(d => d.VoucherId == id)));
            Assert.Equal(1, await app.Reading(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Action == "api.vouchers.decide" && e.Result == AuditResult.Done)));
        }
        var (last, at) = await scene.Accepted(clerk, district, project);
        var recognised = await AtOnce(_ => Post(city, $"/api/vouchers/{last}/decision", new { accept = true, confirm = "市局审核" }, at));
        Assert.Equal(1, recognised.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(1, await app.Reading(db => db.Set<LedgerEntry>().CountAsync(e => e.ProjectId == project && e.Value == 100_000_000)));
    }

    /// <summary>Whatever is set aside for whichever projects, the entries come to exactly that, in yuan and in dollars.</summary>
    [Fact]
    public void Shares_of_dollars_lose_nothing_in_rounding() =>
        Gen.Select(Gen.Long[1, 1_000_000_000_000].Array[1, 12], Gen.Long[1, 10_000_000_000]).Sample((fen, cents) =>
        {
            var net = fen.Sum();
            var shares = Bridgehead.Features.Funds.Recognition.RecordVoucher.Shares(fen.Select(f => new Allocation(Guid.NewGuid(), Guid.NewGuid(), new Money(f))), cents, net).ToList();
            return shares.Sum(s => s.Cents) == cents && shares.All(s => s.Cents >= 0);
        });

    [Fact]
    public async Task Entries_come_to_what_was_set_aside_whatever_the_parts()
    {
        var (clerk, district, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"));
        var projects = new[] { await scene.Project(), await scene.Project(), await scene.Project() };
        await Gen.Int[0, 40_000_000].Array[3].SampleAsync(async amounts =>
        {
            var voucher = await scene.Invoice(clerk, projects[0]);
            var (id, version) = (voucher.GetProperty("id").GetGuid(), voucher.GetProperty("version").GetInt64());
            decimal wanted = 0;
            for (var i = 0; i < 3; i++)
            {
                var yuan = amounts[i] / 100m;
                using var answer = await Post(clerk, $"/api/vouchers/{id}/allocations", new { projectId = projects[i], amountYuan = yuan }, version);
                if (wanted + yuan > 1_000_000m)
                {
                    Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                    continue;
                }
                version = (await Json(answer)).GetProperty("version").GetInt64();
                wanted += yuan;
            }
            using var submitted = await Post(clerk, $"/api/vouchers/{id}/submission", new { }, version);
            if (wanted == 0) wanted = 1_000_000m;
            using var accepted = await Post(district, $"/api/vouchers/{id}/decision", new { accept = true }, (await Json(submitted)).GetProperty("version").GetInt64());
            using var recognised = await Post(city, $"/api/vouchers/{id}/decision", new { accept = true, confirm = "市局审核" }, (await Json(accepted)).GetProperty("version").GetInt64());
            var evidence = (await Json(recognised)).GetProperty("evidenceId").GetGuid();
            Assert.Equal((long)(wanted * 100), await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.EvidenceId == evidence).SumAsync(e => e.Value)));
        }, iter: 12, threads: 1);
        await app.Inside(async services => Assert.Empty(await services.GetRequiredService<VerifyFunds>().Run()));
    }

    private static async Task<List<HttpStatusCode>> AtOnce(Func<int, Task<HttpResponseMessage>> send)
    {
        var gate = new TaskCompletionSource();
        var all = Enumerable.Range(0, Tries).Select(async i =>
        {
            await gate.Task;
            using var answer = await send(i);
            return answer.StatusCode;
        }).ToList();
        gate.SetResult();
        return [.. await Task.WhenAll(all)];
    }
}
