using System.Net;
using System.Text.RegularExpressions;
using Bridgehead.Features.Manual;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Manual;

/// <summary>The user manual inside the product: all of docs/manual, every link leading somewhere, the right chapter from each page.</summary>
public sealed class TheManual(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Folder = Path.Combine(Sources.Root, "docs", "manual");

    [Fact]
    public void Has_every_chapter_that_was_written()
    {
        var written = Directory.GetFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Where(f => f != "README").Order(StringComparer.Ordinal);
        Assert.Equal(written, Chapter.All.Select(c => c.File).Order(StringComparer.Ordinal));
        Assert.Equal(Regex.Matches(File.ReadAllText(Path.Combine(Folder, "README.md")), @"\((.+?)\.md\)").Select(m => m.Groups[1].Value), Chapter.All.Select(c => c.File));
    }

    [Fact]
    public async Task Opens_with_every_link_leading_somewhere_for_whoever_is_signed_in()
    {
        var reader = await app.SignedInAs("system-admin");
        var index = await reader.Open("/manual");
        var chapters = index.Document.QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(Chapter.All.Count, chapters.Count);
        foreach (var address in chapters)
        {
            var page = await reader.Open(address);
            var (file, text) = (Uri.UnescapeDataString(address.Split('/')[^1]), page.Document.QuerySelector("article.manual")!);
            var source = await File.ReadAllTextAsync(Path.Combine(Folder, file + ".md"));
            Assert.Equal(Regex.Count(source, "^## ", RegexOptions.Multiline), text.QuerySelectorAll("h2").Length);
            Assert.Equal(Regex.Match(source, "^# (.+)$", RegexOptions.Multiline).Groups[1].Value.Trim(), page.Document.QuerySelector("h1")!.TextContent.Trim());
            foreach (var link in page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!))
            {
                var (to, mark) = (link.Split('#')[0], link.Split('#').ElementAtOrDefault(1));
                if (to.Length > 0 && !to.StartsWith("http", StringComparison.Ordinal))
                    using (var answer = await reader.Http.GetAsync(new Uri(to, UriKind.Relative))) Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Forbidden, $"{address}: {link}: {answer.StatusCode}");
                if (to.Length == 0) Assert.NotNull(page.Document.GetElementById(Uri.UnescapeDataString(mark!)));
            }
        }
        using var none = await reader.Http.GetAsync(new Uri("/manual/没有这一章", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("reviewer", "/", "驾驶舱")]
    [InlineData("reviewer", "/funds/review", "凭证与认定")]
    [InlineData("reviewer", "/figures", "数据与目标")]
    [InlineData("reviewer", "/figures/close", "关账")]
    [InlineData("reviewer", "/reports/bulletins/new", "通报与台账")]
    [InlineData("reviewer", "/projects/gantt", "项目视图")]
    [InlineData("reviewer", "/projects", "项目与企业")]
    [InlineData("security-admin", "/access/users", "权限")]
    public async Task Is_opened_at_the_chapter_of_the_page_one_is_on(string persona, string address, string chapter)
    {
        var page = await (await app.SignedInAs(persona)).Open(address);
        Assert.Equal("/manual/" + Uri.EscapeDataString(chapter), page.Document.QuerySelector(".tools a[title=说明这一页]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/projects/0198c0de-0000-7000-8000-000000000001/money", "凭证与认定")]
    [InlineData("/projects/0198c0de-0000-7000-8000-000000000001", "项目与企业")]
    [InlineData("/projectsx", null)]
    public void Knows_the_pages_of_a_project(string path, string? chapter) => Assert.Equal(chapter, Chapter.About(path)?.File);
}
