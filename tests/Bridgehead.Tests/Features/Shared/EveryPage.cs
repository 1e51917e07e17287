using System.Net;
using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Shared;

[Trait("needs", "database")]
public sealed partial class EveryPage(TestApp app) : IClassFixture<TestApp>
{
    [GeneratedRegex("""<script(?![^>]*(src=|application/json))|\sstyle=|<style|\son[a-z]+=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline { get; }

    [Theory, InlineData("/"), InlineData("/projects"), InlineData("/figures"), InlineData("/style"), InlineData("/projects/new")]
    public async Task Carries_no_inline_script_or_style_and_only_our_own_addresses(string address)
    {
        var shown = await (await app.SignedInAs("reviewer")).Open(address);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.DoesNotMatch(Inline, shown.Html);
        var foreign = shown.Document.QuerySelectorAll("[src],[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
            .Where(a => a.Contains("//", StringComparison.Ordinal));
        Assert.Empty(foreign);
    }

    [Theory, InlineData("/access/sign-in"), InlineData("/nowhere"), InlineData("/icon.svg"), InlineData("/api/projects")]
    public async Task Is_sent_with_headers_that_forbid_what_it_does_not_need(string address)
    {
        var headers = (await app.Visitor().Open(address)).Response.Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Superset(new HashSet<string>(
            ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]), policy.ToHashSet());
        Assert.DoesNotContain(policy, p => p.Contains("unsafe", StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_only_where_the_person_may_go_and_something_is()
    {
        foreach (var persona in new[] { "clerk", "reviewer", "leader", "auditor", "cadre", "system-admin", "audit-admin" })
        {
            var visitor = await app.SignedInAs(persona);
            var first = await visitor.Open("/style");
            foreach (var link in first.Document.QuerySelectorAll("nav.side a").Select(a => a.GetAttribute("href")!).ToList())
                Assert.True((await visitor.Open(link)).Status == HttpStatusCode.OK, $"{persona} cannot open {link}");
        }
    }

    [Fact]
    public async Task Sends_Chinese_as_it_is()
    {
        var shown = await app.Visitor().Open("/access/sign-in");
        Assert.Contains("桥头堡", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English_to_whoever_asks_for_it()
    {
        var visitor = await app.SignedInAs("reviewer");
        var shown = await visitor.Open("/style?lang=en");
        Assert.Equal("en", shown.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Page parts", shown.Of("h1"));
        Assert.Contains("5.1 percentage points behind pace", shown.Text, StringComparison.Ordinal);
        var chinese = shown.Document.QuerySelectorAll("nav.side, .page-top, .filters label, .table thead, .form-actions").Select(e => e.TextContent)
            .Where(t => Regex.IsMatch(t, @"\p{IsCJKUnifiedIdeographs}"));
        Assert.Empty(chinese);
    }
}
