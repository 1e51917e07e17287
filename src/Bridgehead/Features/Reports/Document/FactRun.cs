namespace Bridgehead.Features.Reports;

/// <summary>A number that no indicator counts, with the paper it comes from.</summary>
/// <param name="Text">The number as printed.</param>
/// <param name="Source">The paper: who, when, which number.</param>
public sealed record FactRun(string Text, string Source) : Run(Text);
