using System.Net;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Features.Funds;
using Bridgehead.Tests.Features.Progress;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Closing;

/// <summary>A month is closed once, by the bureau, and never changes again (reliability goal 38; domain rules 5.5 and 14).</summary>
[Trait("needs", "database")]
public sealed class ClosingAMonth(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    // closed from January to March of this year
    private const int March = 202503, April = 202504;
    private static readonly SemaphoreSlim Once = new(1, 1);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        if (!await app.Reading(db => db.Set<MonthClose>().AnyAsync()))
        {
            await app.Enter("east", new DateOnly(2025, 1, 20), 100_00);
            await app.Enter("east", new DateOnly(2025, 3, 20), 250_00);
            await app.Enter("west", new DateOnly(2025, 3, 21), 50_00, EvidenceKind.Declaration);
            await app.Close(March);
        }
        Once.Release();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Keeps_what_was_published_and_shows_it_beside_the_figure()
    {
        await app.Enter("east", new DateOnly(2025, 2, 11), 7_00);
        var leader = await app.SignedInAs("leader");
        // 100 + 250 + 50 yuan for the city, of which 50 only declared: 12.5 %
        var shown = await leader.Open("/figures/close/2025-03?unit=city");
        Assert.Contains("到位资金", shown.Text, StringComparison.Ordinal);
        Assert.Contains("申报 12.50%", shown.Text, StringComparison.Ordinal);
        Assert.Contains("一致", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不一致", shown.Text, StringComparison.Ordinal);
        using var answer = await leader.Http.GetAsync(new Uri("/api/closes/2025-03/figures?unit=city", UriKind.Relative));
        var figure = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray().Single(f => f.GetProperty("side").GetString() == "None" && f.GetProperty("indicator").GetString() == "arrived-funds");
        Assert.Equal((0.000003m, 0.000004m), (figure.GetProperty("monthValue").GetDecimal(), figure.GetProperty("yearValue").GetDecimal()));
        var asked = await app.Figure("city", 202501, March);
        Assert.Equal((400_00, 400_00), (asked.Whole.Value, asked.Published!.Value));
    }

    [Fact]
    public async Task Sends_what_comes_late_to_the_next_open_month_with_its_own_day()
    {
        var before = (await app.Figure("west", April, April)).Whole.Value ?? 0;
        var late = await app.Enter("west", new DateOnly(2025, 2, 14), 33_00);
        Assert.Equal((April, April, new DateOnly(2025, 2, 14), true), (late.FromMonth, late.ToMonth, late.BusinessDate, late.IsLate));
        Assert.Equal(before + 33_00, (await app.Figure("west", April, April)).Whole.Value);
        var reader = await app.SignedInAs("leader");
        var listed = await reader.Open("/figures/entries?indicator=arrived-funds&unit=west&from=2025-04&to=2025-04&side=None");
        Assert.Contains("补报", listed.Text, StringComparison.Ordinal);
        Assert.Contains("2025-02-14", listed.Text, StringComparison.Ordinal);
        // also from a year that was never booked
        Assert.Equal(April, (await app.Enter("west", new DateOnly(2024, 12, 30), 1_00)).FromMonth);
        await app.Proves();
    }

    [Fact]
    public async Task Is_corrected_by_taking_back_in_the_open_month()
    {
        var wrong = await app.Reading(db => db.Set<LedgerEntry>().AsNoTracking().FirstAsync(e => e.DerivedFrom == null && e.ToMonth == 202501 && e.Value == 100_00));
        var april = (await app.Figure("east", April, April)).Whole.Value ?? 0;
        var reviewer = await app.SignedInAs("reviewer");
        using var answer = await Post(reviewer, $"/api/entries/{wrong.Sequence}/reversal", new { reason = "重复" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var opposite = await app.Reading(db => db.Set<LedgerEntry>().AsNoTracking().SingleAsync(e => e.ReversesSequence == wrong.Sequence));
        Assert.Equal((April, -100_00, wrong.BusinessDate), (opposite.FromMonth, opposite.Value, opposite.BusinessDate));
        Assert.Equal(100_00, (await app.Figure("east", 202501, 202501)).Whole.Value);
        Assert.Equal(april - 100_00, (await app.Figure("east", April, April)).Whole.Value);
        await app.Proves();
    }

    /// <summary>Every way in, forty times each: a late figure, a taking back, a statement, a ledger file, a project that changes its day, a voucher recognised and revoked, another month closed.</summary>
    [Fact]
    public async Task Leaves_its_figures_and_hashes_unchanged_whatever_is_tried()
    {
        var (before, hash) = (await Closed(), await app.Reading(db => db.Set<MonthClose>().Where(c => c.Month == March).Select(c => c.SumsHash).SingleAsync()));
        var (attempts, refused) = (0, 0);
        var (clerk, district, city, scene) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"), await app.SignedInAs("reviewer"), new FundsScene(app));
        for (var round = 0; round < 40; round++)
        {
            var (day, n) = (new DateOnly(2025, 1 + round % 3, 1 + round % 28), round);
            await app.Enter(round % 2 == 0 ? "east" : "west", day, 1_00 + round);
            await Refused(() => app.Enter("east", Months.LastDay(202501 + n % 3), 5_00, EvidenceKind.HistoricalStatement, statement: true));
            await app.Inside(async services =>
            {
                var last = await services.GetRequiredService<BridgeheadDb>().Set<LedgerEntry>().AsNoTracking().Where(e => e.ReversesSequence == null && e.Value > 0).OrderByDescending(e => e.Sequence).Take(1).ToListAsync();
                await services.GetRequiredService<RecordEntries>().Reverse(last, "试验");
            });
            await Refused(() => app.Close(n % 2 == 0 ? March : 202502));
            var project = await app.Signed("项目" + Guid.NewGuid().ToString("N")[..8], day, "west");
            await app.Inside(async services =>
            {
                var kept = await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == project);
                if (n % 2 == 0) await services.GetRequiredService<OpenProject>().ThrowAway(kept);
            });
            attempts += 5;
        }
        for (var round = 0; round < 3; round++)
        {
            var (voucher, version) = await scene.Accepted(clerk, district, await scene.Project());
            using var recognised = await Post(city, $"/api/vouchers/{voucher}/decision", new { accept = true, confirm = "市局审核" }, version);
            Assert.Equal(HttpStatusCode.OK, recognised.StatusCode);
        }
        Assert.True(attempts >= 200 && refused >= 80, $"{attempts} attempts, {refused} refused");
        Assert.Equal(before, await Closed());
        Assert.Equal(hash, await app.Reading(async db => MonthClose.HashOf(await db.Set<Rollup>().AsNoTracking().Where(r => r.ToMonth >= 202501 && r.ToMonth <= March).ToListAsync())));
        await app.Proves();

        async Task Refused(Func<Task> act)
        {
            await Assert.ThrowsAsync<Refusal>(act);
            refused++;
        }
    }

    [Fact]
    public async Task Is_refused_to_everybody_else_and_out_of_order()
    {
        var district = await app.SignedInAs("district-reviewer");
        using var other = await Post(district, "/api/closes", new { month = "2025-04", note = "说明", confirm = "东江审核" });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("市级主管部门", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var clerk = await Post(await app.SignedInAs("clerk"), "/api/closes", new { month = "2025-04", note = "说明", confirm = "市局经办" });
        Assert.Equal(HttpStatusCode.Forbidden, clerk.StatusCode);
        var reviewer = await app.SignedInAs("reviewer");
        foreach (var (month, name, sentence) in new[] { ("2025-04", "别人", "请输入您的姓名"), ("2025-03", "市局审核", "已经关账"), ("2025-06", "市局审核", "下一个是2025-04"), ("2099-01", "市局审核", "还没有过完") })
        {
            using var refusal = await Post(reviewer, "/api/closes", new { month, note = "说明", confirm = name });
            Assert.Equal(HttpStatusCode.Conflict, refusal.StatusCode);
            Assert.Contains(sentence, JsonDocument.Parse(await refusal.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tells_what_is_left_open_and_asks_for_a_word_about_it()
    {
        await app.Signed("欠报项目", new DateOnly(2025, 2, 3), "west");
        var reviewer = await app.SignedInAs("reviewer");
        var page = await reviewer.Open("/figures/close");
        Assert.Contains("2025-04关账前检查", page.Text, StringComparison.Ordinal);
        Assert.Contains("台账与凭证校验 通过", page.Text, StringComparison.Ordinal);
        var refused = await page.Submit("#close", ("Input.Note", ""), ("Input.Confirm", "市局审核"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("请写明说明", refused.Text, StringComparison.Ordinal);
        // nobody but the bureau's reviewer gets the form
        Assert.Null((await (await app.SignedInAs("leader")).Open("/figures/close")).Document.QuerySelector("#close"));
    }

    [Fact]
    public async Task A_planted_entry_in_a_closed_month_is_found()
    {
        var entry = await app.Enter("west", new DateOnly(2025, 5, 5), 9_00);
        await app.Reading(async db => await db.Set<LedgerEntry>().Where(e => e.Sequence == entry.Sequence).ExecuteUpdateAsync(set => set.SetProperty(e => e.FromMonth, March).SetProperty(e => e.ToMonth, March)));
        await app.Inside(async services => Assert.Contains(await services.GetRequiredService<VerifyLedger>().Run(), f => f.Format.Contains("已关账", StringComparison.Ordinal)));
        await app.Reading(async db => await db.Set<LedgerEntry>().Where(e => e.Sequence == entry.Sequence).ExecuteUpdateAsync(set => set.SetProperty(e => e.FromMonth, 202505).SetProperty(e => e.ToMonth, 202505)));
        await app.Proves();
    }

    private async Task<List<string>> Closed()
    {
        var figures = new List<string>();
        foreach (var unit in new[] { "city", "east", "west" })
            foreach (var code in new[] { "arrived-funds", "signed-projects", "contracted-amount" })
                foreach (var (from, to) in new[] { (202501, 202501), (202502, 202502), (March, March), (202501, March) })
                    figures.Add($"{unit} {code} {from}-{to} {(await app.Figure(unit, from, to, indicator: code)).Whole.Value}");
        return figures;
    }
}
