namespace Bridgehead.Features.Imports.Reading;

/// <summary>One answer for all cells of a column that say the same: 东城 is 东江区, an empty cell is 市本级.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Column">The column from 0.</param>
/// <param name="From">What stands there, without spaces around it; empty for cells that hold nothing.</param>
/// <param name="To">What stands there instead; empty for nothing.</param>
public sealed record CellReplacement(string Sheet, int Column, string From, string To);
