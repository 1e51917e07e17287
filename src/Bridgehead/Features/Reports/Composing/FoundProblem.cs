namespace Bridgehead.Features.Reports;

/// <summary>Something that the figures show to be wrong.</summary>
/// <param name="Code">Which kind.</param>
/// <param name="Title">The heading it gets.</param>
/// <param name="Size">How far beyond its limit it goes, in percent or percentage points; the largest stands first.</param>
/// <param name="Evidence">The sentences that show it.</param>
public sealed record FoundProblem(string Code, string Title, decimal Size, IReadOnlyList<Phrase> Evidence);
