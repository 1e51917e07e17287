using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bridgehead.Features.Api;

/// <summary>The reference of the API for people, written from the same description that programs read.</summary>
[Authorize(Permission.SignedIn)]
public sealed class DocsPage([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider description) : Screen
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The description.</summary>
    public OpenApiDocument Document { get; private set; } = null!;

    /// <summary>The operations by tag, in alphabetical order.</summary>
    public IEnumerable<IGrouping<OpenApiTag, ApiOperation>> Groups =>
        from path in Document.Paths
        from operation in path.Value.Operations ?? []
        let tag = Document.Tags!.First(t => t.Name == operation.Value.Tags!.First().Name)
        orderby tag.Name, path.Key, operation.Key.Method
        group new ApiOperation(operation.Key.Method, path.Key, operation.Value) by tag;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Document = await description.GetOpenApiDocumentAsync(Cancel);
        return true;
    }

    /// <summary>The description itself, to take along: OpenAPI 3.1 as JSON.</summary>
    public async Task<IActionResult> OnGetDocument() => File(
        System.Text.Encoding.UTF8.GetBytes(await Document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, Cancel)), "application/json", "openapi.json");

    /// <summary>An example as it is read.</summary>
    public static string Shown(JsonNode? example) => example?.ToJsonString(Readable) ?? "";

    /// <summary>What may be given for a parameter, in a word.</summary>
    public string Kind(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => Kind(Document.Components!.Schemas![reference.Reference.Id!]),
        { Enum: { Count: > 0 } options } => string.Join(" | ", options.Select(o => o?.ToString())),
        { Format: { Length: > 0 } format } => format,
        { Type: { } type } => type.ToString().ToLowerInvariant(),
        _ => "",
    };
}

/// <summary>One operation with its address.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The address.</param>
/// <param name="About">What the description says of it.</param>
public sealed record ApiOperation(string Method, string Path, OpenApiOperation About)
{
    /// <summary>Where it stands on the page.</summary>
    public string Anchor => About.OperationId!.Replace('.', '-');
}
