namespace Bridgehead.Features.Imports.Reading;

/// <summary>One column's heading, perhaps in two or three lines one above the other.</summary>
/// <param name="Index">The sheet's column from 0.</param>
/// <param name="Lines">From the top line to the bottom one, blank lines left out.</param>
public sealed record SheetHeading(int Index, IReadOnlyList<string> Lines)
{
    /// <summary>The whole heading in one line.</summary>
    public string Text => string.Join('/', Lines.Select(line => line.ReplaceLineEndings("").Trim()));
}
