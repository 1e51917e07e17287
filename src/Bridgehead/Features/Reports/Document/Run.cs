using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>A stretch of a sentence: words of the report, a name out of the records, a number bound to its figure, or one with its source.</summary>
/// <param name="Text">What is printed.</param>
[JsonDerivedType(typeof(TextRun), "text"), JsonDerivedType(typeof(NoteRun), "note"), JsonDerivedType(typeof(NameRun), "name")]
[JsonDerivedType(typeof(FactRun), "fact"), JsonDerivedType(typeof(BoundFigure), "figure")]
public abstract record Run(string Text)
{
    /// <inheritdoc />
    public sealed override string ToString() => Text;
}
