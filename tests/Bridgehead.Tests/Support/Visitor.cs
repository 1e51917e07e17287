using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bridgehead.Tests.Support;

/// <summary>A person at a browser without script: opens pages, fills forms, follows redirects, keeps cookies.</summary>
public sealed class Visitor(HttpClient http)
{
    /// <summary>The client underneath, for what a browser would not do.</summary>
    public HttpClient Http => http;

    /// <summary>Signs in as a persona.</summary>
    public async Task SignInAs(string persona)
    {
        var page = await Open("/access/sign-in");
        var answer = await page.Submit("form[action*='Persona']", ("Persona", persona));
        if (answer.Response.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{persona}: {answer.Response.StatusCode}");
    }

    /// <summary>Opens an address and follows its redirects.</summary>
    public async Task<Shown> Open(string address) => await Follow(await http.GetAsync(new Uri(address, UriKind.Relative)));

    internal async Task<Shown> Send(IHtmlFormElement form, IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<(string Name, string File, byte[] Content)> files, string standing)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, file, bytes) in files) content.Add(new ByteArrayContent(bytes), name, file);
        return await Follow(await http.PostAsync(new Uri(form.GetAttribute("action") is { Length: > 0 } action ? action : standing, UriKind.Relative), content));
    }

    private async Task<Shown> Follow(HttpResponseMessage response)
    {
        for (var hops = 0; hops < 10 && response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400; hops++)
            response = await http.GetAsync(next);
        var address = response.RequestMessage!.RequestUri!;
        var text = await response.Content.ReadAsStringAsync();
        var document = new HtmlParser().ParseDocument(text);
        return new Shown(this, response, document, address.PathAndQuery, text);
    }
}

/// <summary>A page as it is shown to a visitor.</summary>
public sealed class Shown(Visitor visitor, HttpResponseMessage response, IHtmlDocument document, string address, string text)
{
    /// <summary>The answer.</summary>
    public HttpResponseMessage Response => response;
    /// <summary>Its status.</summary>
    public HttpStatusCode Status => response.StatusCode;
    /// <summary>The document.</summary>
    public IHtmlDocument Document => document;
    /// <summary>Where the visitor ended up.</summary>
    public string Address => address;
    /// <summary>The page as sent.</summary>
    public string Html => text;
    /// <summary>What can be read on it, blanks drawn together.</summary>
    public string Text => string.Join(' ', (document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    /// <summary>The sentence of the refusal at the head of the form; empty when there is none.</summary>
    public string Alert => document.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    /// <summary>The text of the first element that matches.</summary>
    public string Of(string selector) => document.QuerySelector(selector)?.TextContent.Trim() ?? "";

    /// <summary>What stands in a field.</summary>
    public string Field(string name) => document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };

    /// <summary>Submits the form with these fields changed; the other fields are sent as they stand.</summary>
    public Task<Shown> Submit(string form, params (string Name, string Value)[] fields) => Submit(form, fields, []);

    /// <summary>Submits the form with these fields changed and these files attached.</summary>
    public async Task<Shown> Submit(string form, (string Name, string Value)[] fields, (string Name, string File, byte[] Content)[] files)
    {
        var element = document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{address} ({(int)Status}) has no form {form}: {Text[..Math.Min(400, Text.Length)]}");
        var sent = Standing(element).Where(f => !Array.Exists(fields, c => c.Name == f.Key)).ToList();
        sent.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await visitor.Send(element, sent, files, address);
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "file" or "submit" or "button" or "image" }: break;
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }: break;
                case IHtmlInputElement input: yield return KeyValuePair.Create(name, input.Value); break;
                case IHtmlTextAreaElement area: yield return KeyValuePair.Create(name, area.Value); break;
                case IHtmlSelectElement select: yield return KeyValuePair.Create(name, select.Value ?? ""); break;
                default: break;
            }
        }
    }
}
