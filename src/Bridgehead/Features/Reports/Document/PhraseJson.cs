using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>A phrase as the list of its runs, for a report that is kept.</summary>
internal sealed class PhraseJson : JsonConverter<Phrase>
{
    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<List<Run>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options) => JsonSerializer.Serialize<List<Run>>(writer, [.. value], options);
}
