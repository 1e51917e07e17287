using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Exactness;
using Bridgehead.Tests.Support;
using CsCheck;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bridgehead.Tests.Features.Closing;

/// <summary>An application whose day is set.</summary>
public sealed class ClockedApp : TestApp
{
    private readonly SetDay day = new();

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now { get => day.Now; set => day.Now = value; }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(day)));
    }

    private sealed class SetDay : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 1, 10, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>Whatever is entered, taken back, proved better and closed in whatever order: entries, sums, figure, cockpit, API, workbook and report agree to the fen, and no figure of an earlier day ever changes.</summary>
[Trait("needs", "database")]
public sealed class TheLedgerUnderRandomWork(ClockedApp app) : IClassFixture<ClockedApp>
{
    private static readonly string[] Units = ["east", "west", "east-park"];
    private readonly List<(string Unit, int Month, long Value)> entered = [];
    private readonly List<(DateOnly Day, string Unit, int To, string Value)> remembered = [];
    private readonly List<LedgerEntry> standing = [];
    private int closed;

    [Fact]
    public Task Adds_up_after_thousands_of_operations() => Work(2_000);

    [Fact, Trait("speed", "slow")]
    public Task Adds_up_after_a_hundred_thousand_operations() => Work(100_000);

    private async Task Work(int operations)
    {
        (closed, app.Now) = (0, new DateTimeOffset(2025, 1, 10, 2, 0, 0, TimeSpan.Zero));
        var batches = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 2], Gen.Int[0, 60], Gen.Long[1, 1_000_000_000_00], Gen.Int[0, 1_000_000]).Array[50].Array[operations / 50];
        var all = batches.Single();
        for (var i = 0; i < all.Length; i++)
        {
            await app.Inside(services => Batch(services, all[i]));
            var perMonth = Math.Max(1, all.Length / 11);
            if (i % 4 == 3) await Remember();
            app.Now = app.Now.AddDays(Math.Max(1, 28 / perMonth));
            if ((i + 1) % perMonth == 0 && closed < 202510) await CloseNext();
        }
        await Compare();
    }

    private async Task Batch(IServiceProvider services, (int What, int Unit, int Days, long Value, int Which)[] batch)
    {
        foreach (var (what, unit, days, value, which) in batch)
        {
            if (what < 70 || standing.Count == 0)
            {
                var on = DateOnly.FromDateTime(app.Now.UtcDateTime).AddDays(-days);
                var entry = await LedgerScene.Enter(services, Units[unit], on, what % 7 == 0 ? -value : value, what % 3 == 0 ? EvidenceKind.Declaration : EvidenceKind.Voucher);
                standing.Add(entry);
                // by the rule, not by the program: its own month while open, else the month after the last closed
                var month = on.Year * 100 + on.Month;
                entered.Add((Units[unit], closed > 0 && month <= closed ? Months.Next(closed) : month, entry.Value));
            }
            else if (what < 92)
            {
                var gone = standing[which % standing.Count];
                standing.Remove(gone);
                Assert.Equal(1, await services.GetRequiredService<RecordEntries>().Reverse([gone], "试验"));
                Assert.Equal(0, await services.GetRequiredService<RecordEntries>().Reverse([gone], "再次"));
                var place = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().AsNoTracking().Where(u => u.Id == gone.UnitId).Select(u => u.Code).SingleAsync();
                entered.Add((place, closed > 0 && gone.FromMonth <= closed ? Months.Next(closed) : gone.FromMonth, -gone.Value));
            }
            else
            {
                var judge = services.GetRequiredService<JudgeEvidence>();
                var evidence = (await judge.Find(standing[which % standing.Count].EvidenceId))!;
                var to = (EvidenceTier)(((int)evidence.Tier + 1 + which % 3) % 4);
                await judge.Run(evidence, new TierInput { To = to, Source = SecondSource.Tax, Basis = "回函" });
            }
        }
    }

    private async Task CloseNext()
    {
        var next = closed == 0 ? 202501 : Months.Next(closed);
        if (next >= Months.Of(DateOnly.FromDateTime(app.Now.UtcDateTime.AddHours(8)))) app.Now = new DateTimeOffset(Months.LastDay(next).AddDays(3).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        await app.Close(next);
        closed = next;
    }

    private async Task Remember()
    {
        // what is recorded later today belongs to today as well: the day remembered is the one before
        app.Now = app.Now.AddDays(1);
        var day = DateOnly.FromDateTime(app.Now.UtcDateTime.AddHours(8)).AddDays(-1);
        foreach (var unit in new[] { "city", "east" })
            remembered.Add((day, unit, 202512, Said(await app.Figure(unit, 202501, 202512, day))));
    }

    /// <summary>A figure with what of it was proved how well.</summary>
    private static string Said(FigureAnswer figure) => $"{figure.Whole.Value}: {string.Join(", ", figure.Tiers.Where(t => t.Value != 0).OrderBy(t => t.Tier).Select(t => $"{t.Tier} {t.Value}"))}";

    private async Task Compare()
    {
        long Expected(string unit, int from, int to) => entered.Where(e => (unit == "city" || e.Unit == unit || (unit == "east" && e.Unit == "east-park")) && e.Month >= from && e.Month <= to).Sum(e => e.Value);
        await app.Proves();
        foreach (var unit in new[] { "city", "east", "west", "east-park" })
            for (var to = 202501; to <= 202512; to++)
            {
                var answer = await app.Figure(unit, 202501, to);
                Assert.Equal((unit, to, Expected(unit, 202501, to)), (unit, to, answer.Whole.Value ?? 0));
                Assert.Equal(answer.Whole.Value ?? 0, answer.Tiers.Sum(t => t.Value));
                if (to <= closed) Assert.Equal(answer.Whole.Value, answer.Published!.Value);
            }
        // a day long past is added up from the entries: of very many days some two hundred, spread over all
        foreach (var (day, unit, to, value) in remembered.Where((_, i) => i / 2 % Math.Max(1, remembered.Count / 200) == 0)) Assert.Equal((day, unit, value), (day, unit, Said(await app.Figure(unit, 202501, to, day))));
        // domestic money stands in 到位内资 as well, by entries derived from these
        Assert.Equal(Expected("city", 199001, 210012), await app.Reading(db => db.Set<LedgerEntry>().Where(e => e.DerivedFrom == null).SumAsync(e => e.Value)));
        Assert.Equal(Expected("city", 199001, 210012), await app.Reading(db => db.Set<Rollup>().Where(r => r.Dimension == Dimension.Tier && db.Set<Indicator>().Any(i => i.Id == r.IndicatorId && i.BaseCode == null)).SumAsync(r => r.Value)));
        var reviewer = await app.SignedInAs("reviewer");
        using var answered = await reviewer.Http.GetAsync(new Uri("/api/figures?indicator=arrived-funds&unit=city&from=2025-01&to=2025-12", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(Expected("city", 202501, 202512), JsonDocument.Parse(await answered.Content.ReadAsStringAsync()).RootElement.GetProperty("value").GetDecimal() * 10_000_000_000m);
        var printed = (await EveryFigure.Report(reviewer, "city", 2025, 12)).Single(f => f.Indicator == "arrived-funds");
        Assert.Equal(Expected("city", 202501, 202512), printed.Value * 100m);
        foreach (var unit in new[] { "city", "east", "west", "east-park" })
        {
            using var board = await reviewer.Http.GetAsync(new Uri($"/api/cockpit?unit={unit}&to=2025-12", UriKind.Relative));
            var shown = JsonDocument.Parse(await board.Content.ReadAsStringAsync()).RootElement.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("indicator").GetString() == "arrived-funds").GetProperty("value");
            Assert.Equal((unit, (decimal)Expected(unit, 202501, 202512)), (unit, shown.GetDecimal() * 10_000_000_000m));
            Assert.Equal((unit, (decimal)Expected(unit, 202501, 202512)), (unit, await Exported(reviewer, unit)));
        }
    }

    /// <summary>The lines of the workbook taken out, added up in fen; its own total must be that.</summary>
    private static async Task<decimal> Exported(Visitor visitor, string unit)
    {
        using var answer = await visitor.Http.GetAsync(new Uri($"/api/report-ledgers/file?kind=Arrivals&unit={unit}&from=2025-01-01&to=2025-12-31", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        // the column of amounts, in 万元; the last number is the total
        var amounts = Regex.Matches(await sheet.ReadToEndAsync(), "<c r=\"H[0-9]+\"[^>]*><v>([^<]+)</v>").Select(m => decimal.Parse(m.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture) * 1_000_000m).ToList();
        Assert.Equal(amounts[..^1].Sum(), amounts[^1]);
        return amounts[^1];
    }
}
