namespace Bridgehead;

/// <summary>A column of an exported table.</summary>
/// <param name="Heading">What stands at its head, with the unit of measure in brackets.</param>
/// <param name="Kind">How its values are shown.</param>
/// <param name="Width">In characters, about; a Chinese character counts as two.</param>
public sealed record TableColumn(string Heading, TableColumnKind Kind = TableColumnKind.Text, int Width = 16);
