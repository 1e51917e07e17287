using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bridgehead.Features.Reports;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Reports;

/// <summary>A released report: frozen, the same to the last byte whenever and wherever it is made again, and proved by verify.</summary>
[Trait("needs", "database")]
public sealed class ReleasingAReport(ReportCity city) : IClassFixture<ReportCity>
{
    private async Task<Guid> Released()
    {
        var id = await city.Begun();
        await city.Inside(async services =>
        {
            var draft = (await services.GetRequiredService<FindReports>().Draft(id))!;
            await services.GetRequiredService<EditReport>().Word(draft, new ReportHead(draft.Title, null, "局长 李明", draft.Addressee, draft.SignedBy, new DateOnly(2026, 4, 13), "重点项目清单\n各单位完成情况"));
            foreach (var decision in new[] { ReportDecision.Submit, ReportDecision.Approve, ReportDecision.Release })
                await services.GetRequiredService<DecideReport>().Run(draft, new ReportDecisionInput { Decision = decision });
        });
        return id;
    }

    [Fact]
    public async Task Gives_the_same_file_on_every_run_and_out_of_what_was_frozen()
    {
        var (one, other) = ((await city.Parts(await Released())).Release!, (await city.Parts(await Released())).Release!);
        Assert.Equal((one.FileDigest, one.MaskedDigest), (other.FileDigest, other.MaskedDigest));
        var again = new WordDocument().Write(KeptReport.Read(one.Document), FormText.Read(one.Form));
        Assert.Equal(one.FileDigest, Convert.ToHexStringLower(SHA256.HashData(again)));
    }

    [Fact]
    public async Task Stands_as_it_was_whatever_is_entered_afterwards()
    {
        var id = await Released();
        var clerk = await city.SignedInAs("clerk");
        var before = SHA256.HashData(await clerk.Http.GetByteArrayAsync($"/api/reports/{id}/word"));
        await city.Enter("east", 202511, 7_000);
        try
        {
            Assert.Equal(before, SHA256.HashData(await clerk.Http.GetByteArrayAsync($"/api/reports/{id}/word")));
            var page = await clerk.Open($"/reports/{id}");
            Assert.Empty(page.Document.QuerySelectorAll(".stale, .block-tools"));
            Assert.Contains("到位资金12亿元", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(page.Document.QuerySelectorAll("a.bh-figure"), a => a.GetAttribute("href")!.EndsWith("&asOf=2025-12-31", StringComparison.Ordinal));
        }
        finally
        {
            await city.Enter("east", 202511, -7_000);
        }
    }

    [Fact]
    public async Task Is_proved_and_a_changed_word_is_found()
    {
        var id = await Released();
        IReadOnlyList<FormattableString> found = [];
        await city.Inside(async services => found = await services.GetRequiredService<VerifyReports>().Run());
        Assert.Empty(found);
        await city.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var document = (await db.Set<ReportRelease>().AsNoTracking().SingleAsync(r => r.DraftId == id)).Document.Replace("目标任务", "任务目标", StringComparison.Ordinal);
            await db.BeginWrite();
            await db.Set<ReportRelease>().Where(r => r.DraftId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Document, document));
            found = await services.GetRequiredService<VerifyReports>().Run();
            await services.GetRequiredService<UnitOfWork>().Rollback();
        });
        Assert.Equal(2, found.Count(f => f.ToString(System.Globalization.CultureInfo.InvariantCulture).Contains(id.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tells_nothing_in_the_masked_edition()
    {
        var id = await Released();
        var clerk = await city.SignedInAs("clerk");
        var parts = await city.Parts(id);
        var figures = parts.Document.Figures.Where(f => f.Value is not null).Select(f => f.Display).Distinct().ToList();
        Assert.True(figures.Count > 10);
        using var package = WordprocessingDocument.Open(new MemoryStream(await clerk.Http.GetByteArrayAsync($"/api/reports/{id}/word?masked=true")), false);
        var main = package.MainDocumentPart!;
        var text = new StringBuilder(main.Document!.Body!.InnerText);
        foreach (var part in main.CustomXmlParts.Select(p => (OpenXmlPart)p).Concat(main.ChartParts))
        {
            using var reader = new StreamReader(part.GetStream());
            text.AppendLine(Regex.Replace(await reader.ReadToEndAsync(TestContext.Current.CancellationToken), "<(c:(?:idx|order|ptCount|axId|crossAx|pt)|a:|c:f>Sheet)[^>]*>|sz=\"[0-9]+\"", ""));
        }
        var shown = text.ToString();
        Assert.DoesNotContain("动力电池", shown, StringComparison.Ordinal);
        foreach (var name in new[] { "远屏能源", "东江", "西岭", "李明", "测试市" }) Assert.DoesNotContain(name, shown, StringComparison.Ordinal);
        var body = Regex.Replace(main.Document.Body.InnerText, "20[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?", "");
        Assert.Empty(Regex.Matches(body, "[0-9]+").Where(m => m.Value.Length > 1 || !body.Contains($"附件：{m.Value}", StringComparison.Ordinal) && !body.Contains($"{m.Value}.", StringComparison.Ordinal)).Select(m => m.Value));
        foreach (var telling in new[] { "增长", "下降", "超额", "全面完成", "由高到低" }) Assert.DoesNotContain(telling, body, StringComparison.Ordinal);
        // printed from the browser the paper stands alone: no line at its foot says whose it is, as it does on other pages
        Assert.Null((await clerk.Open($"/reports/{id}/print?masked=true")).Document.QuerySelector(".print-foot"));
        Assert.NotNull((await clerk.Open("/reports")).Document.QuerySelector(".print-foot"));
    }

    [Fact]
    public async Task Hands_its_measures_to_the_next_report()
    {
        var id = await city.Begun(2024);
        await city.Inside(async services =>
        {
            var (db, find, decide) = (services.GetRequiredService<BridgeheadDb>(), services.GetRequiredService<FindReports>(), services.GetRequiredService<DecideReport>());
            var draft = (await find.Draft(id))!;
            db.AddRange(new ReportMeasure(id, 90, new MeasureFact("landing", "建立项目清单", "市经合局", new DateOnly(2025, 6, 30), MeasureState.Done)), new ReportMeasure(id, 91, new MeasureFact("parks", "盘活闲置厂房", "各园区管委会", new DateOnly(2025, 9, 30), MeasureState.Underway)));
            db.RemoveRange(await db.Set<ReportMeasure>().Where(m => m.DraftId == id && m.Position < 90).ToListAsync());
            foreach (var decision in new[] { ReportDecision.Submit, ReportDecision.Approve, ReportDecision.Release }) await decide.Run(draft, new ReportDecisionInput { Decision = decision });
        });
        var next = (await city.Parts(await city.Begun())).Document;
        var text = string.Join('\n', next.Parts.SelectMany(p => p.Blocks).OfType<Paragraph>().Select(p => p.Text));
        Assert.Contains("上年报告提出的举措2项，已完成1项，正在推进1项。", text, StringComparison.Ordinal);
        Assert.Contains("继续落实上年提出的举措，盘活闲置厂房，由各园区管委会负责，2026年12月31日前完成。", text, StringComparison.Ordinal);
        await city.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<ReportRelease>().Where(r => r.DraftId == id).ExecuteDeleteAsync());
        await city.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<ReportDraft>().Where(d => d.Id == id).ExecuteDeleteAsync());
    }
}
