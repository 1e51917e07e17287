namespace Bridgehead.Features.Reports;

/// <summary>A chart drawn from a table that stands below it: the first column names the bars, each numeric column is a row of them.</summary>
/// <param name="Data">Its caption, its unit and its numbers.</param>
public sealed record Charting(Tabulation Data) : Block;
