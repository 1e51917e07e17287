using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Api;

/// <summary>The description as a program reads it: its operations and its schemas.</summary>
internal sealed class Description(JsonObject document)
{
    /// <summary>Reads it through the API.</summary>
    public static async Task<Description> Of(HttpClient http, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/openapi.json");
        if (language is not null) request.Headers.Add("Accept-Language", language);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Description(JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }

    /// <summary>The document.</summary>
    public JsonObject Document => document;

    /// <summary>Every operation.</summary>
    public IReadOnlyList<Operation> Operations { get; } =
        [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new Operation(o.Key.ToUpperInvariant(), p.Key, o.Value!.AsObject())))];

    /// <summary>The schemas by name.</summary>
    public JsonObject Schemas => document["components"]!["schemas"]!.AsObject();

    /// <summary>The operation an address belongs to; null when none.</summary>
    public Operation? At(string method, string path) => Operations.Where(o => o.Method == method && o.Matches(path)).MinBy(o => o.Path.Count(c => c == '{'));

    /// <summary>What in a value does not follow a schema, in words.</summary>
    public List<string> Wrong(JsonNode? value, JsonNode schema)
    {
        var wrong = new List<string>();
        new JsonShape(Schemas).Check(value, schema.AsObject(), "$", wrong);
        return wrong;
    }
}

/// <summary>One operation of the description.</summary>
internal sealed record Operation(string Method, string Path, JsonObject Node)
{
    /// <summary>Its name.</summary>
    public string Id => Node["operationId"]!.GetValue<string>();

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<JsonObject> Parameters => [.. (Node["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject())];

    /// <summary>What it takes as a body: the media type and the schema; null when it takes none.</summary>
    public (string Type, JsonObject Schema)? Body =>
        Node["requestBody"]?["content"]?.AsObject().FirstOrDefault() is { Value: { } content } body ? (body.Key, content["schema"]!.AsObject()) : null;

    /// <summary>Whether an address is one of its.</summary>
    public bool Matches(string path) => Regex.IsMatch(path.Split('?')[0], "^" + Regex.Replace(Path, @"\{[^}]+\}", "[^/]+") + "$");
}
