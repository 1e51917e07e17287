namespace Bridgehead.Features.Imports.Reading;

/// <summary>The place of a cell, such as <c>B12</c>.</summary>
/// <param name="Column">From 0; -1 when the reference is malformed.</param>
/// <param name="Row">From 1; 0 when the reference is malformed.</param>
public readonly record struct CellReference(int Column, int Row)
{
    /// <summary>Reads letters and digits, tolerating dollar signs.</summary>
    public static CellReference Parse(ReadOnlySpan<char> text)
    {
        var column = 0;
        var row = 0;
        foreach (var c in text)
        {
            if (c == '$') continue;
            if (c is >= 'A' and <= 'Z' && row == 0 && column < 1 << 20) column = column * 26 + (c - 'A' + 1);
            else if (c is >= '0' and <= '9' && row < 100_000_000) row = row * 10 + (c - '0');
            else return new CellReference(-1, 0);
        }
        return new CellReference(column - 1, row);
    }

    /// <summary>The letters of a column counted from 0: 0 is A, 26 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
