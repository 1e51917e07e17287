using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Bridgehead;

/// <summary>An example of every body, put together from the examples of its fields.</summary>
internal sealed class ApiExamples(OpenApiDocument document)
{
    private const int Deepest = 8;

    /// <summary>Puts an example beside every body of JSON.</summary>
    public void Fill()
    {
        foreach (var operation in Operations(document))
        {
            foreach (var content in operation.RequestBody?.Content?.Values.ToList() ?? []) Fill(content);
            foreach (var (status, response) in operation.Responses!)
                foreach (var (type, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
                    if (type == "application/problem+json") content.Example = Refused(status);
                    else Fill(content);
        }
    }

    /// <summary>Every operation of a document.</summary>
    public static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) => document.Paths.Values.SelectMany(p => p.Operations?.Values.ToList() ?? []);

    private void Fill(OpenApiMediaType content)
    {
        if (content.Schema is { } schema && schema.Format != "binary") content.Example = Of(schema, "", null, 0);
    }

    private JsonNode? Of(IOpenApiSchema schema, string owner, FieldNote? note, int depth)
    {
        if (note?.Example is { } example) return example;
        if (schema is OpenApiSchemaReference reference) return Of(document.Components!.Schemas![reference.Reference.Id!], reference.Reference.Id!, null, depth);
        if (depth > Deepest) return null;
        if ((schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } one) return Of(one, owner, null, depth);
        if (schema.Enum is { Count: > 0 } options) return options[0].DeepClone();
        if (schema.Properties is { Count: > 0 } fields)
            return new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Of(f.Value, owner, FieldNotes.Of(owner, f.Key), depth + 1))));
        if (schema.Items is { } items) return new JsonArray(Of(items, owner, null, depth + 1));
        return null;
    }

    private static JsonObject Refused(string status) => new()
    {
        ["type"] = "about:blank", ["title"] = ApiDescription.Words["未能办理"], ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
        ["detail"] = ApiDescription.Words["这里用一句话说明哪里不对、该怎么办"],
    };
}
