namespace Bridgehead.Features.Imports.Reading;

/// <summary>An expected column found in the sheet.</summary>
/// <param name="Column">What was looked for.</param>
/// <param name="Index">The sheet's column from 0.</param>
/// <param name="Heading">The heading as the sheet has it.</param>
/// <param name="Unit">The unit of measure its heading, or the sheet's head, states.</param>
/// <param name="Score">100 for the very name, down to 40 for a heading that only ends alike; 1000 for a match remembered from before.</param>
/// <param name="Why">Why the two were taken for the same, in a sentence.</param>
public sealed record ColumnMatch(ImportColumn Column, int Index, string Heading, string? Unit, int Score, FormattableString Why)
{
    /// <summary>The column's letters in the spreadsheet program.</summary>
    public string Letters => CellReference.Letters(Index);
}
