namespace Bridgehead.Features.Imports.Reading;

/// <summary>One row as the file holds it, before any meaning.</summary>
/// <param name="Number">The row's number as a person sees it in the spreadsheet program, from 1; in text files the line the record starts on.</param>
/// <param name="Cells">By column from 0: null, <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTime"/> or <see cref="CellError"/>.</param>
/// <param name="Damage">What is wrong with the row as a whole (such as a stray quotation mark), when something is.</param>
public sealed record RawRow(int Number, object?[] Cells, FormattableString? Damage = null)
{
    /// <summary>The value of a column, null beyond the row's end.</summary>
    public object? At(int column) => column < Cells.Length ? Cells[column] : null;

    /// <summary>True when no cell holds a value.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, IsEmpty);

    /// <summary>True for no value at all and for text of spaces only.</summary>
    public static bool IsEmpty(object? value) => value is null || value is string text && string.IsNullOrWhiteSpace(text);
}
