using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bridgehead.Browser;

/// <summary>A real Chromium on the demo city. A request to another host, an error in the console or a failed script fails the journey.</summary>
public abstract class InTheBrowser(DemoCity city) : IClassFixture<DemoCity>, IAsyncLifetime
{
    private static readonly string[] Expected = ["the server responded with a status of 4", "htmx:sendAbort", "htmx:afterRequest"];
    private static readonly string Checker = new BundledAxeScriptProvider().GetScript();
    private readonly List<string> complaints = [];

    /// <summary>The demo city.</summary>
    protected DemoCity City => city;

    private readonly List<IBrowserContext> windows = [];

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh window: wide or a phone, light or dark, Chinese or English.</summary>
    protected async Task<IPage> Window(bool phone = false, bool dark = false, string language = "zh-CN")
    {
        var context = await city.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = city.Address.ToString(), Locale = language, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, TimezoneId = "Asia/Shanghai",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
        });
        windows.Add(context);
        // no other host is found from here; that one was asked for is a fault
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != city.Address.Host && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) complaints.Add("external request: " + request.Url);
        };
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // a refused request is part of the journey; one that was broken off, the reader having gone on, is no fault
            if (message.Type == "error" && !Expected.Any(text => message.Text.Contains(text, StringComparison.Ordinal))) complaints.Add($"console: {message.Text} at {message.Location}");
        };
        page.PageError += (_, error) => complaints.Add("script: " + error);
        return page;
    }

    /// <summary>A window of a persona who has signed in already and comes back: nothing is open yet.</summary>
    protected async Task<IPage> SignedIn(string persona, bool phone = false, bool dark = false, string language = "zh-CN")
    {
        var page = await Window(phone, dark, language);
        var ask = page.Context.APIRequest;
        var door = await (await ask.GetAsync("/access/sign-in")).TextAsync();
        var form = Regex.Match(door, """<form[^>]*action="([^"]*handler=Persona[^"]*)".*?</form>""", RegexOptions.Singleline);
        var sent = ask.CreateFormData().Set("Persona", persona);
        foreach (Match field in Regex.Matches(form.Value, """<input name="([^"]+)" type="hidden" value="([^"]*)""" + "\""))
            sent.Set(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value));
        var answer = await ask.PostAsync(WebUtility.HtmlDecode(form.Groups[1].Value), new APIRequestContextOptions
        {
            Form = sent, MaxRedirects = 0, Headers = [new("Origin", city.Address.GetLeftPart(UriPartial.Authority))],
        });
        Assert.True(answer.Status is 302 or 303, $"{persona}: {answer.Status}");
        return page;
    }

    /// <summary>A window in which a persona signs in at the door, and sees the first page.</summary>
    protected async Task<IPage> Entered(string persona, bool phone = false, bool dark = false, string language = "zh-CN")
    {
        var page = await Window(phone, dark, language);
        await page.GotoAsync("/access/sign-in");
        await page.ClickAsync($"button[value='{persona}']");
        await page.WaitForURLAsync("**/");
        return page;
    }

    /// <summary>Waits until the page's scripts have come: people are slower than a test.</summary>
    protected static Task Settled(IPage page) => page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    /// <summary>No violation of level serious or worse, by every rule the checker applies of itself.</summary>
    protected async Task MustBeAccessible(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
        await page.EvaluateAsync(Checker);
        // in the page itself, without a second one to gather what was found, and without fetching the styles and media that only rules need which are not applied: it takes half the time
        var found = await page.EvaluateAsync<Found>("""
            axe.run(document, { resultTypes: ['violations'], preload: false }).then(result => ({
                applied: result.passes.length + result.violations.length,
                serious: result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 4).map(n => n.html).join(' | ')}`),
            }))
            """);
        complaints.Clear(); // the checker itself tries inline styles, which our policy forbids
        Assert.True(found.Applied > 10, $"{page.Url}: only {found.Applied} rules found anything to look at");
        Assert.True(found.Serious.Length == 0, page.Url + "\n" + string.Join('\n', found.Serious));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.CloseAsync();
        GC.SuppressFinalize(this);
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    private sealed record Found
    {
        public int Applied { get; init; }
        public string[] Serious { get; init; } = [];
    }
}
