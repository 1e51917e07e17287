using System.Net;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Progress;

/// <summary>The report of a project for a month, through the form and the sheet.</summary>
[Trait("needs", "database")]
public sealed class AMonthlyReport(AccessApp app) : IClassFixture<AccessApp>
{
    private static readonly string Month = ProgressScene.LastMonth;

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, .. Guid.NewGuid().ToByteArray()];

    [Fact]
    public async Task Begins_with_last_months_numbers_is_kept_as_a_draft_and_filed_with_photo_and_problem()
    {
        var project = await app.Signed("月报项目", ProgressScene.MonthsAgo(6));
        await File(project, Before(Month), "1,500", "1200", 20);
        var entries = await app.Reading(db => db.Set<LedgerEntry>().CountAsync());
        var clerk = await app.SignedInAs("district-clerk");
        var form = await clerk.Open($"/projects/{project}/progress/report?month={Month}");
        Assert.Equal(("1500", "1200", "20"), (form.Field("Input.Invested"), form.Field("Input.Arrived"), form.Field("Input.Percent")));
        Assert.Equal("environment", form.Document.QuerySelector("input[type=file]")!.GetAttribute("capture"));
        Assert.Contains("部门调度数据", form.Text, StringComparison.Ordinal);
        Assert.Contains("调查对象可以拒绝填报", form.Text, StringComparison.Ordinal);
        var shown = await form.Submit("form.sheet-form", ("Input.Invested", "1800"), ("Input.Draft", "true"));
        Assert.Contains("草稿", shown.Text, StringComparison.Ordinal);
        form = await clerk.Open($"/projects/{project}/progress/report?month={Month}");
        Assert.Equal("1800", form.Field("Input.Invested"));
        shown = await form.Submit("form.sheet-form", [("Input.Invested", "1900万"), ("Input.Physical", "主体封顶"), ("Input.ProblemKind", "Land"), ("Input.ProblemText", "二期用地未交"), ("Input.ProblemNeeds", "自然资源局")], [("Photos", "现场.jpg", Photo)]);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("二期用地未交", shown.Text, StringComparison.Ordinal);
        var report = await app.Reading(db => db.Set<MonthlyReport>().SingleAsync(r => r.ProjectId == project && r.Month == Number(Month)));
        Assert.Equal((Money.FromWan(1_900).Fen, false, 0), (report.InvestedFen, report.NoChange, report.Corrections));
        Assert.NotNull(report.FiledOn);
        form = await clerk.Open($"/projects/{project}/progress/report?month={Month}");
        var picture = Assert.Single(form.Document.QuerySelectorAll(".photos img")).GetAttribute("src")!;
        Assert.Equal("image/jpeg", (await clerk.Http.GetAsync(new Uri(picture, UriKind.Relative))).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("other-district-clerk")).Http.GetAsync(new Uri(picture, UriKind.Relative))).StatusCode);
        // what a project says of itself never enters the ledger of figures
        Assert.Equal(entries, await app.Reading(db => db.Set<LedgerEntry>().CountAsync()));
    }

    [Fact]
    public async Task Is_refused_when_a_cumulative_amount_falls_and_corrected_only_with_a_reason()
    {
        var project = await app.Signed("更正项目", ProgressScene.MonthsAgo(6));
        await File(project, Before(Month), "1500", "1200", 20);
        var clerk = await app.SignedInAs("district-clerk");
        var form = await clerk.Open($"/projects/{project}/progress/report?month={Month}");
        var refused = await form.Submit("form.sheet-form", ("Input.Invested", "1400"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("累计完成投资1400万元少于" + Before(Month) + "已报的1500万元", refused.Alert, StringComparison.Ordinal);
        Assert.Equal("1400", refused.Field("Input.Invested"));
        Assert.Equal(HttpStatusCode.OK, (await refused.Submit("form.sheet-form", ("Input.Invested", "1600"))).Status);
        form = await clerk.Open($"/projects/{project}/progress/report?month={Month}");
        refused = await form.Submit("form.sheet-form", ("Input.Invested", "1700"));
        Assert.Contains("更正须写明理由", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await refused.Submit("form.sheet-form", ("Input.Reason", "漏计一张发票"))).Status);
        Assert.Equal((Money.FromWan(1_700).Fen, 1, "漏计一张发票"), await app.Reading(db => db.Set<MonthlyReport>().Where(r => r.ProjectId == project && r.Month == Number(Month)).Select(r => new ValueTuple<long, int, string?>(r.InvestedFen, r.Corrections, r.Reason)).SingleAsync()));
    }

    [Fact]
    public async Task Says_in_one_click_that_nothing_changed_and_is_counted_as_such()
    {
        var project = await app.Signed("无变化项目", ProgressScene.MonthsAgo(6));
        await File(project, Before(Month), "1500", "1200", 20);
        var looked = await app.Reading(db => db.Set<Coverage>().SingleAsync(c => c.Id == project));
        var form = await (await app.SignedInAs("district-clerk")).Open($"/projects/{project}/progress/report?month={Month}");
        Assert.Equal(HttpStatusCode.OK, (await form.Submit("form.same-form")).Status);
        var report = await app.Reading(db => db.Set<MonthlyReport>().SingleAsync(r => r.ProjectId == project && r.Month == Number(Month)));
        Assert.Equal((true, Money.FromWan(1_500).Fen, 20), (report.NoChange, report.InvestedFen, report.Percent));
        // a click is no look
        Assert.Equal(looked.WaitingSince, (await app.Reading(db => db.Set<Coverage>().SingleAsync(c => c.Id == project))).WaitingSince);
    }

    [Fact]
    public async Task Is_filed_for_many_projects_on_one_sheet_without_retyping()
    {
        var (one, two, three) = (await app.Signed("表一", ProgressScene.MonthsAgo(6), "west"), await app.Signed("表二", ProgressScene.MonthsAgo(6), "west"), await app.Signed("表三", ProgressScene.MonthsAgo(6), "west"));
        foreach (var project in new[] { one, two, three }) await File(project, Before(Month), "1000", "800", 10);
        var clerk = await app.SignedInAs("other-district-clerk");
        var sheet = await clerk.Open($"/progress/sheet?month={Month}");
        Assert.Equal(3, sheet.Document.QuerySelectorAll("[data-sheet] tbody tr").Length);
        Assert.Equal("1000", sheet.Field("Input.Rows[0].Invested"));
        sheet = await sheet.Submit("form.report-sheet", ("Input.Rows[0].Invested", "1200"), ("Input.Rows[1].Same", "true"));
        Assert.Equal(1, sheet.Document.QuerySelectorAll("[data-sheet] tbody tr").Length);
        Assert.Equal([(one, false, 120_000_000_000L / 100), (two, true, 100_000_000_000L / 100)], await app.Reading(db => db.Set<MonthlyReport>().Where(r => (r.ProjectId == one || r.ProjectId == two) && r.Month == Number(Month))
            .OrderBy(r => r.ProjectId).Select(r => new ValueTuple<Guid, bool, long>(r.ProjectId, r.NoChange, r.InvestedFen)).ToListAsync()));
        var refused = await sheet.Submit("form.report-sheet");
        Assert.Contains("没有可报送的行", refused.Alert, StringComparison.Ordinal);
        sheet = await refused.Submit("form.report-sheet", ("Input.RestSame", "true"));
        Assert.Contains("这个月的月报都已报送", sheet.Text, StringComparison.Ordinal);
        var grid = await clerk.Open("/progress");
        Assert.Contains("应报3 · 按时", grid.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_owed_by_signed_projects_that_are_not_aside_and_shows_as_late_or_missing()
    {
        var (late, missing, aside, resumed) = (await app.Signed("迟报的", ProgressScene.MonthsAgo(6), "east-park"), await app.Signed("未报的", ProgressScene.MonthsAgo(6), "east-park"), await app.Signed("暂缓的", ProgressScene.MonthsAgo(6), "east-park"), await app.Signed("恢复的", ProgressScene.MonthsAgo(6), "east-park"));
        await Step(aside, 4, 90, ProgressScene.MonthsAgo(4));
        await Step(resumed, 4, 90, ProgressScene.MonthsAgo(4));
        await Step(resumed, 90, 4, ProgressScene.MonthsAgo(1).AddDays(3));
        var month = Before(Before(Month));
        await File(late, month, "100", "0", 1);
        await app.Inside(services => services.GetRequiredService<GatherCoverage>().Rest());
        var clerk = await app.SignedInAs("park-clerk");
        Assert.Equal(["迟报的", "未报的"], await Names(clerk, month, ""));
        Assert.Equal(["迟报的"], await Names(clerk, month, "&state=Late"));
        Assert.Equal(["未报的"], await Names(clerk, month, "&state=Missing"));
        // the one that came back owes again from the month it came back in
        Assert.Contains("恢复的", await Names(clerk, Month, ""));
        Assert.DoesNotContain("暂缓的", await Names(clerk, Month, ""));
        Assert.Contains("应报2 · 按时0 · 迟报1", (await clerk.Open($"/progress?month={month}")).Text, StringComparison.Ordinal);
    }

    private static async Task<List<string>> Names(Bridgehead.Tests.Support.Visitor visitor, string month, string more) =>
        [.. (await visitor.Open($"/progress/reports?month={month}{more}")).Document.QuerySelectorAll("tbody td:first-child a").Select(a => a.TextContent)];

    private Task Step(Guid project, int from, int to, DateOnly on) => app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        db.Add(new ProjectStep(project, from, to, on, null, "某某", "测试"));
        await db.SaveChangesAsync();
        await db.Set<Project>().Where(p => p.Id == project).ExecuteUpdateAsync(set => set.SetProperty(p => p.StageOrder, to).SetProperty(p => p.StageSince, on));
    });

    private Task File(Guid project, string month, string invested, string arrived, int percent) => app.Inside(async services =>
        await services.GetRequiredService<FileReport>().Run(await services.GetRequiredService<BridgeheadDb>().Set<Project>().SingleAsync(p => p.Id == project), Number(month), null, new ReportInput { Invested = invested, Arrived = arrived, Percent = percent }));

    private static int Number(string month) => int.Parse(month.Replace("-", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private static string Before(string month) => Number(month) is var n && n % 100 == 1 ? Months.Text(n - 89) : Months.Text(Number(month) - 1);
}
