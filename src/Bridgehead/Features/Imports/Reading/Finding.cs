namespace Bridgehead.Features.Imports.Reading;

/// <summary>What reading found about one cell or row.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">The row's number as the spreadsheet program shows it.</param>
/// <param name="Column">Heading of the column; null when the finding is about the whole row.</param>
/// <param name="Severity">An error refuses the row.</param>
/// <param name="Sentence">What was found, in a sentence with its values as holes.</param>
/// <param name="Raw">The cell as the file has it.</param>
public sealed record Finding(string Sheet, int Row, string? Column, Severity Severity, FormattableString Sentence, string? Raw)
{
    /// <summary>The column from 0; null when the finding is about the whole row.</summary>
    public int? Index { get; init; }

    /// <summary>The key of the expected column it is about, also where the sheet has no such column; null when it is about the whole row.</summary>
    public string? Key { get; init; }
}
