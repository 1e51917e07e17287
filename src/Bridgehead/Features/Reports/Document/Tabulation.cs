namespace Bridgehead.Features.Reports;

/// <summary>A table of the report.</summary>
/// <param name="Caption">What it shows, printed above it.</param>
/// <param name="UnitLine">The units of its numbers, such as 单位：亿元、%.</param>
/// <param name="Columns">The heads of the columns; the first column holds names, the numeric ones are set to the right.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record Tabulation(
    Phrase Caption, string UnitLine, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<Phrase>> Rows) : Block;
