namespace Bridgehead.Features.Reports;

/// <summary>A stretch of a sentence: words of the report, a name out of the records, or a number bound to its figure.</summary>
/// <param name="Text">What is printed.</param>
public abstract record Run(string Text)
{
    /// <inheritdoc />
    public sealed override string ToString() => Text;
}
