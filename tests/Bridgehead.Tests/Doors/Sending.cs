using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Doors;

/// <summary>One unsafe request, ready to be sent: as a form where it is a page, as JSON or a file where it is the API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The address.</param>
internal sealed record Sending(string Method, string Address)
{
    /// <summary>The fields of the form, or of the JSON document.</summary>
    public IReadOnlyList<(string Name, object Value)> Fields { get; init; } = [];

    /// <summary>A file sent with it.</summary>
    public (string Field, string Name, byte[] Content)? File { get; init; }

    /// <summary>The version it changes, for the API.</summary>
    public long? Version { get; init; }

    /// <summary>Whether a program sends it.</summary>
    public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The same with a field changed or added.</summary>
    public Sending With(string name, object value) => this with { Fields = [.. Fields.Where(f => f.Name != name), (name, value)] };

    /// <summary>Sends it.</summary>
    /// <param name="by">Who sends it.</param>
    /// <param name="key">Its idempotency key; null for none.</param>
    /// <param name="formToken">The anti-forgery token of the sender, for pages.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<HttpResponseMessage> By(Visitor by, string? key, string formToken, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), Address) { Content = Content(key, formToken) };
        if (IsApi && key is not null) request.Headers.Add("Idempotency-Key", key);
        if (IsApi && Version is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await by.Http.SendAsync(request, cancel);
    }

    private HttpContent? Content(string? key, string formToken)
    {
        if (IsApi && File is null)
            return Method == "DELETE" ? null : JsonContent.Create(new JsonObject(Fields.Select(f => KeyValuePair.Create(f.Name, JsonSerializer.SerializeToNode(f.Value)))));
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields) form.Add(new StringContent(Convert.ToString(value, CultureInfo.InvariantCulture)!), name);
        if (File is var (field, file, bytes)) form.Add(new ByteArrayContent(bytes), field, file);
        if (IsApi) return form;
        form.Add(new StringContent(formToken), "__RequestVerificationToken");
        if (key is not null) form.Add(new StringContent(key), "_once");
        return form;
    }
}
