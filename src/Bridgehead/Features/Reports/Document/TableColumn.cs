namespace Bridgehead.Features.Reports;

/// <summary>A column of a report's table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Width">Its share of the table's width, against the other columns.</param>
/// <param name="Numeric">Whether it holds numbers, which are set to the right.</param>
public sealed record TableColumn(string Head, int Width, bool Numeric);
