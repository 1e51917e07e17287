using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bridgehead.Tests.Api;

/// <summary>Compares a value with a schema: the part of JSON Schema 2020-12 the description uses. A keyword it does not know fails, so that nothing is passed over.</summary>
internal sealed class JsonShape(JsonObject schemas)
{
    private static readonly HashSet<string> Told = ["description", "example", "examples", "title", "default", "deprecated"];

    /// <summary>Adds what is wrong.</summary>
    public void Check(JsonNode? value, JsonObject schema, string at, List<string> wrong)
    {
        foreach (var (keyword, rule) in schema)
            switch (keyword)
            {
                case "$ref": Check(value, schemas[rule!.GetValue<string>().Split('/')[^1]]!.AsObject(), at, wrong); break;
                case "type": OfType(value, rule!, at, wrong); break;
                case "enum": If(!rule!.AsArray().Any(option => JsonNode.DeepEquals(option, value)), $"{at}: {value} is none of the options", wrong); break;
                case "oneOf" or "anyOf": If(rule!.AsArray().All(one => !Fits(value, one!.AsObject())), $"{at}: {Short(value)} fits none", wrong); break;
                case "properties": Fields(value, schema, at, wrong); break;
                case "required": If(value is JsonObject given && rule!.AsArray().Any(name => !given.ContainsKey(name!.GetValue<string>())), $"{at}: one of {rule} is missing", wrong); break;
                case "items": Items(value, rule!.AsObject(), at, wrong); break;
                case "format": If(value?.GetValueKind() == JsonValueKind.String && !OfFormat(value.GetValue<string>(), rule!.GetValue<string>()), $"{at}: {value} is no {rule}", wrong); break;
                case "pattern": If(value?.GetValueKind() == JsonValueKind.String && !Regex.IsMatch(value.GetValue<string>(), rule!.GetValue<string>()), $"{at}: {value} against {rule}", wrong); break;
                case "minimum": If(value?.GetValueKind() == JsonValueKind.Number && Number(value) < Number(rule!), $"{at}: {value} is too small", wrong); break;
                case "maximum": If(value?.GetValueKind() == JsonValueKind.Number && Number(value) > Number(rule!), $"{at}: {value} is too large", wrong); break;
                case "maxLength": If(value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > rule!.GetValue<int>(), $"{at}: too long", wrong); break;
                case "minLength": If(value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length < rule!.GetValue<int>(), $"{at}: too short", wrong); break;
                case "maxItems": If(value is JsonArray many && many.Count > rule!.GetValue<int>(), $"{at}: too many", wrong); break;
                case "minItems": If(value is JsonArray few && few.Count < rule!.GetValue<int>(), $"{at}: too few", wrong); break;
                case "additionalProperties": break;
                default: If(!Told.Contains(keyword), $"{at}: the schema says {keyword}, which nobody checks", wrong); break;
            }
        if (schema.ContainsKey("additionalProperties") && !schema.ContainsKey("properties")) Fields(value, schema, at, wrong);
    }

    private bool Fits(JsonNode? value, JsonObject schema)
    {
        var wrong = new List<string>();
        Check(value, schema, "", wrong);
        return wrong.Count == 0;
    }

    private void Fields(JsonNode? value, JsonObject schema, string at, List<string> wrong)
    {
        if (value is not JsonObject given) return;
        foreach (var (name, field) in given)
            if (schema["properties"]?[name] is JsonObject known) Check(field, known, $"{at}.{name}", wrong);
            else if (schema["additionalProperties"] is JsonObject other) Check(field, other, $"{at}.{name}", wrong);
            else wrong.Add($"{at}.{name} is not described");
    }

    private void Items(JsonNode? value, JsonObject items, string at, List<string> wrong)
    {
        if (value is JsonArray array)
            for (var i = 0; i < array.Count; i++) Check(array[i], items, $"{at}[{i.ToString(CultureInfo.InvariantCulture)}]", wrong);
    }

    private static void OfType(JsonNode? value, JsonNode rule, string at, List<string> wrong)
    {
        string[] types = rule is JsonArray several ? [.. several.Select(t => t!.GetValue<string>())] : [rule.GetValue<string>()];
        If(!Array.Exists(types, type => Is(value, type)), $"{at}: {Short(value)} is no {string.Join('|', types)}", wrong);
    }

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => Number(value!) is var number && number == decimal.Truncate(number),
        _ => false,
    };

    private static bool OfFormat(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Short(JsonNode? value) => (value?.ToJsonString() ?? "null") is { Length: > 80 } text ? text[..80] : value?.ToJsonString() ?? "null";

    private static void If(bool isWrong, string what, List<string> wrong)
    {
        if (isWrong) wrong.Add(what);
    }
}
