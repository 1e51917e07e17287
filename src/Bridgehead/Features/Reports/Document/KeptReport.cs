using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>A report as text that is kept: everything it prints, every number with its binding, nothing of the clock or the database.</summary>
public static class KeptReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The report as text.</summary>
    public static string Write(WorkReport report) => JsonSerializer.Serialize(report, Json);

    /// <summary>The report out of the text.</summary>
    public static WorkReport Read(string text) => JsonSerializer.Deserialize<WorkReport>(text, Json)!;
}
