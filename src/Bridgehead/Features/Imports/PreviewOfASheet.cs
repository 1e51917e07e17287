namespace Bridgehead.Features.Imports;

/// <summary>The first rows of a sheet as they are shown: what stands in the file, and beside it what was given for all rows.</summary>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Given">What was given.</param>
public sealed record PreviewOfASheet(IReadOnlyList<PreviewRow> Rows, IReadOnlyList<GivenField> Given);
