using System.IO.Compression;
using System.Net;
using System.Text;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Features.Imports.Reading;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>A ledger goes in by the page: checked, applied, undone. Expected numbers are counted by hand, or in the files with another program.</summary>
[Trait("needs", "database")]
public sealed class ImportingALedger(TestApp app) : IClassFixture<TestApp>
{
    private const string Messy = """
        东江区2021年招商引资项目台账,,,,,,,
        单位：万元,,,,,,填表人：王某,
        序号,项目,落地区县,投资商,来源,产业类别,协议总投资,签订日期
        1,导入甲项目,东江区,甲公司,省外,工业,"12,000",2021.3.5
        2,导入乙项目,东江区,乙公司,境外,服务业,8000,2021年6月
        3,导入丙项目,没有这个区,丙公司,省外,工业,5000,2021-07-01
        4,导入丁项目,东江区,丁公司,省外,工业,三千,2021-08-01
        合计,,,,,,25000,
        """;

    [Fact]
    public async Task Is_checked_without_writing_then_applied_then_undone()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var check = await Upload(clerk, "Projects", "东江台账.csv", Gb18030(Messy));
        Assert.Equal([2, 0, 0, 2], Counts(check));
        Assert.Contains("没有单位“没有这个区”", check.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Count("导入"));
        Assert.Null(await Value());

        var refused = await clerk.Http.GetAsync(new Uri(check.Document.QuerySelector("a[href*='handler=Refused']")!.GetAttribute("href")!, UriKind.Relative));
        using (var book = new ZipArchive(await refused.Content.ReadAsStreamAsync()))
        using (var sheet = new StreamReader(book.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open()))
            Assert.Equal((true, true, false), (await sheet.ReadToEndAsync()) is var xml ? (xml.Contains("导入丙项目", StringComparison.Ordinal), xml.Contains("导入丁项目", StringComparison.Ordinal), xml.Contains("导入甲项目", StringComparison.Ordinal)) : default);

        var applied = await check.Submit("form[action*='Apply']");
        Assert.Equal(HttpStatusCode.OK, applied.Status);
        Assert.Equal(2, await Count("导入"));
        Assert.Equal(20_000_000_000, await Value());

        var again = await Upload(clerk, "Projects", "东江台账.csv", Gb18030(Messy));
        Assert.Equal([0, 0, 2, 2], Counts(again));
        Assert.Contains("项目已经登记过", again.Text, StringComparison.Ordinal);

