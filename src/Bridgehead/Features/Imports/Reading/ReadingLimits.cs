namespace Bridgehead.Features.Imports.Reading;

/// <summary>What a ledger file may cost before it is refused: checked before any parser sees the file, and again while reading.</summary>
public sealed record ReadingLimits
{
    /// <summary>Largest file taken, in bytes.</summary>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Largest sum of all parts after unpacking, in bytes, counted while inflating.</summary>
    public long UnpackedBytes { get; init; } = 1L << 30;

    /// <summary>Largest single part after unpacking, in bytes.</summary>
    public long EntryBytes { get; init; } = 900L << 20;

    /// <summary>Largest table of shared texts after unpacking, in bytes: it is the one part that is held in memory.</summary>
    public long SharedTextBytes { get; init; } = 96L << 20;

    /// <summary>Largest number of parts in the package.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Largest ratio of unpacked to packed bytes, judged above <see cref="RatioFloorBytes"/>. Honest sheets stay below 60.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>A part smaller than this is never judged by its ratio, in bytes: tiny repetitive parts compress wildly and harmlessly.</summary>
    public long RatioFloorBytes { get; init; } = 16L << 20;

    /// <summary>Largest number of rows of one sheet.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>Largest number of the last column that holds a value.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Longest text of one cell, in characters (the limit of the spreadsheet programs themselves).</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Largest number of merged areas of one sheet.</summary>
    public int MergedAreas { get; init; } = 200_000;

    /// <summary>Largest number of sheets of one workbook.</summary>
    public int Sheets { get; init; } = 200;

    /// <summary>The limits that hold when nothing else is configured.</summary>
    public static ReadingLimits Default { get; } = new();
}
