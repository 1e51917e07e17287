using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Exactness;

/// <summary>Every figure shown anywhere is the sum of the raw rows to the fen (reliability goal 32).</summary>
[Trait("needs", "database")]
public sealed class EveryFigure(DemoCityApp app) : IClassFixture<DemoCityApp>, IAsyncLifetime
{
    private const int Year = 2026;
    private static readonly SemaphoreSlim Once = new(1, 1);
    private RawLedger raw = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        if (!await app.Reading(db => db.Set<Unit>().AnyAsync())) await app.Inside(services => services.GetRequiredService<Bridgehead.Features.Demo.FillDemoCity>().Run(DemoCityApp.Size));
        Once.Release();
        raw = await app.Reading(RawLedger.Of);
        Assert.True(raw.Count > 500, $"{raw.Count} entries");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Is_the_sum_of_the_raw_rows()
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var (unit, indicator, span, text) in await app.Reading(_ => Documents(app.Services)))
        {
            var value = JsonDocument.Parse(text).RootElement.GetProperty("Value");
            var shown = value.ValueKind == JsonValueKind.Null ? (BigInteger?)null : new BigInteger(value.GetDecimal() * Smallest(indicator.Display));
            var expected = raw.Sum(indicator.Code, unit, span.From, span.To);
            if (shown != expected) wrong.Add($"{indicator.Code} of {unit} {span.From}–{span.To}: {shown}, not {expected}");
            if (expected is not null) compared++;
        }
        Assert.True(compared > 100, $"{compared} compared");
        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Is_the_same_on_the_cockpit_in_the_list_the_API_and_the_report()
    {
        var (city, persona) = await app.Reading(async db => (await db.Set<Unit>().SingleAsync(u => u.ParentId == null),
            await db.Set<AppUser>().Where(u => u.Role == Role.Reviewer && u.Unit.Kind == UnitKind.CityBureau).Select(u => u.UserName!).FirstAsync()));
        var visitor = await app.SignedInAs(persona);
        var cockpit = await visitor.Open($"/?unit={Uri.EscapeDataString(city.Name)}&to={Year}-11");
        foreach (var code in new[] { DefaultIndicators.ArrivedFunds, DefaultIndicators.ContractedAmount })
        {
            var expected = raw.Sum(code, city.Code, Year * 100 + 1, Year * 100 + 11)!.Value;
            var shown = Rounded(expected, 10_000_000_000, 2);
            Assert.Contains(shown, cockpit.Text, StringComparison.Ordinal);
            using var answer = await visitor.Http.GetAsync(new Uri($"/api/figures?indicator={code}&unit={city.Code}&from={Year}-01&to={Year}-11", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(expected, new BigInteger(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("value").GetDecimal() * 10_000_000_000m));
            var printed = (await Report(visitor, city.Code)).Single(f => f.Indicator == code);
            Assert.Equal(expected, new BigInteger(printed.Value * 100m));
        }
        using var total = await visitor.Http.GetAsync(new Uri("/projects?handler=Total", UriKind.Relative));
        Assert.Contains($"协议投资额{Rounded(raw.Projects.Values.Aggregate(BigInteger.Add), 10_000_000_000, 2)}亿元", await total.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_byte_for_byte_the_same_on_both_databases_and_in_every_run()
    {
        var folder = Directory.CreateTempSubdirectory("bridgehead-beside-").FullName;
        await using (var beside = await DemoCityApp.Beside(folder))
        {
            var (here, there) = (await Documents(app.Services), await Documents(beside));
            Assert.Equal(there.Select(d => d.Text), here.Select(d => d.Text));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task That_would_overflow_is_refused_and_nothing_is_kept()
    {
        var before = await Entries();
        await Assert.ThrowsAnyAsync<Exception>(() => app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var (unit, indicator) = (await db.Set<Unit>().FirstAsync(u => u.Kind == UnitKind.District), await db.Set<Indicator>().FirstAsync(i => i.Code == "fixed-asset-investment"));
            var evidence = new Evidence(EvidenceKind.HistoricalStatement, "溢出", "试验", unit.Id, DateTime.UtcNow);
            db.Add(evidence);
            await db.SaveChangesAsync();
            for (var i = 0; i < 3; i++)
                await services.GetRequiredService<RecordEntries>().Run([new NewEntry(evidence.Id, indicator.Id, unit.Id, new Months(202601, 202601), new DateOnly(2026, 1, 31), long.MaxValue / 2 + 1)]);
        }));
        Assert.Equal(before, await Entries());
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
    }

    private Task<int> Entries() => app.Reading(db => db.Set<LedgerEntry>().CountAsync());

    private static async Task<List<(string Unit, Indicator Indicator, Months Span, string Text)>> Documents(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        var (db, ask, words) = (scope.ServiceProvider.GetRequiredService<BridgeheadDb>(), scope.ServiceProvider.GetRequiredService<AskFigure>(), scope.ServiceProvider.GetRequiredService<Words>());
        var documents = new List<(string, Indicator, Months, string)>();
        foreach (var unit in await db.Set<Unit>().AsNoTracking().Where(u => u.Kind == UnitKind.City || u.Kind == UnitKind.District || u.Kind == UnitKind.Park).OrderBy(u => u.Code).ToListAsync())
            foreach (var indicator in await db.Set<Indicator>().AsNoTracking().Where(i => i.Aggregation == Aggregation.Flow).OrderBy(i => i.Code).ToListAsync())
                foreach (var span in new[] { new Months(202601, 202611), new Months(202504, 202504) })
                {
                    var answer = await ask.Run(new FigureInput { Unit = unit.Code, Indicator = $"{indicator.Code}@{indicator.ScopeVersion}", From = Months.Text(span.From), To = Months.Text(span.To) });
                    documents.Add((unit.Code, indicator, span, JsonSerializer.Serialize(FigureDocument.Of(answer, words))));
                }
        return documents;
    }

    /// <summary>The figures a work report carries with it.</summary>
    internal static async Task<List<(string Indicator, decimal Value)>> Report(Visitor visitor, string unit, int year = Year, int months = 11)
    {
        using var answer = await visitor.Http.GetAsync(new Uri($"/api/reports/work/word?unit={unit}&year={year}&months={months}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read, false, Encoding.UTF8);
        XNamespace ns = "urn:bridgehead:figures:1";
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            await using var content = await part.OpenAsync();
            var root = (await XDocument.LoadAsync(content, LoadOptions.None, CancellationToken.None)).Root!;
            if (root.Name != ns + "figures") continue;
            return [.. root.Elements(ns + "figure").Where(f => (string?)f.Attribute("measure") == "value" && (string?)f.Attribute("unit") == unit && f.Attribute("group") is null && f.Attribute("against") is null
                    && ((string)f.Attribute("from")!).StartsWith($"{year}-01", StringComparison.Ordinal))
                .Select(f => ((string)f.Attribute("indicator")!, decimal.Parse((string)f.Attribute("value")!, CultureInfo.InvariantCulture))).Distinct()];
        }
        return [];
    }

    private static decimal Smallest(string display) => display switch
    {
        "亿元" => 10_000_000_000m, "万元" or "万美元" => 1_000_000m, _ => 1m,
    };

    // half up, by whole numbers alone
    private static string Rounded(BigInteger smallest, long unit, int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        var cut = (smallest * scale * 2 + unit) / (unit * 2);
        var text = $"{cut / scale:#,0}.{(cut % scale).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
        return text.TrimEnd('0').TrimEnd('.');
    }
}
