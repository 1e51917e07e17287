using System.Net;
using Bridgehead.Tests.Support;
using static Bridgehead.Tests.Features.Funds.FundsScene;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>The document beside what was read: a PDF within a frame of our own pages and of nobody else's, kept by the browser for minutes only where its content cannot change.</summary>
[Trait("needs", "database")]
public sealed class ADocumentBesideWhatWasRead(TestApp app) : IClassFixture<TestApp>
{
    private readonly FundsScene scene = new(app);

    // a scan: one page, no text
    private static byte[] Scan() => VoucherFiles.Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Of ({Guid.NewGuid():N}) >>");

    [Fact]
    public async Task A_scanned_PDF_is_shown_on_the_page_and_may_be_framed_by_our_own_pages_alone()
    {
        var clerk = await app.SignedInAs("district-clerk");
        using var uploaded = await Upload(clerk, Scan(), "回单.pdf", await scene.Project(), "&kind=CapitalSlip");
        var page = await clerk.Open($"/funds/vouchers/{(await Json(uploaded)).GetProperty("id").GetGuid()}");
        var frame = page.Document.QuerySelector(".document iframe")!;
        Assert.Equal("凭证原件：回单.pdf", frame.GetAttribute("title"));
        Assert.NotNull(page.Document.QuerySelector(".document a[href^='/files/']"));
        // what is framed lies on our own host, which is all the page's policy allows
        Assert.Contains("default-src 'self'", Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var pdf = await clerk.Http.GetAsync(new Uri(frame.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "inline"), (pdf.StatusCode, pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("base-uri 'none'; form-action 'none'; frame-ancestors 'self'", Assert.Single(pdf.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(pdf.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync())[..4]));
        // another district's clerk is given neither
        using var stranger = await (await app.SignedInAs("other-district-clerk")).Http.GetAsync(new Uri(frame.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(stranger.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_kept_for_minutes_only_when_asked_for_by_its_content()
    {
        var clerk = await app.SignedInAs("district-clerk");
        using var uploaded = await Upload(clerk, [0xFF, 0xD8, 0xFF, 0xE0, .. Guid.NewGuid().ToByteArray()], "回单.jpg", await scene.Project(), "&kind=CapitalSlip");
        var page = await clerk.Open($"/funds/vouchers/{(await Json(uploaded)).GetProperty("id").GetGuid()}");
        var address = page.Document.QuerySelector(".document img")!.GetAttribute("src")!;
        Assert.Equal("max-age=300, private", await Cache(address));
        Assert.Equal("no-store, private", await Cache(address[..address.IndexOf('?', StringComparison.Ordinal)]));
        Assert.Equal("no-store, private", await Cache(address[..^1] + (address[^1] == '0' ? '1' : '0')));

        async Task<string> Cache(string at)
        {
            using var answer = await clerk.Http.GetAsync(new Uri(at, UriKind.Relative));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            return string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Of_the_next_voucher_in_the_queue_is_fetched_ahead_at_the_address_it_is_shown_at()
    {
        var (clerk, district) = (await app.SignedInAs("district-clerk"), await app.SignedInAs("district-reviewer"));
        var project = await scene.Project();
        for (var i = 0; i < 2; i++)
        {
            var slip = await Typed(clerk, project, new { kind = "CapitalSlip", projectId = project, number = FreshNumber(), issuedOn = "2026-03-18", buyer = Company, seller = "投资方有限公司", net = 10_000m + i });
            using var submitted = await Post(clerk, $"/api/vouchers/{slip.GetProperty("id").GetGuid()}/submission", new { }, slip.GetProperty("version").GetInt64());
            await Json(submitted);
        }
        var first = await district.Open("/funds/review?level=District");
        var ahead = first.Document.QuerySelector("link[rel=prefetch]")!.GetAttribute("href");
        var second = await district.Open(first.Document.QuerySelector("[data-next]")!.GetAttribute("href")!);
        Assert.Equal(second.Document.QuerySelector(".document img")!.GetAttribute("src"), ahead);
        Assert.StartsWith("/funds/pictures/", ahead, StringComparison.Ordinal);
    }
}
