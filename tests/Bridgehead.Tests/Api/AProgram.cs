using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Api;

/// <summary>What was answered to a program.</summary>
internal sealed record Reply(int Status, JsonNode? Body, string Text, byte[] Bytes, HttpResponseMessage Response)
{
    /// <summary>The version tag.</summary>
    public string Tag => Response.Headers.ETag!.Tag;

    /// <summary>A field of the body as text.</summary>
    public string Of(string field) => Body![field]!.ToString();
}

/// <summary>A program with a token. Every answer it gets is held to the description: a status that is not described, or a body that does not follow its schema, fails the test.</summary>
internal sealed class AProgram(HttpClient http, Description description)
{
    /// <summary>A program with a token of a persona, carrying all rights of its role.</summary>
    public static async Task<AProgram> Of(TestApp app, string persona)
    {
        var http = (await app.SignedInAs(persona)).Http;
        return new AProgram(http, await Description.Of(http));
    }

    /// <summary>The description it goes by.</summary>
    public Description Description => description;

    /// <summary>Reads.</summary>
    public Task<Reply> Get(string address) => Send("GET", address);

    /// <summary>Writes JSON, or nothing.</summary>
    public Task<Reply> Write(string method, string address, JsonNode? body = null, string? version = null, string? key = null) =>
        Send(method, address, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), version, key);

    /// <summary>Uploads a file.</summary>
    public Task<Reply> Upload(string address, string name, byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "f", FileNameStar = name };
        return Send("POST", address, new MultipartFormDataContent { part });
    }

    /// <summary>Sends anything at all.</summary>
    public async Task<Reply> Send(string method, string address, HttpContent? content = null, string? version = null, string? key = null, string? language = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = content };
        if (method != "GET" && key != "") request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", version);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var reply = new Reply((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, bytes, response);
        Assert.True(Wrong(method, address, reply) is { Count: 0 }, $"{method} {address} {reply.Status}: {string.Join("; ", Wrong(method, address, reply))}\n{reply.Text}");
        return reply;
    }

    private List<string> Wrong(string method, string address, Reply reply)
    {
        var media = reply.Response.Content.Headers.ContentType?.MediaType;
        if (reply.Status >= 400)
        {
            var wrong = reply.Body is null || media != "application/problem+json" ? [$"{media} is no problem: {reply.Text}"] : description.Wrong(reply.Body, JsonNode.Parse("""{"$ref":"#/components/schemas/Problem"}""")!);
            if (new[] { "   at ", "Exception", "SELECT", "Bridgehead.", "/src/", "SQLite" }.FirstOrDefault(inner => reply.Text.Contains(inner, StringComparison.Ordinal)) is { } shown) wrong.Add($"shows {shown}");
            if (reply.Body?["status"]?.GetValue<int>() != reply.Status) wrong.Add("another status in the body");
            if (string.IsNullOrWhiteSpace(reply.Body?["detail"]?.ToString())) wrong.Add("says nothing");
            if (description.At(method, address) is { } refused && reply.Status != 405 && refused.Node["responses"]![reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is null && !IsMalformedPath(address, reply))
                wrong.Add("not described");
            return wrong;
        }
        if (description.At(method, address) is not { } operation) return ["no such operation is described"];
        if (operation.Node["responses"]![reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not { } answer) return ["not described"];
        if (answer["content"]?.AsObject() is not { } content) return reply.Bytes.Length == 0 ? [] : ["a body that is not described"];
        if (media is null || content[media] is not { } described) return [$"{media} is not described"];
        return reply.Body is null ? [] : description.Wrong(reply.Body, described["schema"]!);
    }

    // an identity that is none leads nowhere, whatever stands there
    private static bool IsMalformedPath(string address, Reply reply) => reply.Status == 404 && address.Split('?')[0].Length > 0;
}
