using System.Globalization;
using System.Text;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>What people decide on the page of a checked ledger. Expected values are counted by hand in the few rows of each.</summary>
[Trait("needs", "database")]
public sealed class AtTheWizard(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_column_paired_by_hand_is_paired_by_itself_the_next_month_and_only_in_the_own_unit()
    {
        const string ledger = "项目名称,属地,落户意向说明\n映射{0}甲,东江区,化工\n";
        var clerk = await app.SignedInAs("district-clerk");
        var first = await Upload(clerk, "Projects", "七月.csv", Month(ledger, 7));
        Assert.Equal("", first.Field("Columns[2]"));
        var decided = await first.Submit("form[action*='handler=Sheet']", ("Columns[2]", "industry"));
        Assert.Equal("industry", decided.Field("Columns[2]"));
        await decided.Submit("form[action*='handler=Apply']");
        var next = await Upload(clerk, "Projects", "八月.csv", Month(ledger, 8));
        Assert.Equal("industry", next.Field("Columns[2]"));
        Assert.Contains("按上次确认的对应关系", next.Text, StringComparison.Ordinal);
        await next.Submit("form[action*='handler=Apply']");
        Assert.Equal(["化工", "化工"], await app.Reading(db => db.Set<Project>().Where(p => p.Name.StartsWith("映射")).Select(p => p.Industry!).ToListAsync()));
        var other = await Upload(await app.SignedInAs("other-district-clerk"), "Projects", "八月.csv", Month(ledger, 9));
        Assert.Equal("", other.Field("Columns[2]"));
    }

    [Fact]
    public async Task Two_columns_cannot_be_the_same_thing()
    {
        var page = await Upload(await app.SignedInAs("district-clerk"), "Enterprises", "两列.csv", Encoding.UTF8.GetBytes("企业名称,甲列,乙列\n两列有限公司,1,2\n"));
        var refused = await page.Submit("form[action*='handler=Sheet']", ("Columns[1]", "phone"), ("Columns[2]", "phone"));
        Assert.Equal("有2列都对应“联系电话”，请只留一列，其余选“不导入”", refused.Alert);
    }

    [Fact]
    public async Task A_wrong_cell_is_put_right_in_place_and_judged_at_once()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var page = await Upload(clerk, "Projects", "改正.csv", Encoding.UTF8.GetBytes("项目名称,落地区县,总投资（万元）\n改正甲项目,东江区,三千\n改正乙项目,东江区,5000\n"));
        Assert.Equal([1, 0, 0, 1], Counts(page));
        Assert.Equal("三千", page.Field("cells[2-2]"));
        var mended = await page.Submit("form[action*='handler=Correct']", ("cells[2-2]", "3000"));
        Assert.Equal([2, 0, 0, 0], Counts(mended));
        await mended.Submit("form[action*='handler=Apply']");
        // 3,000 and 5,000 times ten thousand yuan, in fen
        Assert.Equal([3_000_000_000L, 5_000_000_000L], await app.Reading(db => db.Set<Project>().Where(p => p.Name.StartsWith("改正")).OrderBy(p => p.AmountFen).Select(p => p.AmountFen).ToListAsync()));
    }

    [Fact]
    public async Task A_word_is_explained_once_and_a_name_becomes_an_alias_where_one_may_change_the_tree()
    {
        var (reviewer, clerk) = (await app.SignedInAs("reviewer"), await app.SignedInAs("clerk"));
        var page = await Upload(reviewer, "Projects", "别名.csv", Encoding.UTF8.GetBytes("项目名称,落地区县,资金来源\n别名甲项目,大东江,外商\n"));
        Assert.Equal([0, 0, 0, 1], Counts(page));
        var known = await page.Submit("form[action*='handler=Words']", ("meanings[unit|大东江]", "east"), ("meanings[origin|外商]", "Abroad"));
        Assert.Equal([1, 0, 0, 0], Counts(known));
        Assert.Equal("大东江", await app.Reading(db => db.Set<Unit>().Where(u => u.Code == "east").Select(u => u.Aliases).SingleAsync()));
        Assert.Equal("Abroad", await app.Reading(db => db.Set<RememberedChoice>().Where(c => c.Text == "外商").Select(c => c.Meaning).SingleAsync()));
        await known.Submit("form[action*='handler=Apply']");
        Assert.Equal(Origin.Abroad, await app.Reading(db => db.Set<Project>().Where(p => p.Name == "别名甲项目").Select(p => p.Origin).SingleAsync()));
        // the alias serves everybody, the word the own unit alone
        var second = await Upload(clerk, "Projects", "别名二.csv", Encoding.UTF8.GetBytes("项目名称,落地区县\n别名乙项目,大东江\n"));
        Assert.Equal([1, 0, 0, 0], Counts(second));
    }

    [Theory]
    [InlineData("Keep", "甲某", null, "0,0,1,0")]
    [InlineData("Fill", "甲某", "化工", "0,1,0,0")]
    [InlineData("Overwrite", "乙某", "化工", "0,1,0,0")]
    public async Task A_project_on_file_is_kept_filled_or_overwritten(string policy, string contact, string? industry, string counts)
    {
        var (clerk, name) = (await app.SignedInAs("district-clerk"), $"已有{policy}项目");
        await (await Upload(clerk, "Projects", $"{policy}.csv", Encoding.UTF8.GetBytes($"项目名称,落地区县,联系人\n{name},东江区,甲某\n"))).Submit("form[action*='handler=Apply']");
        var made = await app.Reading(db => db.Set<Project>().Where(p => p.Name == name).Select(p => new { p.LastProgressOn, p.Number }).SingleAsync());
        var again = await Upload(clerk, "Projects", $"{policy}2.csv", Encoding.UTF8.GetBytes($"项目编号,项目名称,落地区县,联系人,行业\n{made.Number},{name},东江区,乙某,化工\n"));
        var chosen = await again.Submit("form[action*='handler=Options']", ("OnExisting", policy), ("MatchBy", "Number"));
        Assert.Equal(counts, string.Join(",", Counts(chosen).Select(c => c.ToString(CultureInfo.InvariantCulture))));
        if (policy == "Keep") return;
        Assert.Contains("化工", chosen.Document.QuerySelector("[aria-label=要更新的记录]")!.TextContent, StringComparison.Ordinal);
        await chosen.Submit("form[action*='handler=Apply']");
        var now = await app.Reading(db => db.Set<Project>().AsNoTracking().SingleAsync(p => p.Name == name));
        Assert.Equal((contact, industry, made.LastProgressOn), (now.Contact, now.Industry, now.LastProgressOn));
    }

    [Fact]
    public async Task A_chosen_heading_a_year_from_the_title_and_a_rate_are_taken_into_account()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var page = await Upload(clerk, "Projects", "年份.csv", Encoding.UTF8.GetBytes("2021年招商项目,,,\n名单,说明,,\n项目名称,落地区县,总投资（万美元）,签订日期\n年份甲项目,东江区,100,9月\n"));
        Assert.Equal("2021", page.Field("Year"));
        Assert.Contains("协议投资额须为人民币", page.Text, StringComparison.Ordinal);
        var rated = await page.Submit("form[action*='handler=Options']", ("DollarRate", "7.1"));
        Assert.Equal([1, 0, 0, 0], Counts(rated));
        await rated.Submit("form[action*='handler=Apply']");
        // 1,000,000 dollars at 7.1, in fen
        var project = await app.Reading(db => db.Set<Project>().AsNoTracking().SingleAsync(p => p.Name == "年份甲项目"));
        Assert.Equal((710_000_000L, new DateOnly(2021, 9, 1)), (project.AmountFen, project.SignedOn));
    }

    [Fact]
    public async Task Several_files_come_at_once_their_kinds_are_found_and_nobody_else_sees_them()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var list = await (await clerk.Open("/imports")).Submit("main form[enctype]", [], [("Upload", "多一.csv", Encoding.UTF8.GetBytes("企业名称,统一社会信用代码,法定代表人\n多一有限公司,,某某\n")), ("Upload", "多二.csv", Encoding.UTF8.GetBytes("单位,指标,期间,数值\n东江区,新签约项目数,2020年1-3月,5\n"))]);
        Assert.Equal("/imports", list.Address);
        Assert.Equal([ImportKind.Enterprises, ImportKind.Figures], await app.Reading(db => db.Set<ImportCheck>().Where(c => EF.Functions.Like(c.File, "多%")).OrderBy(c => c.File).Select(c => c.Kind).ToListAsync()));
        var id = await app.Reading(db => db.Set<ImportCheck>().Where(c => c.File == "多一.csv").Select(c => c.Id).SingleAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await app.SignedInAs("district-reviewer")).Open($"/imports/checks/{id}")).Status);
    }

    [Fact]
    public async Task Enterprises_are_recognised_by_code_and_taken_over_from_the_ledger()
    {
        var clerk = await app.SignedInAs("clerk");
        var code = TestCode();
        await (await Upload(clerk, "Enterprises", "码一.csv", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,企业地址\n码一旧名有限公司,{code},旧址\n"))).Submit("form[action*='handler=Apply']");
        var page = await Upload(clerk, "Enterprises", "码二.csv", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,企业地址,联系电话\n码一新名有限公司,{code},新址,028-12345678\n"));
        Assert.Equal([0, 1, 0, 0], Counts(page));
        await (await page.Submit("form[action*='handler=Options']", ("OnExisting", "Overwrite"))).Submit("form[action*='handler=Apply']");
        var now = await app.Reading(db => db.Set<Enterprise>().AsNoTracking().SingleAsync(e => e.Name == "码一旧名有限公司"));
        Assert.Equal(("新址", "028-12345678"), (now.Address, now.Phone));
    }

    internal static string TestCode(int n = 7)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var code = string.Create(CultureInfo.InvariantCulture, $"91990000MA{n:0000000}");
        return code + alphabet[(31 - code.Select((c, i) => alphabet.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum() % 31) % 31];
    }

    internal static int[] Counts(Shown page) => [.. page.Document.QuerySelectorAll(".verdict dd").Select(d => int.Parse(d.TextContent, CultureInfo.InvariantCulture))];

    internal static async Task<Shown> Upload(Visitor visitor, string kind, string name, byte[] content) =>
        await (await visitor.Open("/imports")).Submit("main form[enctype]", [("Kind", kind)], [("Upload", name, content)]);

    private static byte[] Month(string ledger, int month) => Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, ledger, month));
}
