using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Bridgehead;

/// <summary>What each field of the API means, in both languages, with an example: the reference table "fields". A line for "ProjectInput.amount" goes before one for "amount".</summary>
internal static class FieldNotes
{
    private static readonly FrozenDictionary<string, FieldNote> Notes = ReferenceTable.Read("fields").ToFrozenDictionary(
        cells => cells[0], cells => new FieldNote(cells[1], cells[2], cells.Length > 3 ? cells[3] : null));

    /// <summary>The note of a field of a schema or of a parameter of an operation; null when nobody wrote one.</summary>
    public static FieldNote? Of(string owner, string field) => Notes.GetValueOrDefault($"{owner}.{field}") ?? Notes.GetValueOrDefault(field);
}

/// <summary>What a field means.</summary>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
/// <param name="Sample">An example, as JSON; null where the parts of the field carry their own.</param>
internal sealed record FieldNote(string Chinese, string English, string? Sample)
{
    /// <summary>In a language.</summary>
    public string In(Words words) => words.IsEnglish ? English : Chinese;

    /// <summary>The example.</summary>
    public JsonNode? Example => Sample is null ? null : JsonNode.Parse(Sample);
}