        var undone = await applied.Submit("main form[method=post]");
        Assert.Contains("撤销", undone.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Count("导入"));
        Assert.Null(await Value());
        await app.Inside(async services =>
        {
            Assert.Empty(await services.GetRequiredService<VerifyLedger>().Run());
            Assert.Empty(await services.GetRequiredService<VerifySearch>().Run());
            Assert.True((await services.GetRequiredService<VerifyTrail>().Run()).Holds);
        });
    }

    [Fact]
    public async Task Takes_a_district_as_ledgers_write_it()
    {
        var check = await Upload(await app.SignedInAs("clerk"), "Projects", "投资地.csv", Encoding.UTF8.GetBytes("项目名称,投资地\n承接地写得简略的项目,东江\n不知落在哪里的项目,东\n"));
        Assert.Equal([1, 0, 0, 1], Counts(check));
        await check.Submit("form[action*='Apply']");
        Assert.Equal("east", await app.Reading(db => db.Set<Project>().Where(p => p.Name == "承接地写得简略的项目").Join(db.Set<Unit>(), p => p.UnitId, u => u.Id, (_, u) => u.Code).SingleAsync()));
    }

    [Fact]
    public async Task Is_undone_only_by_its_own_unit()
    {
        var check = await Upload(await app.SignedInAs("district-clerk"), "Projects", "a.csv", Encoding.UTF8.GetBytes("项目名称,落地区县\n别人不能撤销的项目,东江区\n"));
        await check.Submit("form[action*='Apply']");
        var batch = await app.Reading(db => db.Set<ImportBatch>().Where(b => b.File == "a.csv").Select(b => b.Id).SingleAsync());
        var stranger = await app.SignedInAs("other-district-clerk");
        var other = await stranger.Open("/imports");
        Assert.DoesNotContain("a.csv", other.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/imports/batches/{batch}")).Status);
        other.Document.QuerySelector("main form")!.SetAttribute("action", $"/imports/batches/{batch}");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit("main form")).Status);
        Assert.Equal(1, await Count("别人不能撤销"));
    }

    [Fact]
    public async Task Goes_to_the_unit_chosen_where_it_names_none()
    {
        var (clerk, ledger) = (await app.SignedInAs("clerk"), Encoding.UTF8.GetBytes("项目名称,投资方\n无区县项目,某公司\n"));
        var first = await Upload(clerk, "Projects", "b.csv", ledger);
        Assert.Contains("没有落地区县", first.Text, StringComparison.Ordinal);
        var check = await first.Submit("form[action*='Options']", ("Unit", "west"));
        await check.Submit("form[action*='Apply']");
        Assert.Equal(["west"], await app.Reading(db => db.Set<Project>().Where(p => p.Name == "无区县项目").Join(db.Set<Unit>(), p => p.UnitId, u => u.Id, (_, u) => u.Code).ToListAsync()));
    }

    [Fact]
    public async Task Without_a_file_or_with_another_kind_of_file_is_refused_in_a_sentence()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var page = await clerk.Open("/imports");
        Assert.Equal("请选择要导入的文件（xlsx、xls 或 csv）", (await page.Submit("main form[enctype]")).Alert);
        var picture = await page.Submit("main form[enctype]", [("Kind", "Enterprises")], [("Upload", "台账.xlsx", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])]);
        Assert.NotEqual("", picture.Alert);
        Assert.Equal("Enterprises", picture.Field("Kind"));
        Assert.Empty(await app.Reading(db => db.Set<ImportCheck>().Where(c => c.File == "台账.xlsx").ToListAsync()));
    }

    [Fact]
    public async Task Takes_the_register_of_two_thousand_enterprises_and_drops_nothing()
    {
        var file = await File.ReadAllBytesAsync(SharedLedgers.Path("企业工商信息.xlsx"));
        var clerk = await app.SignedInAs("clerk");
        var check = await Upload(clerk, "Enterprises", "企业工商信息.xlsx", file);
        // 2,000 rows; 51 of them are about enterprises of earlier rows
        Assert.Equal([1949, 0, 51, 0], Counts(check));
        await check.Submit("form[action*='Apply']");
        // 2,000 rows, 51 of them enterprises named before, counted in the file by credit code and name
        Assert.Equal(1949, await app.Reading(db => db.Set<Enterprise>().CountAsync(e => e.BatchId != null)));
        Assert.True(await app.Reading(db => db.Set<Enterprise>().AnyAsync(e => e.CapitalCurrency == "USD")));
        var again = await Upload(clerk, "Enterprises", "企业工商信息.xlsx", file);
        Assert.Equal([0, 0, 2000, 0], Counts(again));
    }

    private static async Task<Shown> Upload(Visitor visitor, string kind, string name, byte[] content) =>
        await (await visitor.Open("/imports")).Submit("main form[enctype]", [("Kind", kind)], [("Upload", name, content)]);

    /// <summary>New, updated, unchanged, to be mended, as the page says.</summary>
    private static int[] Counts(Shown page) => [.. page.Document.QuerySelectorAll(".verdict dd").Select(d => int.Parse(d.TextContent, System.Globalization.CultureInfo.InvariantCulture))];

    private Task<int> Count(string beginning) => app.Reading(db => db.Set<Project>().CountAsync(p => p.Name.StartsWith(beginning) && p.DeletedAt == null));

    private async Task<long?> Value()
    {
        long? value = null;
        await app.Inside(async services =>
        {
            var (figures, east) = (services.GetRequiredService<Figures>(), (await services.GetRequiredService<ScopedUnits>().Named("east"))!);
            value = (await figures.Answer(new FigureQuestion((await figures.Named("contracted-amount", new DateOnly(2021, 12, 31)))!, east, Months.OfYear(2021)))).Whole.Value;
        });
        return value;
    }

    private static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }
}
