namespace Bridgehead.Features.Imports.Reading;

/// <summary>Where a table's heading stands and what it says.</summary>
internal sealed record FoundHeader(int FirstRow, int LastRow, IReadOnlyList<SheetHeading> Headings, IReadOnlyList<ColumnMatch> Matches);
