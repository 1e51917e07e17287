namespace Bridgehead.Features.OpenData;

/// <summary>A line of a data set before it is told.</summary>
/// <param name="Name">Of which group.</param>
/// <param name="Projects">How many projects.</param>
/// <param name="Enterprises">How many enterprises stand behind them.</param>
/// <param name="Fen">What they are agreed to invest, in fen.</param>
public sealed record OpenCell(string Name, long Projects, long Enterprises, long Fen)
{
    /// <summary>Whether it is not told.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Hides what would tell of single enterprises.</summary>
public static class OpenCells
{
    /// <summary>Fewer enterprises than this are not told.</summary>
    public const int Least = 3;

    /// <summary>
    /// Cells of one or two enterprises are hidden; where that leaves a single hidden cell, which the total would give away, the smallest of the others is hidden as well.
    /// </summary>
    public static IReadOnlyList<OpenCell> Hide(IReadOnlyList<OpenCell> cells)
    {
        var hidden = cells.Select(cell => cell with { IsHidden = cell.Projects > 0 && cell.Enterprises < Least }).ToList();
        if (hidden.Count(cell => cell.IsHidden) != 1) return hidden;
        var open = hidden.Where(cell => !cell.IsHidden && cell.Projects > 0).MinBy(cell => cell.Projects);
        return open is null ? hidden : [.. hidden.Select(cell => ReferenceEquals(cell, open) ? cell with { IsHidden = true } : cell)];
    }
}
