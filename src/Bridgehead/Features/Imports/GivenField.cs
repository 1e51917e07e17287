namespace Bridgehead.Features.Imports;

/// <summary>A value that a person gave for all rows of a sheet which has no such column. It does not stand in the file.</summary>
/// <param name="Key">The column's key.</param>
/// <param name="Name">What the column is called.</param>
/// <param name="Text">What was given.</param>
/// <param name="Problem">What is wrong with it; null when it is understood.</param>
public sealed record GivenField(string Key, string Name, string Text, Said? Problem = null);

/// <summary>A column that a sheet does not have and that one value can be given for.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Required">Whether the sheet cannot be imported without it.</param>
/// <param name="Proposed">What was given for a ledger of the same form before; null for nothing. It counts only once a person takes it.</param>
public sealed record AbsentField(string Key, string Name, bool Required, string? Proposed = null);
