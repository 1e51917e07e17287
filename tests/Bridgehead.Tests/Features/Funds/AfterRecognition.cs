using System.Text.Json;
using Bridgehead.Features.Signals;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>What comes to light after a voucher was recognised: shown on its page, and found by the signals.</summary>
[Trait("needs", "database")]
public sealed class AfterRecognition(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    [Fact]
    public async Task A_red_letter_invoice_that_comes_later_is_noticed_and_one_put_aside_is_not()
    {
        var (clerk, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("reviewer"));
        var (number, project) = (FreshNumber(), await scene.Project());
        var invoice = await Recognised(clerk, project, number);
        using var red = await Upload(clerk, VoucherFiles.Xml(new VoucherFiles.Invoice { Number = FreshNumber(), Original = number, Net = "-1000000.00", Tax = "-90000.00", Gross = "-1090000.00", InWords = "", LineAmount = "-1000000.00", LineTax = "-90000.00" }), "红.xml", project);
        var letter = await Json(red);
        Assert.Contains("taken-back", Codes(await Get(city, invoice)));
        Assert.Contains("以下情况在认定之后出现", (await city.Open($"/funds/vouchers/{invoice}")).Text, StringComparison.Ordinal);
        await (await city.Open("/signals")).Submit("form[action*=Run]");
        var signal = await app.Reading(db => db.Set<Signal>().AsNoTracking().SingleAsync(s => s.Kind == SignalKind.TakenBack && s.Key == invoice.ToString("N")));
        // 1,000,000.00 recognised, 1,000,000.00 taken back
        Assert.Equal((number, 100m, 100m, 2), (signal.Name, signal.MeasuredValue, signal.ComparedValue, signal.Pieces));
        Assert.Contains("红字发票冲销100万元", (await city.Open($"/signals/{signal.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("recognised with CNY 100", SignalText.Why(signal, Words.In("en")), StringComparison.Ordinal);
        // put aside, it neither blocks nor is it a signal
        using var aside = await Post(clerk, $"/api/vouchers/{letter.GetProperty("id").GetGuid()}", new { }, letter.GetProperty("version").GetInt64(), HttpMethod.Delete);
        Assert.True(aside.IsSuccessStatusCode);
        Assert.DoesNotContain("taken-back", Codes(await Get(city, invoice)));
    }

    [Fact]
    public async Task Money_that_leaves_again_after_it_was_recognised_is_noticed()
    {
        var (clerk, city) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("reviewer"));
        var company = $"回流{Guid.NewGuid().ToString("N")[..8]}有限公司";
        var project = await scene.Project(company: company);
        var slip = await Typed(clerk, project, new { kind = "CapitalSlip", projectId = project, number = FreshNumber(), issuedOn = "2026-03-18", buyer = company, seller = "投资方有限公司", net = 3_210_000m });
        var id = await Decided(clerk, slip);
        Assert.Empty(Codes(await Get(city, id)));
        // ten days later, another amount, back to whoever paid in
        await Typed(clerk, project, new { kind = "PaymentSlip", projectId = project, number = FreshNumber(), issuedOn = "2026-03-28", buyer = company, seller = "投资方有限公司", net = 3_000_000m });
        Assert.Equal(["round-trip"], Codes(await Get(city, id)));
        await (await city.Open("/signals")).Submit("form[action*=Run]");
        var signal = await app.Reading(db => db.Set<Signal>().AsNoTracking().SingleAsync(s => s.Kind == SignalKind.RoundTrip && s.Key == id.ToString("N")));
        Assert.Equal((10m, 30m), (signal.MeasuredValue, signal.ComparedValue));
        Assert.Contains("到账10天后", (await city.Open($"/signals/{signal.Id}")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> Recognised(Visitor clerk, Guid project, string number) => await Decided(clerk, await scene.Invoice(clerk, project, new VoucherFiles.Invoice { Number = number }));

    private async Task<Guid> Decided(Visitor clerk, JsonElement draft)
    {
        var id = draft.GetProperty("id").GetGuid();
        using var submitted = await Post(clerk, $"/api/vouchers/{id}/submission", new { }, draft.GetProperty("version").GetInt64());
        using var accepted = await Post(await app.SignedInAs("district-reviewer"), $"/api/vouchers/{id}/decision", new { accept = true }, (await Json(submitted)).GetProperty("version").GetInt64());
        using var recognised = await Post(await app.SignedInAs("reviewer"), $"/api/vouchers/{id}/decision", new { accept = true, confirm = "市局审核" }, (await Json(accepted)).GetProperty("version").GetInt64());
        await Json(recognised);
        return id;
    }

    private static List<string> Codes(JsonElement voucher) => [.. voucher.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];
}
