using System.Net;
using AngleSharp.Html.Dom;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Access;

/// <summary>Follows every link of this site from the first page on, one page of each kind.</summary>
internal static class Crawl
{
    public static async Task<IReadOnlyList<Shown>> From(Visitor visitor, int most = 60)
    {
        var (waiting, seen, pages) = (new Queue<string>(["/", "/access/account"]), new HashSet<string>(), new List<Shown>());
        while (waiting.TryDequeue(out var address) && pages.Count < most)
        {
            if (!seen.Add(Kind(address))) continue;
            var page = await visitor.Open(address);
            Assert.True(page.Status is HttpStatusCode.OK, $"{address}: {page.Status}");
            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            pages.Add(page);
            foreach (var link in page.Document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>())
                if (link.GetAttribute("href") is ['/', not '/', ..] href && !href.Contains("lang=", StringComparison.Ordinal)) waiting.Enqueue(href.Split('#')[0]);
        }
        return pages;
    }

    // identities stand for each other, and so do the values of a query
    private static string Kind(string address)
    {
        var parts = address.Split('?');
        var path = string.Join('/', parts[0].Split('/').Select(p => Guid.TryParse(p, out _) || long.TryParse(p, out _) ? "*" : p));
        return path + "?" + string.Join('&', parts.Skip(1).SelectMany(q => q.Split('&')).Select(q => q.Split('=')[0]).Order(StringComparer.Ordinal));
    }
}
