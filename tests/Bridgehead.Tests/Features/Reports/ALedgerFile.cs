using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Features.Closing;
using Bridgehead.Tests.Support;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>A ledger taken out as a workbook and read by another program: order of the units, real numbers and days, frozen head, print setup, no formula.</summary>
[Trait("needs", "database")]
public sealed class ALedgerFile(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateOnly Day = new(2019, 3, 15);

    // = + - @ tab CR and their full-width forms, quotes and blanks before them, and words a spreadsheet might run
    private static readonly string[] Hostile = [.. Enumerable.Range(0, 200).Select(i => new[] { "=", "+", "-", "@", "＝", "＋", "－", "＠", "'=", "\"=" }[i % 10] + new[] { "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\")", "1+1", "SUM(A1:A9)", "<f>1</f>&" }[i / 10 % 5] + i.ToString(CultureInfo.InvariantCulture))];

    public async ValueTask InitializeAsync()
    {
        if (await app.Reading(db => db.Set<Project>().AnyAsync(p => p.Number.StartsWith("L-")))) return;
        await app.Inside(async services =>
        {
            var (db, units) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<ScopedUnits>());
            var (east, west, park) = ((await units.Named("east"))!, (await units.Named("west"))!, (await units.Named("east-park"))!);
            Add(db, "L-1", "西岭食品加工", west, null, 3_000, Day);
            Add(db, "L-2", "东江电池材料", east, park, 120_000, Day.AddDays(5));
            Add(db, "L-3", "东江机加工", east, null, 12_345.67m, Day.AddDays(1));
            Add(db, "L-5", string.Concat(Enumerable.Repeat("新能源电池材料项目", 5))[..40], west, null, 60_000, new DateOnly(2016, 5, 1));
            Add(db, "L-4", "次年的项目", east, null, 5_000, Day.AddYears(1));
            for (var i = 0; i < Hostile.Length; i++) Add(db, $"H-{i:000}", Hostile[i], west, null, 1, new DateOnly(2018, 5, 1));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Stands_in_the_order_of_the_units_with_real_numbers_and_days_and_its_total()
    {
        var rows = Read(await File("reviewer", "kind=Started&unit=city&from=2019-01-01&to=2019-12-31"));
        Assert.Equal("2019年1月1日至2019年12月31日县（市）区新开工重点项目一览表", rows[0][0]);
        Assert.StartsWith("部门调度数据，截至2019-12-31", (string)rows[1][0]!, StringComparison.Ordinal);
        Assert.Equal("单位：万元", rows[1].OfType<string>().Last());
        // the district comes before the county, however the projects came; within a unit by day
        Assert.Equal(["L-3", "L-2", "L-1"], rows.Skip(3).Take(3).Select(r => (string)r[2]!));
        Assert.Equal([12_345.67, 120_000.0, 3_000.0], rows.Skip(3).Take(3).Select(r => Assert.IsType<double>(r[7])));
        Assert.Equal([Day.AddDays(1), Day.AddDays(5), Day], rows.Skip(3).Take(3).Select(r => DateOnly.FromDateTime(Assert.IsType<DateTime>(r[9]))));
        Assert.Equal(["东江区", "东江区", "西岭县"], rows.Skip(3).Take(3).Select(r => (string)r[1]!));
        Assert.Equal("东江经开区", rows[4][12]);
        // 12,345.67 + 120,000 + 3,000
        Assert.Equal("合计3项", rows[6][1]);
        Assert.Equal(135_345.67, rows[6][7]);
    }

    [Fact]
    public async Task Is_set_up_to_be_read_and_printed()
    {
        using var zip = new ZipArchive(new MemoryStream(await File("reviewer", "kind=Started&unit=city&from=2019-01-01&to=2019-12-31&paper=A3")));
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        var pane = sheet.Descendants(Main + "pane").Single();
        Assert.Equal(("3", "A4", "frozen"), (pane.Attribute("ySplit")!.Value, pane.Attribute("topLeftCell")!.Value, pane.Attribute("state")!.Value));
        var page = sheet.Descendants(Main + "pageSetup").Single();
        Assert.Equal(("8", "landscape", "1", "0"), (page.Attribute("paperSize")!.Value, page.Attribute("orientation")!.Value, page.Attribute("fitToWidth")!.Value, page.Attribute("fitToHeight")!.Value));
        Assert.Contains("市局审核", sheet.Descendants(Main + "oddFooter").Single().Value, StringComparison.Ordinal);
        var titles = Part(zip, "xl/workbook.xml").Descendants(Main + "definedName").First();
        Assert.Equal(("_xlnm.Print_Titles", "'明细'!$1:$3"), (titles.Attribute("name")!.Value, titles.Value));
        // every cell's style is one there is
        var styles = Part(zip, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements().Count();
        Assert.All(sheet.Descendants(Main + "c"), c => Assert.InRange(int.Parse(c.Attribute("s")!.Value, CultureInfo.InvariantCulture), 0, styles - 1));
        var units = Part(zip, "xl/worksheets/sheet2.xml").Descendants(Main + "row").Skip(3).Select(r => r.Elements(Main + "c").ElementAt(1).Value).ToList();
        Assert.Equal(["东江区", "西岭县", "合计"], units);
    }

    /// <summary>A column of 34 holds 34 × 7 + 5 = 243 pixels = 182 pt: 40 characters of 10 pt take three lines, each of at least 12 pt.</summary>
    [Fact]
    public async Task Gives_a_long_text_the_height_of_its_lines_and_the_title_the_width_of_its_sheet()
    {
        using var zip = new ZipArchive(new MemoryStream(await File("reviewer", "kind=Started&unit=city&from=2016-01-01&to=2016-12-31&atLeast=5")));
        var row = Part(zip, "xl/worksheets/sheet1.xml").Descendants(Main + "row").Single(r => r.Attribute("r")!.Value == "4");
        Assert.Equal(40, row.Elements(Main + "c").ElementAt(3).Value.Length);
        Assert.True(double.Parse(row.Attribute("ht")!.Value, CultureInfo.InvariantCulture) >= 36, row.Attribute("ht")!.Value);
        // the title of 35.5 characters at 18 pt takes 639 pt, the sums' sheet has 546
        var sums = Part(zip, "xl/worksheets/sheet2.xml");
        var wide = sums.Descendants(Main + "col").Sum(c => double.Parse(c.Attribute("width")!.Value, CultureInfo.InvariantCulture)) * 7 * 0.75;
        var title = sums.Descendants(Main + "row").First();
        var takes = Math.Ceiling(title.Elements(Main + "c").First().Value.Sum(c => c > 0x2E80 ? 1 : 0.5) * 18 / wide);
        Assert.True(double.Parse(title.Attribute("ht")!.Value, CultureInfo.InvariantCulture) >= takes * 18 * 1.2, $"{takes}");
        Assert.Equal(2, takes);
    }

    [Fact]
    public async Task Makes_no_formula_of_any_text()
    {
        var file = await File("reviewer", "kind=Started&unit=city&from=2018-05-01&to=2018-05-31");
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var name in new[] { "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml" })
            Assert.Empty(Part(zip, name).Descendants(Main + "f"));
        Assert.Equal(Hostile.Order(StringComparer.Ordinal), Read(file).Skip(3).Take(200).Select(r => (string)r[3]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Adds_up_to_the_figure_where_it_tells_money()
    {
        await app.Enter("east", new DateOnly(2017, 2, 10), 1_234_56);
        await app.Enter("west", new DateOnly(2017, 3, 10), 2_000_00);
        await app.Enter("west", new DateOnly(2017, 4, 10), 9_999_00);
        var rows = Read(await File("reviewer", "kind=Arrivals&unit=city&from=2017-01-01&to=2017-03-31"));
        Assert.Equal("合计2项", rows[5][1]);
        // 1,234.56 + 2,000.00 yuan
        Assert.Equal(0.323456, (double)rows[5][7]!, 9);
        var figure = await app.Figure("city", 201701, 201703);
        Assert.Equal(3_234_56, figure.Whole.Value);
    }

    [Fact]
    public async Task Shows_a_district_its_own_alone_and_refuses_what_makes_no_sense()
    {
        var rows = Read(await File("other-district-clerk", "kind=Started&from=2019-01-01&to=2019-12-31"));
        Assert.Equal(["L-1"], rows.Skip(3).Where(r => r[2] is string).Select(r => (string)r[2]!));
        var clerk = await app.SignedInAs("district-clerk");
        Assert.Contains("没有单位“west”，或者不在您的数据范围内", (await clerk.Open("/reports/ledgers?kind=NewlySigned&unit=west")).Alert, StringComparison.Ordinal);
        Assert.Contains("起始日期2019-05-01晚于截止日期2019-04-01", (await clerk.Open("/reports/ledgers?kind=NewlySigned&from=2019-05-01&to=2019-04-01")).Alert, StringComparison.Ordinal);
        var page = await clerk.Open("/reports/ledgers?kind=Started&unit=east&from=2019-01-01&to=2019-12-31&atLeast=5");
        Assert.Contains("（5亿元以上）", page.Text, StringComparison.Ordinal);
        Assert.Contains("东江电池材料", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("东江机加工", page.Text, StringComparison.Ordinal);
    }

    private async Task<byte[]> File(string persona, string query) => await (await app.SignedInAs(persona)).Http.GetByteArrayAsync("/reports/ledgers?handler=File&" + query);

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>The first sheet as an independent reader sees it.</summary>
    private static List<object?[]> Read(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }

    private static void Add(BridgeheadDb db, string number, string name, Unit unit, Unit? park, decimal wan, DateOnly started) => db.Add(new Project(number, new Bridgehead.Features.Projects.ProjectFacts
    {
        Name = name, UnitId = unit.Id, ParkId = park?.Id, Investor = "测试投资有限公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(wan), SignedOn = started.AddDays(-60), StartedOn = started, Company = "项目公司",
    }, Stage.Called("started")!, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8))));
}
