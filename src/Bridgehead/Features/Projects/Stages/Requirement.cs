namespace Bridgehead.Features.Projects.Stages;

/// <summary>One thing a stage asks for: a field or a document, of every project or of those a condition holds for.</summary>
/// <param name="Field">The field; null when a document is asked for.</param>
/// <param name="Document">The document; null when a field is asked for.</param>
/// <param name="When">Of which projects.</param>
public sealed record Requirement(StageNeed? Field, DocumentKind? Document, StageCondition When = StageCondition.Always)
{
    /// <summary>Its Chinese name.</summary>
    public string Name => Field is { } need ? LabelAttribute.Of(need) : LabelAttribute.Of(Document!.Value);

    /// <summary>As it is stored: "Amount", "doc.Agreement", "FromAbroad?doc.ForeignReport".</summary>
    public string Token => (When == StageCondition.Always ? "" : When + "?") + (Field is { } need ? need.ToString() : "doc." + Document);

    /// <summary>A field.</summary>
    public static Requirement Of(StageNeed field, StageCondition when = StageCondition.Always) => new(field, null, when);

    /// <summary>A document.</summary>
    public static Requirement Of(DocumentKind document, StageCondition when = StageCondition.Always) => new(null, document, when);

    /// <summary>What a token says; null when it says nothing known.</summary>
    public static Requirement? Read(string token)
    {
        var (when, what) = token.Split('?') is [var condition, var rest] ? (condition, rest) : (nameof(StageCondition.Always), token);
        if (!Known(when, out StageCondition applies)) return null;
        if (what.StartsWith("doc.", StringComparison.Ordinal)) return Known(what[4..], out DocumentKind document) ? Of(document, applies) : null;
        return Known(what, out StageNeed field) ? Of(field, applies) : null;
    }

    // a number would parse as well, and stand for nothing that can be read
    private static bool Known<T>(string text, out T value) where T : struct, Enum => Enum.TryParse(text, out value) && Enum.IsDefined(value) && value.ToString() == text;
}
