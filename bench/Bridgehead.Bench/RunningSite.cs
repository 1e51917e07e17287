using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;

namespace Bridgehead.Bench;

/// <summary>The site on one city, as it is served, with somebody signed in.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private RunningSite(WebApplication site, HttpClient client) => (this.site, Client) = (site, client);

    /// <summary>The browser of the persona.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the site.</summary>
    public IServiceProvider Services => site.Services;

    /// <summary>Serves a city and signs in the city's clerk.</summary>
    /// <param name="data">The city's folder.</param>
    /// <param name="more">Maps more endpoints, behind the same doors.</param>
    public static async Task<RunningSite> Of(string data, Action<WebApplication>? more = null)
    {
        var site = Site.Build(["--data", data, "--demo", "true", "--urls", "http://127.0.0.1:0"]);
        more?.Invoke(site);
        await StorageSetup.BringUpToDate(site.Services);
        await site.StartAsync();
        var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri("/access/sign-in", UriKind.Relative)));
        var form = (IHtmlFormElement)page.QuerySelector("form[action*='Persona']")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Append(KeyValuePair.Create("Persona", page.QuerySelectorAll("button[name=Persona]").Select(b => b.GetAttribute("value")!).First(v => v == "clerk")));
        using var content = new FormUrlEncodedContent(fields);
        (await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content)).EnsureSuccessStatusCode();
        return new RunningSite(site, client);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
    }
}
