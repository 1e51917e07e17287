namespace Bridgehead.Features.Imports.Reading;

/// <summary>An area of merged cells; only its upper left cell holds a value in the file.</summary>
/// <param name="FirstRow">From 1.</param>
/// <param name="LastRow">From 1, included.</param>
/// <param name="FirstColumn">From 0.</param>
/// <param name="LastColumn">From 0, included.</param>
public readonly record struct MergedArea(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    /// <summary>Reads a reference such as <c>A2:A11</c>; null when it is none or names a single cell.</summary>
    public static MergedArea? Parse(ReadOnlySpan<char> reference)
    {
        var colon = reference.IndexOf(':');
        if (colon < 0) return null;
        var first = CellReference.Parse(reference[..colon]);
        var last = CellReference.Parse(reference[(colon + 1)..]);
        return first.Row > 0 && last.Row >= first.Row && last.Column >= first.Column && first.Column >= 0
            ? new MergedArea(first.Row, last.Row, first.Column, last.Column)
            : null;
    }
}
